/**
 * Secrets: from what was typed to what the package takes. Pure.
 */

/**
 * Reads a secret that is not empty.
 *
 * - `encoding`: `text`, `base64`, `base64url` or `hex`
 *
 * Text is taken as it is, white space and all; around the others white space means nothing.
 *
 * @param {string} typed
 * @param {string} encoding
 * @returns {{ secret: string | Uint8Array } | { refusal: string }} `refusal` is a code
 */
export function readSecret(typed, encoding) {
  if (encoding === "text") return { secret: typed };
  const { pattern, decode } = ENCODINGS[encoding];
  const text = typed.trim();
  if (!pattern.test(text)) return { refusal: `not ${encoding}` };
  return { secret: decode(text) };
}

// Base64 with or without padding: both are in use for secrets. Never a mix of the two alphabets.
const ENCODINGS = {
  base64: {
    pattern: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/,
    decode: base64Bytes,
  },
  base64url: {
    pattern: /^(?:[\w-]{4})*(?:[\w-]{2}(?:==)?|[\w-]{3}=?)?$/,
    decode: (text) => base64Bytes(text.replaceAll("-", "+").replaceAll("_", "/")),
  },
  hex: {
    pattern: /^(?:[0-9a-f]{2})*$/i,
    decode: (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
  },
};

function base64Bytes(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
