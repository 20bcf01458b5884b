/**
 * `wasm-jwt/express`: the same as middleware for Express, Connect, Polka and Node's own server.
 */
export type { Claims, Header, KeyMatch, Verified } from "../claims.js";
export { AuthError, type AuthErrorCode, type OAuthErrorCode } from "../edge/auth-error.js";
export {
  type ConnectRequest,
  type JwtOptions,
  type JwtRequest,
  jwt,
} from "../edge/connect-middleware.js";
export type { CreateVerifier, TokenVerifierLike } from "../edge/guard-options.js";
