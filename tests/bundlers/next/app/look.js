/**
 * Look: what `verify` says of a token that holds, and of one with another signature.
 */
import { encode, verify } from "wasm-jwt";

const SECRET = "a secret of thirty-two bytes: ok";

export function look() {
  const token = encode({ sub: "ada" }, SECRET);
  const other = encode({ sub: "ada" }, `${SECRET}!`);
  const forged = token.slice(0, token.lastIndexOf(".")) + other.slice(other.lastIndexOf("."));
  return { good: verify(token, SECRET).payload.sub, forged: refusal(forged) };
}

function refusal(token) {
  try {
    return verify(token, SECRET).payload.sub;
  } catch (error) {
    return error.code;
  }
}
