/**
 * Embedded key: the one that a token carries itself (RFC 7515 §4.1.3, §4.1.6). Pure.
 *
 * Whoever makes a token can put any key there, so that a signature that holds under it proves nothing.
 */

/**
 * @param {unknown} header
 * @param {{ fromJwk: (jwk: any) => any, fromDer: (der: Uint8Array, form: "x509") => any }} Key
 * @returns {object | undefined} nothing if there is none that can be used
 */
export function embeddedKey(header, Key) {
  const { jwk, x5c } = /** @type {any} */ (Object(header));
  try {
    if (typeof jwk === "object" && jwk !== null) return Key.fromJwk(jwk);
    if (Array.isArray(x5c) && typeof x5c[0] === "string") {
      const der = Uint8Array.from(atob(x5c[0]), (character) => character.charCodeAt(0));
      return Key.fromDer(der, "x509");
    }
  } catch {
    // Not a key: the findings say that there is something in its place.
  }
  return undefined;
}
