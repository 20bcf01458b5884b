/**
 * Decoding: reading a token without believing it.
 */
import type { Claims, Decoded, Unverified } from "./claims.js";
import {
  Field,
  afterTrap,
  field,
  malformed,
  replyError,
  replySignature,
  replyText,
  wasm,
  write,
} from "./engine.js";
import { parseExact } from "./exact-json.js";
import { HeaderMemo } from "./header-memo.js";
import { checkToken } from "./token-verifier.js";
import { readHeader } from "./verified.js";
import { MAX_TOKEN_BYTES } from "./verify-options.js";

const headers = new HeaderMemo();

/**
 * Reads what `token` says. Checks its form, as strictly as `verify`, and nothing else: not the
 * signature, not `alg`, not the time. For showing, never for deciding.
 *
 * Integers beyond 2^53 − 1 are `bigint`.
 *
 * @throws JwtError `ERR_JWT_MALFORMED` with `part` and `reason`
 * @throws TypeError if `token` is not a string
 * @see RFC 7515 §5.2, RFC 7519 §7.2
 * @example
 * ```js
 * const { header, payload } = decode(token);
 * ```
 */
export function decode<C extends object = Claims>(token: string): Decoded<C> {
  checkToken(token);
  if (token.length > MAX_TOKEN_BYTES) throw malformed("token", "too large");
  const length = write(token);
  let isWellFormed: number;
  try {
    isWellFormed = wasm.decode(length, MAX_TOKEN_BYTES);
  } catch (error) {
    throw afterTrap(error);
  }
  if (!isWellFormed) throw replyError();
  const header = headers.read(token, readHeader);
  const parse = field(Field.BigIntegersInText) === 1 ? parseExact : JSON.parse;
  return { header, payload: parse(replyText()) as Unverified<C>, signature: replySignature() };
}
