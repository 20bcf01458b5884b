/**
 * Where the package's fetching of key sets comes from. Only the document that may ask other hosts
 * imports it.
 */
export { createRemoteKeySet } from "../pkg/jwks.js";
