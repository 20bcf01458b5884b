/**
 * `wasm-jwt/hono`: the same as middleware for Hono.
 */
export type { Claims, Header, KeyMatch, Verified } from "../claims.js";
export { AuthError, type AuthErrorCode, type OAuthErrorCode } from "../edge/auth-error.js";
export type { CreateVerifier, TokenVerifierLike } from "../edge/guard-options.js";
export { type JwtOptions, type JwtVariables, jwt } from "../edge/hono-middleware.js";
