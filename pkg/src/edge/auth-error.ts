/**
 * `AuthError`: a request that is not let through, and what it is answered with (RFC 6750 §3).
 *
 * Header and body say the error code and nothing more: whoever shows a token is not told what is wrong
 * with it. `cause` knows, for the log.
 */
import { type ChallengeParameters, challengeOf } from "./challenge.js";

/** The stable codes. */
export type AuthErrorCode =
  | "ERR_AUTH_MISSING"
  | "ERR_AUTH_INVALID_REQUEST"
  | "ERR_AUTH_INVALID_TOKEN"
  | "ERR_AUTH_INSUFFICIENT_SCOPE"
  | "ERR_AUTH_KEYS_UNAVAILABLE";

/** The error codes of RFC 6750 §3.1, and the one of RFC 6749 §4.1.2.1 for keys that cannot be had. */
export type OAuthErrorCode =
  "invalid_request" | "invalid_token" | "insufficient_scope" | "temporarily_unavailable";

const ANSWERS: Readonly<Record<AuthErrorCode, [status: number, error?: OAuthErrorCode]>> = {
  ERR_AUTH_MISSING: [401],
  ERR_AUTH_INVALID_REQUEST: [400, "invalid_request"],
  ERR_AUTH_INVALID_TOKEN: [401, "invalid_token"],
  ERR_AUTH_INSUFFICIENT_SCOPE: [403, "insufficient_scope"],
  ERR_AUTH_KEYS_UNAVAILABLE: [503, "temporarily_unavailable"],
};

/** In seconds. A key set asks its host again after 1, 2, 4, … seconds. */
const RETRY_AFTER = "5";

// Registered, so that every copy of this class in a process (entries, ESM and CJS) knows the others.
const brand = Symbol.for("wasm-jwt.AuthError");

/**
 * Why a request is not let through. Its message holds no token.
 *
 * `status` and `headers` are what the error handlers of Express and its kin look for, `getResponse` what
 * Hono's does: passed on to them, it is answered just as `protect` would.
 *
 * @see RFC 6750 §3, RFC 9110 §11.6.1
 * @example
 * ```js
 * try {
 *   token = bearer(request);
 * } catch (error) {
 *   if (error instanceof AuthError) return error.getResponse();
 *   throw error;
 * }
 * ```
 */
export class AuthError extends Error {
  /** The stable code. */
  readonly code: AuthErrorCode;
  /** The HTTP status: 400, 401, 403 or 503. */
  readonly status: number;
  /** The error code that the client is told; `undefined` if it showed no token at all. */
  readonly error: OAuthErrorCode | undefined;
  /** The header fields of the answer, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of the answer: `{"error":"…"}`, or empty. */
  readonly body: string;

  /** `options.cause`: the `JwtError`, if there is one; never part of the answer. */
  constructor(
    code: AuthErrorCode,
    parameters?: ChallengeParameters,
    options?: { cause?: unknown },
  ) {
    const [status, error] = ANSWERS[code];
    super(`request refused: ${error ?? "no token"}`, options);
    this.code = code;
    this.status = status;
    this.error = error;
    this.body = error ? `{"error":"${error}"}` : "";
    this.headers = {
      "cache-control": "no-store",
      ...(error && { "content-type": "application/json" }),
      // A better token would not help without keys, so there is nothing to challenge for.
      ...(status === 503
        ? { "retry-after": RETRY_AFTER }
        : { "www-authenticate": challengeOf(error, parameters) }),
    };
  }

  /** The answer; a new one at each call. */
  getResponse(): Response {
    const { status, headers, body } = this;
    return new Response(body || null, { status, headers });
  }

  /** Knows the errors of every copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

Object.defineProperty(AuthError.prototype, "name", { value: "AuthError" });
Object.defineProperty(AuthError.prototype, brand, { value: true });
