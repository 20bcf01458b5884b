/**
 * Segment: text as a token has it, in base64url (RFC 7515 §2). Pure.
 */

/**
 * @param {string} text is encoded as UTF-8
 */
export function toSegment(text) {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
