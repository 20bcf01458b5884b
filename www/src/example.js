/**
 * The example: a fresh token, and the secret that it is signed with. Pure: the package's `encode`
 * comes in as an argument.
 */

/** For everybody to see. Never a secret of anything. */
export const EXAMPLE_SECRET = "everybody-knows-this-very-secret";

/**
 * @param {(claims: object, secret: string, options: object) => string} encode
 * @returns {string} an HS256 token that expires in a quarter of an hour
 */
export function exampleToken(encode) {
  const claims = { sub: "ada", name: "Ada Lovelace", scope: ["read", "write"] };
  return encode(claims, EXAMPLE_SECRET, {
    issuer: "https://issuer.example",
    audience: "https://api.example",
    issuedAt: true,
    expiresIn: "15m",
    jwtId: true,
  });
}
