/**
 * Meanings: the registered names in one sentence each (RFC 7515 §4.1, RFC 7519 §4.1). Pure.
 */

/** @type {ReadonlyMap<string, string>} */
export const HEADER_MEANINGS = new Map([
  ["alg", "Algorithm: how the signature was made."],
  ["typ", "Type: what kind of token this is."],
  ["cty", "Content type: what the payload is, if it is no plain set of claims."],
  ["kid", "Key id: which of the issuer's keys signed."],
  ["crit", "Critical: extensions that a reader has to know, or else refuse the token."],
  ["jku", "Key set URL, named by the token itself: no proof of anything."],
  ["jwk", "A key that the token itself carries: no proof of anything."],
  ["x5u", "Certificate URL, named by the token itself: no proof of anything."],
  ["x5c", "Certificates that the token itself carries: no proof by themselves."],
  ["x5t", "Thumbprint (SHA-1) of the certificate whose key signed."],
  ["x5t#S256", "Thumbprint (SHA-256) of the certificate whose key signed."],
]);

/** @type {ReadonlyMap<string, string>} */
export const CLAIM_MEANINGS = new Map([
  ["iss", "Issuer: who made the token."],
  ["sub", "Subject: whom the token is about, often a user's id."],
  ["aud", "Audience: whom the token is for. Anybody else has to refuse it."],
  ["exp", "Expires: from this second on the token has to be refused."],
  ["nbf", "Not before: until this second the token has to be refused."],
  ["iat", "Issued at: when the token was made."],
  ["jti", "Token id: no other token has it, so this one can be recognized or revoked."],
]);
