/**
 * Refusals in plain words. Pure.
 */

/**
 * Says what is wrong with the form of a token.
 *
 * @param {{ part?: string, reason?: string }} error an `ERR_JWT_MALFORMED`
 * @returns {string} `payload (second part): it is not JSON`
 */
export function malformedText({ part = "token", reason = "" }) {
  return `${PARTS.get(part) ?? part}: ${REASONS.get(reason) ?? reason}`;
}

/**
 * Says what is wrong with a secret.
 *
 * @param {{ reason?: string }} error an `ERR_JWT_KEY_INVALID`
 */
export function keyText({ reason = "" }) {
  const another = OTHER_KEY.exec(reason)?.[1];
  if (another) return `the secret is a ${another.toUpperCase()}, which is another kind of key`;
  return `the secret is not usable: ${reason}`;
}

// The package takes no other key's text for a secret: that is how algorithms get confused.
const OTHER_KEY = /^(pem|jwk|der|ssh key) given as a secret/;

const PARTS = new Map([
  ["token", "token"],
  ["header", "header (first part)"],
  ["payload", "payload (second part)"],
  ["signature", "signature (third part)"],
]);

const REASONS = new Map([
  ["too large", "it is too large; 256 KiB a token and 16 KiB a header are taken"],
  ["not three segments", "it does not have three parts with dots between them"],
  ["jwe", "it has five parts, so it is encrypted (JWE): only its recipient can read it"],
  ["json serialization", "it is JSON; the compact form, three parts with dots, is read here"],
  ["padded base64url", "it ends in “=”; in a token base64url has no padding"],
  ["character outside base64url", "it has a character other than A–Z, a–z, 0–9, - and _"],
  [
    "impossible base64url length",
    "no base64url text has its length: a character is missing or too much",
  ],
  [
    "spare bits set in base64url",
    "its last character is not possible there: something was cut off or changed",
  ],
  ["byte order mark", "it starts with a byte order mark"],
  ["not utf-8", "it is not UTF-8 text"],
  ["not json", "it is not JSON"],
  ["not a json object", "it is JSON, but no object"],
  ["duplicate name", "it has the same name twice"],
  ["lone surrogate", "it has half a character (a lone surrogate)"],
  ["too deep", "it is nested too deep"],
  ["alg missing", "“alg” is missing"],
  ["alg not a string", "“alg” is not text"],
  ["typ not a string", "“typ” is not text"],
  ["kid not a string", "“kid” is not text"],
  ["cty not a string", "“cty” is not text"],
  ["b64 not a boolean", "“b64” is neither true nor false"],
  [
    "crit not a list of distinct extension names in the header",
    "“crit” is not a list of extensions that are in the header, each once",
  ],
]);
