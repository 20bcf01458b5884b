/**
 * Reading a key: from what was typed to what the package takes. Pure.
 *
 * What a text is, its content says; the token has no say in it (RFC 8725 §3.1).
 */
import { readSecret } from "./secret-bytes.js";

/**
 * - `input`: what the package takes as a key
 * - `secret`: the bytes, if it is a secret
 *
 * @typedef {{ kind: "none" }
 *   | { kind: "secret", input: string | Uint8Array, secret: Uint8Array, typed: string }
 *   | { kind: "pem" | "jwk" | "jwks", input: any, isEncrypted?: boolean }
 *   | { kind: "refused", reason: string }} KeyReading
 */

/**
 * - `encoding`: `text` (a secret, PEM, JWK, a key set), or how a secret is encoded: `base64`,
 *   `base64url` or `hex`
 *
 * @param {string} typed
 * @param {string} encoding
 * @returns {KeyReading}
 */
export function readKey(typed, encoding) {
  if (typed === "") return { kind: "none" };
  if (encoding !== "text") return asSecret(typed, encoding);
  if (typed.includes("-----BEGIN ")) {
    return { kind: "pem", input: typed, isEncrypted: typed.includes("BEGIN ENCRYPTED PRIVATE") };
  }
  return asJwk(typed) ?? asSecret(typed, encoding);
}

/** @returns {KeyReading} */
function asSecret(typed, encoding) {
  const read = readSecret(typed, encoding);
  if ("refusal" in read) return { kind: "refused", reason: read.refusal };
  const { secret } = read;
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  return { kind: "secret", input: secret, secret: bytes, typed };
}

/**
 * A JWK, a set of them (RFC 7517 §5), or a plain list.
 *
 * @returns {KeyReading | undefined}
 */
function asJwk(typed) {
  if (!/^[\s\ufeff]*[{[]/.test(typed)) return undefined;
  let value;
  try {
    value = JSON.parse(typed.trim());
  } catch {
    // Braces are no reason to keep a secret from being one.
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isJwk) ? { kind: "jwks", input: value } : undefined;
  }
  if (Array.isArray(value.keys)) return { kind: "jwks", input: value };
  return isJwk(value) ? { kind: "jwk", input: value } : undefined;
}

function isJwk(value) {
  return typeof value === "object" && value !== null && typeof value.kty === "string";
}
