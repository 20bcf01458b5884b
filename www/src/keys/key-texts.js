/**
 * Key texts: a key in every form that can be copied. Pure.
 */
import { jwkText } from "./own-keys.js";

/**
 * The forms that `key` has: `jwk` and `pem` hold the private key or secret, `jwkPublic` and
 * `pemPublic` the public one. Absent is what the key lacks: secrets have no public part and no PEM.
 *
 * @param {any} key the package's `Key`
 * @returns {{ jwk?: string, jwkPublic?: string, pem?: string, pemPublic?: string, thumbprint?: string }}
 */
export function keyTexts(key) {
  const forms = {
    jwk: key.isPrivate ? () => jwkText(key.toJwk({ private: true })) : undefined,
    jwkPublic: () => jwkText(key.toJwk()),
    pem: key.isPrivate ? () => key.toPem({ private: true }) : undefined,
    pemPublic: () => key.toPem(),
    thumbprint: () => key.thumbprint(),
  };
  const texts = Object.entries(forms).map(([form, write]) => [form, write && textOf(write)]);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

function textOf(write) {
  try {
    return write();
  } catch (error) {
    if (error.code === "ERR_JWT_KEY_INVALID") return undefined;
    throw error;
  }
}
