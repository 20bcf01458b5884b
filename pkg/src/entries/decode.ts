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

/** The value of each base64url digit by its character code; -1 where there is none. */
const DIGITS = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) {
  DIGITS["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charCodeAt(value)] =
    value;
}

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
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw malformed(part, "not utf-8");
  }
  if (text.startsWith("\ufeff")) throw malformed(part, "byte order mark");
  const found: Outline = outline(text);
  if (found.fault) throw malformed(part, found.fault);
  return found.hasBigIntegers ? parseExact(text) : found.value;
}

/** Decodes canonical base64url: one spelling for each byte string (RFC 4648 §5, RFC 7515 §2). */
function base64url(text: string, part: Part): Uint8Array {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)] ?? -1;
    if (digit < 0) {
      throw malformed(part, text[at] === "=" ? "padded base64url" : "character outside base64url");
    }
    bits = (bits << 6) | digit;
    count += 6;
    if (count >= 8) bytes[length++] = bits >> (count -= 8);
  }
  if (count === 6) throw malformed(part, "impossible base64url length");
  if (bits & ((1 << count) - 1)) throw malformed(part, "spare bits set in base64url");
  return bytes;
}

function malformed(part: Part, reason: string): JwtError {
  return new JwtError("ERR_JWT_MALFORMED", `${part}: ${reason}`, { part, reason });
}
