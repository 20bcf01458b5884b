/**
 * Randomness: the host's.
 */
import { keyInvalid } from "./error.js";

/**
 * Cryptographically random bytes.
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID` on a host that has none
 */
export function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  try {
    return globalThis.crypto.getRandomValues(bytes);
  } catch {
    throw keyInvalid("no source of randomness");
  }
}
