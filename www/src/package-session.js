/**
 * Where the package's sessions come from. Only the document that may ask other hosts imports it.
 */
export { createSession } from "../pkg/session.js";
