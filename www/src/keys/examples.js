/**
 * Examples: for each algorithm a fresh token and the keys that go with it. Pure: the package's `Key`
 * and `encode`, and the time, come in as arguments.
 */
import { EXAMPLE_RSA_KEY } from "./example-rsa-key.js";
import { ownKeyTexts } from "./own-keys.js";

export { generateKey } from "./own-keys.js";

/** Every algorithm of `wasm-jwt/full`, those that take the same kind of key together. */
export const EXAMPLE_ALGORITHMS = [
  ...["HS256", "HS384", "HS512"],
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "ES256K", "EdDSA", "Ed25519"],
  ...["ML-DSA-44", "ML-DSA-65", "ML-DSA-87"],
];

/** For everybody to see. Never a secret of anything. */
export const EXAMPLE_SECRET = "everybody-knows-this-very-secret";

/**
 * A token that is valid for a quarter of an hour, and its keys as people paste them. For secrets both
 * are the same.
 *
 * @param {string} algorithm one of {@link EXAMPLE_ALGORITHMS}
 * @param {{ Key: any, encode: Function, now: number }} parts `now` in seconds since 1970
 * @returns {{ token: string } & import("./own-keys.js").OwnKeyTexts}
 */
export function makeExample(algorithm, { Key, encode, now }) {
  const texts = exampleKeyTexts(algorithm, Key);
  const claims = { sub: "ada", name: "Ada Lovelace", scope: ["read", "write"] };
  const { signingKey } = texts;
  const key = signingKey.startsWith("{") ? JSON.parse(signingKey) : signingKey;
  const token = encode(claims, key, {
    algorithm,
    issuer: "https://issuer.example",
    audience: "https://api.example",
    issuedAt: true,
    expiresIn: "15m",
    jwtId: true,
    now: Math.floor(now),
  });
  return { token, ...texts };
}

function exampleKeyTexts(algorithm, Key) {
  const secret = EXAMPLE_SECRETS.get(algorithm);
  if (secret) return { verifyingKey: secret, signingKey: secret, encoding: "text" };
  const isRsa = /^[RP]S/.test(algorithm);
  return ownKeyTexts(isRsa ? Key.fromJwk(EXAMPLE_RSA_KEY) : Key.generate(algorithm));
}

/** As many bytes as the hash (RFC 7518 §3.2), so that no example is weak. */
const EXAMPLE_SECRETS = new Map([
  ["HS256", EXAMPLE_SECRET],
  ["HS384", `${EXAMPLE_SECRET}-and-its-example`],
  ["HS512", `${EXAMPLE_SECRET}-that-is-as-long-as-HS512-wants!`],
]);
