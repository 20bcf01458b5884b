/**
 * The default entry, which these entries import by its name, so that there is one copy of its wasm.
 *
 * pkg/build.mjs turns an import of this file into one of `wasm-jwt`.
 */
export { JwtError } from "../error.js";
export { createVerifier } from "../verifier.js";
