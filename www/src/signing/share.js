/**
 * Sharing: a link that shows a token, and a token that proves nothing any more. Pure.
 */

/**
 * A link to the page at `address` that shows `token`. In the fragment, which no server gets; of the
 * address's own query and fragment nothing is kept.
 *
 * @param {string} address
 * @param {string} token
 */
export function shareLink(address, token) {
  const link = new URL(address);
  link.search = "";
  link.hash = new URLSearchParams({ token }).toString();
  return link.href;
}

/**
 * `token` with an empty signature: it still says what it says, but opens no door. `undefined` if it
 * has no signature to leave out; an encrypted token (five segments) is readable for its recipient only.
 *
 * @param {string} token
 */
export function withoutSignature(token) {
  const segments = token.split(".");
  if (segments.length !== 3 || segments[2] === "") return undefined;
  return `${segments[0]}.${segments[1]}.`;
}
