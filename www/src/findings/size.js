/**
 * Findings about the size: what browsers and servers take of cookies and headers. Pure.
 */

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @returns {import("./header.js").Found[]}
 */
export function aboutSize({ token }) {
  const { length } = token;
  const kilobytes = Math.ceil(length / 1024);
  if (length > HEADER) return [["token-too-large-for-headers", { kilobytes }]];
  if (length > COOKIE) return [["token-too-large-for-cookies", { kilobytes }]];
  return [];
}

// RFC 6265 §6.1 has browsers take 4096 bytes a cookie, name included.
const COOKIE = 4096;
// What nginx, Apache and Node.js take of a header line, or of all, if they are not told otherwise.
const HEADER = 8192;
