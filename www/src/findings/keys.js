/**
 * Findings about the key: one that can be guessed, or is too short. Pure.
 */
import { isWeakSecret } from "./weak-secrets.js";

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @param {{ secretBytes?: Uint8Array, secretText?: string, keyBits?: number }} keys
 * @returns {import("./header.js").Found[]}
 */
export function aboutKeys({ alg = "" }, { secretBytes, secretText, keyBits }) {
  /** @type {import("./header.js").Found[]} */
  const found = [];
  const needed = HASH_BITS.get(alg);
  const bytes = secretBytes ?? (secretText && new TextEncoder().encode(secretText));
  if (needed !== undefined && bytes && bytes.length > 0) {
    if (isWeakSecret(bytes, secretText)) found.push(["weak-secret"]);
    const bits = bytes.length * 8;
    if (bits < needed) found.push(["short-secret", { alg, bits, needed }]);
  }
  if (/^[RP]S\d{3}$/.test(alg) && keyBits !== undefined && keyBits < RSA_BITS) {
    found.push(["short-rsa", { bits: keyBits, needed: RSA_BITS }]);
  }
  return found;
}

/** RFC 7518 §3.2: a secret has at least the bits of the hash. */
const HASH_BITS = new Map([
  ["HS256", 256],
  ["HS384", 384],
  ["HS512", 512],
]);

/** RFC 7518 §3.3. */
const RSA_BITS = 2048;
