/**
 * Findings about claims that are absent. Pure.
 */

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @returns {import("./header.js").Found[]}
 */
export function aboutClaims({ claims }) {
  if (!claims) return [];
  /** @type {import("./header.js").Found[]} */
  const found = [["missing-aud"], ["missing-iss"]];
  return found.filter(([code]) => !Object.hasOwn(claims, code.slice("missing-".length)));
}
