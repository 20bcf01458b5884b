/**
 * Where the package comes from. The only import of it, so that it can move.
 *
 * Relative, so that the page works from a sub-path: the package lies beside it, in `pkg/`.
 */
export { Key, decode, encode, inspect, verify } from "../pkg/full.js";
