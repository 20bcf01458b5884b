/**
 * `wasm-jwt/decode`: `decode` alone, in plain JavaScript, for pages that only read claims.
 *
 * As strict as the decode of the other entries; tests hold both to the same refusals.
 */
import type { Claims, Decoded, Header, Unverified } from "../claims.js";
import { JwtError, type JwtErrorFields } from "../error.js";
import { parseExact } from "../exact-json.js";
import { type Outline, outline } from "../strict-json.js";

export type { Claims, Decoded, Header, Unverified } from "../claims.js";
export { JwtError, type JwtErrorCode, type JwtErrorFields } from "../error.js";

const MAX_TOKEN_BYTES = 256 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;

type Part = NonNullable<JwtErrorFields["part"]>;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads what `token` says. Checks its form and nothing else: not the signature, not `alg`, not the
 * time. For showing, never for deciding.
 *
 * Integers beyond 2^53 − 1 are `bigint`.
 *
 * @throws JwtError `ERR_JWT_MALFORMED` with `part` and `reason`
 * @throws TypeError if `token` is not a string
 * @see RFC 7515 §5.2, RFC 7519 §7.2
 * @example
 * ```js
 * import { decode } from "wasm-jwt/decode";
 * const { payload } = decode(token);
 * ```
 */
export function decode<C extends object = Claims>(token: string): Decoded<C> {
  if (typeof token !== "string") throw new TypeError("token is not a string");
  if (token.length > MAX_TOKEN_BYTES) throw malformed("token", "too large");
  const segments = token.split(".", 6);
  if (segments.length !== 3) {
    const json = /^[\t\n\f\r ]*\{/.test(token);
    const reason =
      segments.length === 5 ? "jwe" : json ? "json serialization" : "not three segments";
    throw malformed("token", reason);
  }
  const headerBytes = base64url(segments[0]!, "header");
  if (headerBytes.length > MAX_HEADER_BYTES) throw malformed("header", "too large");
  const header = readObject(headerBytes, "header") as Header;
  if (!Object.hasOwn(header, "alg")) throw malformed("header", "alg missing");
  for (const name of ["alg", "typ", "kid", "cty"]) {
    if (Object.hasOwn(header, name) && typeof header[name] !== "string") {
      throw malformed("header", `${name} not a string`);
    }
  }
  const payload = readObject(base64url(segments[1]!, "payload"), "payload") as Unverified<C>;
  return { header, payload, signature: base64url(segments[2]!, "signature") };
}

function readObject(bytes: Uint8Array, part: Part): unknown {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw malformed(part, "byte order mark");
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw malformed(part, "not utf-8");
  }
  const found: Outline = outline(text);
  if (found.fault) throw malformed(part, found.fault);
  return found.hasBigIntegers ? parseExact(text) : found.value;
}

/** Decodes canonical base64url: one spelling for each byte string (RFC 4648 §5, RFC 7515 §2). */
function base64url(text: string, part: Part): Uint8Array {
  const foreign = /[^\w-]/.exec(text);
  if (foreign) {
    throw malformed(part, foreign[0] === "=" ? "padded base64url" : "character outside base64url");
  }
  if (text.length % 4 === 1) throw malformed(part, "impossible base64url length");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(
    text.at(-1) ?? "A",
  );
  if (last & [0, 0, 15, 3][text.length % 4]!) throw malformed(part, "spare bits set in base64url");
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function malformed(part: Part, reason: string): JwtError {
  return new JwtError("ERR_JWT_MALFORMED", `${part}: ${reason}`, { part, reason });
}
