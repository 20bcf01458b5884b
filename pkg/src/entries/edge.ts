/**
 * `wasm-jwt/edge`: bearer tokens of fetch handlers, by the default entry.
 */
export type { Claims, Header, KeyMatch, Verified } from "../claims.js";
export { AuthError, type AuthErrorCode, type OAuthErrorCode } from "../edge/auth-error.js";
export { type BearerOptions, type RequestLike, bearer } from "../edge/bearer.js";
export type { CreateVerifier, TokenVerifierLike } from "../edge/guard-options.js";
export { type ProtectOptions, protect } from "../edge/protect.js";
