/**
 * Key files: from the bytes of a file to the text that a reader would have pasted. Pure: the
 * package's `Key` comes in as an argument.
 */

/**
 * Text stays text (PEM, JWK, a secret without the line break that editors put at the end). DER, which
 * is no text, becomes PEM.
 *
 * @param {Uint8Array} bytes
 * @param {{ fromDer: (der: Uint8Array, form: any) => any }} Key
 * @returns {string | undefined} nothing if it is neither
 */
export function keyFileText(bytes, Key) {
  return textOf(bytes) ?? pemOf(bytes, Key);
}

function textOf(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // No text has these; DER is full of them.
    if (/[\0-\x08\x0e-\x1f]/.test(text)) return undefined;
    return text.replace(/\r?\n$/, "");
  } catch {
    return undefined;
  }
}

/** Each form has a structure of its own, so that one of them at most takes the bytes. */
function pemOf(bytes, Key) {
  for (const form of ["spki", "x509", "pkcs8", "pkcs1", "sec1"]) {
    try {
      const key = Key.fromDer(bytes, form);
      const pem = key.toPem({ private: key.isPrivate });
      key.free();
      return pem;
    } catch {
      // Another form, or none.
    }
  }
  return undefined;
}
