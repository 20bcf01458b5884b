/**
 * `wasm-jwt/jwks`: keys from an issuer's address, in plain JavaScript, for either entry to verify with.
 */
export type { Clock } from "../clock.js";
export type { Duration } from "../duration.js";
export { JwtError, type JwtErrorCode, type JwtErrorFields } from "../error.js";
export type { Jwk, Jwks } from "../key.js";
export type { KeySource, Signal, WaitOptions } from "../key-source.js";
export {
  type FetchInit,
  type FetchLike,
  type FetchResponse,
  type KeySetCache,
  type RemoteKeySet,
  type RemoteKeySetOptions,
  createRemoteKeySet,
} from "../remote-key-set.js";
