/**
 * `SessionError`: why there is no token to be had. Imports nothing.
 */

/** The stable codes. */
export type SessionErrorCode =
  | "ERR_SESSION_SIGNED_OUT"
  | "ERR_SESSION_REFUSED"
  | "ERR_SESSION_REJECTED"
  | "ERR_SESSION_UNAVAILABLE"
  | "ERR_SESSION_MALFORMED"
  | "ERR_SESSION_REDIRECT"
  | "ERR_SESSION_DISPOSED";

/** Why a session ended: by `signOut`, in another tab, by the server, or with nothing to renew it. */
export type SignOutReason = "signed-out" | "elsewhere" | "refused" | "expired";

/** What an error carries besides its code; which fields, the code decides. */
export interface SessionErrorFields {
  /** The HTTP status, if there was an answer. */
  readonly status?: number | undefined;
  /** The answer's `code`, such as `token_not_valid`; never its text, which is translated. */
  readonly serverCode?: string | undefined;
  /** `SIGNED_OUT`: why; absent if nobody was signed in. */
  readonly reason?: SignOutReason | undefined;
  /** `UNAVAILABLE`: when it is tried again, in seconds since 1970 by the host's clock. */
  readonly retryAt?: number | undefined;
}

export interface SessionError extends SessionErrorFields {}

const brand = Symbol.for("wasm-jwt.SessionError");

/** Why there is no token to be had. Holds no token, no password and no text of the server's. */
export class SessionError extends Error {
  /** The stable code. */
  readonly code: SessionErrorCode;

  constructor(code: SessionErrorCode, fields?: SessionErrorFields & { cause?: unknown }) {
    super(`session ${code.slice(12).toLowerCase().replace("_", " ")}`);
    this.code = code;
    Object.assign(this, fields);
  }

  /** Knows the errors of every copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

Object.defineProperty(SessionError.prototype, "name", { value: "SessionError" });
Object.defineProperty(SessionError.prototype, brand, { value: true });
