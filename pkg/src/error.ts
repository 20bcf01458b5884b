/**
 * `JwtError`: why a token, a key or the host was refused. Imports nothing.
 */

/** The stable codes. */
export type JwtErrorCode =
  | "ERR_JWT_MALFORMED"
  | "ERR_JWT_CRIT_UNSUPPORTED"
  | "ERR_JWT_ALG_UNSUPPORTED"
  | "ERR_JWT_ALG_NOT_ALLOWED"
  | "ERR_JWT_KEY_INVALID"
  | "ERR_JWT_KEY_NOT_FOUND"
  | "ERR_JWT_SIGNATURE_INVALID"
  | "ERR_JWT_EXPIRED"
  | "ERR_JWT_NOT_YET_VALID"
  | "ERR_JWT_CLAIM_MISSING"
  | "ERR_JWT_CLAIM_INVALID"
  | "ERR_JWT_CLAIM_MISMATCH"
  | "ERR_JWT_WASM_BLOCKED"
  | "ERR_JWT_CRYPTO_UNAVAILABLE";

/** What an error carries besides its code; which fields, the code decides. */
export interface JwtErrorFields {
  /** `MALFORMED`: where. */
  readonly part?: "token" | "header" | "payload" | "signature" | "key" | "option";
  /**
   * `MALFORMED`, `KEY_INVALID`, and `KEY_NOT_FOUND` of a remote key set: a fixed phrase that says
   * what is wrong.
   */
  readonly reason?: string;
  /** `CRIT_UNSUPPORTED`: its name. */
  readonly extension?: string;
  /** `ALG_UNSUPPORTED`, `ALG_NOT_ALLOWED`: `alg` as the token has it. */
  readonly alg?: string;
  /** `KEY_NOT_FOUND`: `kid` as the token has it. */
  readonly kid?: string;
  /** `KEY_NOT_FOUND`: the `kid`s of the set. */
  readonly offered?: readonly string[];
  /** `KEY_NOT_FOUND` of a remote key set: the HTTP status of the answer. */
  readonly status?: number;
  /** `EXPIRED`, `NOT_YET_VALID`, `CLAIM_…`: the claim's name, or `typ`. */
  readonly claim?: string;
  /** `CLAIM_MISMATCH`, `CLAIM_INVALID`: what the claim has to be. */
  readonly expected?: string | readonly string[];
  /** `CLAIM_MISMATCH`, `EXPIRED`, `NOT_YET_VALID`: what the claim is. */
  readonly actual?: unknown;
  /** `EXPIRED`, `NOT_YET_VALID`: the time of the check, in seconds since 1970. */
  readonly now?: number;
  /** `EXPIRED`, `NOT_YET_VALID`: the tolerance of the check, in seconds. */
  readonly tolerance?: number;
}

// Registered, so that every copy of this class in a process (entries, ESM and CJS) knows the others.
const brand = Symbol.for("wasm-jwt.JwtError");

export interface JwtError extends JwtErrorFields {}

/**
 * Why a token, a key or the host was refused. A wrong argument type is a `TypeError` instead.
 *
 * `EXPIRED`, `NOT_YET_VALID` and `CLAIM_…` imply that the signature held. No message holds the
 * token or key text.
 *
 * @example
 * ```js
 * try {
 *   verify(token, secret);
 * } catch (error) {
 *   if (error instanceof JwtError && error.code === "ERR_JWT_EXPIRED") refresh();
 *   else throw error;
 * }
 * ```
 */
export class JwtError extends Error {
  /** The stable code. */
  readonly code: JwtErrorCode;

  constructor(code: JwtErrorCode, message: string, fields?: JwtErrorFields & { cause?: unknown }) {
    super(message);
    this.code = code;
    Object.assign(this, fields);
  }

  /** Knows the errors of every entry of this package, whichever copy made them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return brand in Object(value);
  }
}

Object.defineProperty(JwtError.prototype, "name", { value: "JwtError" });
Object.defineProperty(JwtError.prototype, brand, { value: true });

/** A key refused on this side. */
export function keyInvalid(reason: string): JwtError {
  return new JwtError("ERR_JWT_KEY_INVALID", `key: ${reason}`, { reason });
}
