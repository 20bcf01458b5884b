/**
 * What every entry that has wasm exports, whichever way its wasm comes.
 */
export type { CacheOptions } from "./cache-options.js";
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
export type { EncodeOptions } from "./encode-options.js";
export { encode, encodeAsync } from "./encode.js";
export { JwtError, type JwtErrorCode, type JwtErrorFields } from "./error.js";
export type { DerForm } from "./key-import.js";
export type { AsyncKeyInput, DerKey, HostKey, KeyInput } from "./key-input.js";
export {
  type ExportOptions,
  type Jwk,
  type Jwks,
  type KeyOptions,
  type PassphraseOptions,
  type Secret,
} from "./key.js";
export type { KeySource } from "./key-source.js";
export type { Clock } from "./options.js";
export { type Signer, createSigner } from "./signer.js";
export { type Verifier, type VerifierOptions, createVerifier } from "./verifier.js";
export type { VerifyOptions } from "./verify-options.js";
export { verify, verifyAsync } from "./verify.js";
