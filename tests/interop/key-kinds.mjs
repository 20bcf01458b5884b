/**
 * Kinds of keys, the algorithms that each takes, and the forms that keys come in.
 *
 * A request to a library is, besides those of ours.mjs:
 *
 * - `{ make: kind, passphrase }`, answered by `{ keys: [{ form, value }] }`: one new pair in every
 *   form that the library writes; the encrypted ones have the `passphrase` too
 * - `{ sign, algorithm, key: { form, value } }`; `says` is the algorithm that the header names
 *   instead, `salt` another length of the salt
 * - `{ token, algorithm, key }`: whether it is taken if only that algorithm may be
 * - `{ thumbprint: jwk }`, answered by `{ thumbprint }`
 * - `{ convert: key, to: form }`, answered by `{ value }`: the same key in another form
 */

const RSA = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

/** Each kind's algorithms. */
export const KINDS = {
  rsa: RSA,
  "P-256": ["ES256"],
  "P-384": ["ES384"],
  "P-521": ["ES512"],
  secp256k1: ["ES256K"],
  Ed25519: ["EdDSA", "Ed25519"],
  "ML-DSA-44": ["ML-DSA-44"],
  "ML-DSA-65": ["ML-DSA-65"],
  "ML-DSA-87": ["ML-DSA-87"],
};

/** The nearest to each algorithm: the same key, or the same length. */
export const SIBLINGS = {
  RS256: ["RS384", "PS256"],
  RS384: ["RS512", "PS384"],
  RS512: ["RS256", "PS512"],
  PS256: ["PS384", "RS256"],
  PS384: ["PS512", "RS384"],
  PS512: ["PS256", "RS512"],
  ES256: ["ES256K"],
  ES384: ["ES256"],
  ES512: ["ES384"],
  ES256K: ["ES256"],
  EdDSA: ["Ed25519"],
  Ed25519: ["EdDSA"],
  "ML-DSA-44": ["ML-DSA-65"],
  "ML-DSA-65": ["ML-DSA-87"],
  "ML-DSA-87": ["ML-DSA-44"],
};

/** The forms of a private key; encrypted ones are PKCS#8, and `encrypted: …` says how. */
export function isPrivate(form) {
  return ["jwk", "pkcs8", "pkcs1", "sec1"].includes(form) || form.startsWith("encrypted");
}

export const PASSPHRASE = "ein Paßwort, 🔑 und zurück";
