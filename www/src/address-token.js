/**
 * The token of a link: `#token=…`. A fragment, unlike a query, never reaches a server.
 */

/**
 * Takes the token out of the page's address, so that neither the history nor a copied address keeps
 * it.
 *
 * @returns {string | undefined}
 */
export function takeAddressToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return token;
}
