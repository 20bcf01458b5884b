/**
 * What every entry that has wasm exports, whichever way its wasm comes.
 */
export type {
  Algorithm,
  Claims,
  Decoded,
  Header,
  KeyMatch,
  Unverified,
  Verified,
} from "./claims.js";
export { decode } from "./decode.js";
export type { Duration } from "./duration.js";
export { type EncodeOptions, type Signer, createSigner, encode } from "./encode.js";
export { JwtError, type JwtErrorCode, type JwtErrorFields } from "./error.js";
export { type Jwk, type Jwks, Key, type KeyInput, type KeyOptions, type Secret } from "./key.js";
export type { Clock } from "./options.js";
export type { CacheOptions } from "./token-cache.js";
export {
  type Verifier,
  type VerifierOptions,
  type VerifyOptions,
  createVerifier,
  verify,
} from "./verify.js";
