/**
 * Tokens: HS256 with the header `{"alg":"HS256","typ":"JWT"}`, of three lengths.
 */

/** The secret of every row. */
export const SECRET = "a secret of the benchmark, of more than 32 bytes";

/** The bytes of the payloads. They make tokens of 372, 1024 and 4096 characters. */
export const PAYLOAD_BYTES = [218, 707, 3011];

/** Claims as issuers write them, of exactly so many bytes as JSON; one value is beyond ASCII. */
export function claimsOf(bytes) {
  const claims = {
    iss: "https://issuer.example",
    aud: "https://api.example",
    sub: "248289761001",
    name: "Zoë Ångström",
    iat: 1_700_000_000,
    exp: 4_000_000_000,
    scope: "openid profile email",
    roles: [],
  };
  while (missing() > 60) claims.roles.push(`role-number-${claims.roles.length}`);
  claims.scope = claims.scope.padEnd(claims.scope.length + missing(), " address phone");
  if (missing() !== 0) throw new Error(`no claims of ${bytes} bytes`);
  return claims;

  function missing() {
    return bytes - new TextEncoder().encode(JSON.stringify(claims)).length;
  }
}
