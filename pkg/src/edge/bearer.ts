/**
 * Bearer: the token of an `Authorization` header (RFC 6750 §2.1, RFC 9110 §11.4).
 */
import { AuthError, type AuthErrorCode } from "./auth-error.js";

/** What a `Request` has that matters here. */
export interface RequestLike {
  readonly headers: { get(name: string): string | null };
}

/** How `bearer` reads. */
export interface BearerOptions {
  /** The longest token taken, in characters. Default 262,144. */
  maxTokenBytes?: number;
}

/** The longest token that `verify` takes by default. */
const MAX_TOKEN_BYTES = 262_144;

/** One credential: the scheme, spaces, and a token68. Linear: what can follow `=` is only `=`. */
const CREDENTIAL = /^bearer +([\w.~+/-]+=*)$/i;

/**
 * The scheme where a credential may begin: at the start, or after a comma, by which hosts join two
 * headers. What follows must be no tchar: `Bearerish` is a scheme of its own.
 */
const SCHEME = /(?:^|,[ \t]*)bearer(?![\w!#$%&'*+.^`|~-])/i;

/**
 * The token of the request's `Authorization` header. Says nothing about the token: `verify` does.
 *
 * `undefined` if there is no such header, or one of another scheme such as `Basic`: the client did not
 * try. Whoever wants a token of everybody answers 401 then, as `protect` does.
 *
 * The scheme is case-insensitive. Exactly one credential is taken, of the characters that RFC 6750
 * allows, after one space or more.
 *
 * @throws AuthError `ERR_AUTH_INVALID_REQUEST` (400) if it is malformed: no token, another character, two
 *   credentials or headers; `ERR_AUTH_INVALID_TOKEN` (401) if it is longer than `maxTokenBytes`
 * @throws TypeError if `maxTokenBytes` is not a whole number above 0
 * @see RFC 6750 §2.1
 * @example
 * ```js
 * import { bearer } from "wasm-jwt/edge";
 *
 * const request = new Request("https://api.example/", { headers: { authorization: "Bearer a.b.c" } });
 * const token = bearer(request); // "a.b.c"
 * ```
 */
export function bearer(
  request: RequestLike,
  { maxTokenBytes = MAX_TOKEN_BYTES }: BearerOptions = {},
): string | undefined {
  if (!Number.isInteger(maxTokenBytes) || maxTokenBytes < 1) {
    throw new TypeError("option maxTokenBytes is not a whole number above 0");
  }
  const refuse = (code: AuthErrorCode) => new AuthError(code);
  const token = readCredential(request.headers.get("authorization"), refuse);
  if (token !== undefined && token.length > maxTokenBytes) throw refuse("ERR_AUTH_INVALID_TOKEN");
  return token;
}

/** The same of a header's value, where the caller says what error there is. */
export function readCredential(
  value: string | null | undefined,
  refuse: (code: AuthErrorCode) => AuthError,
): string | undefined {
  const token = CREDENTIAL.exec(value ?? "")?.[1];
  if (token === undefined && SCHEME.test(value ?? "")) throw refuse("ERR_AUTH_INVALID_REQUEST");
  return token;
}
