/**
 * The text that a link brings: `#token=…`, `#address=…`. A fragment, unlike a query, never reaches a
 * server.
 */

/** @returns {string | undefined} the token of the link */
export function takeAddressToken() {
  return takeAddress("token");
}

/**
 * Takes what the fragment calls `name` out of the page's address, so that neither the history nor a
 * copied address keeps it.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function takeAddress(name) {
  const text = new URLSearchParams(location.hash.slice(1)).get(name);
  if (text === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return text;
}
