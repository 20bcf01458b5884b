/**
 * Own keys: new ones, as the text that people keep and paste. Pure: the package's `Key` and the host's
 * WebCrypto come in as arguments.
 */

/**
 * - `verifyingKey`: what checks signatures; for secrets the same as `signingKey`
 * - `encoding`: how a box for keys is to read both. A secret is its letters, as most servers take it; of
 *   PEM and JWK the content says what it is
 *
 * @typedef {{ verifyingKey: string, signingKey: string, encoding: "text" }} OwnKeyTexts
 */

/**
 * Makes a key of the reader's own.
 *
 * - `subtle`: makes RSA keys, which the package would freeze the page for; where there is none (on
 *   plain http) the package does
 *
 * @param {string} algorithm one of `EXAMPLE_ALGORITHMS`
 * @param {{ Key: any, subtle?: SubtleCrypto }} parts
 * @returns {Promise<OwnKeyTexts>}
 */
export async function generateKey(algorithm, { Key, subtle = globalThis.crypto?.subtle }) {
  if (/^[RP]S/.test(algorithm) && subtle) return ownKeyTexts(Key.fromJwk(await rsaJwk(subtle)));
  return ownKeyTexts(Key.generate(algorithm));
}

/**
 * The texts of a private key or secret: PEM where that is the custom, a JWK for ML-DSA.
 *
 * @param {any} key the package's `Key`
 * @returns {OwnKeyTexts}
 */
export function ownKeyTexts(key) {
  const [verifyingKey, signingKey] = textsOf(key);
  return { verifyingKey, signingKey, encoding: "text" };
}

function textsOf(key) {
  if (key.kty === "oct") {
    // As many letters as base64url makes of the random bytes, so more than the hash asks for.
    const secret = key.toJwk({ private: true }).k;
    return [secret, secret];
  }
  if (key.kty === "AKP") return [key.toJwk(), key.toJwk({ private: true })].map(jwkText);
  return [key.toPem(), key.toPem({ private: true })];
}

/** @param {object} jwk */
export function jwkText(jwk) {
  return JSON.stringify(jwk, undefined, 2);
}

/** Numbers alone: the host's `alg` and `key_ops` would tie the key to one algorithm and use. */
async function rsaJwk(subtle) {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  };
  const { privateKey } = await subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const { kty, n, e, d, p, q, dp, dq, qi } = await subtle.exportKey("jwk", privateKey);
  return { kty, n, e, d, p, q, dp, dq, qi };
}
