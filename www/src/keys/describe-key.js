/**
 * Describing a key: what a reader should know of it. Pure: the package's `Key` comes in as an argument.
 */

/**
 * - `notBefore`, `notAfter`: of the certificate that it came in, in seconds since 1970
 * - `rsaBits`: how long the modulus of an RSA key is
 *
 * @param {import("./read-key.js").KeyReading} read
 * @param {{ fromPem: Function, fromJwk: Function }} Key
 * @param {string} [passphrase]
 * @returns {{ isPrivate: boolean, notBefore?: number, notAfter?: number, rsaBits?: number } | undefined}
 *   nothing for secrets, sets, and what is no key
 */
export function describeKey(read, Key, passphrase) {
  if (read.kind !== "pem" && read.kind !== "jwk") return undefined;
  try {
    const options = passphrase ? { passphrase } : undefined;
    const key = read.kind === "pem" ? Key.fromPem(read.input, options) : Key.fromJwk(read.input);
    const { isPrivate, kty, certificate } = key;
    const { n } = kty === "RSA" ? key.toJwk() : {};
    key.free();
    return {
      isPrivate: isPrivate && kty !== "oct",
      ...certificate,
      // base64url without leading zero bytes: six bits a letter, within eight of the truth.
      ...(n && { rsaBits: Math.floor((n.length * 6) / 8) * 8 }),
    };
  } catch {
    return undefined;
  }
}
