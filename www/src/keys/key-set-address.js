/**
 * Key set address: which address may be asked for an issuer's keys, and what is asked there. Pure.
 */
import { readHostAddress } from "../host-address.js";

/**
 * - `kind`: `key-set`, or `issuer`, whose discovery document names the key set
 * - `href`: what is asked
 * - `host`: whom, with its port
 *
 * @typedef {{ kind: "key-set" | "issuer", href: string, host: string }} KeySetAddress
 */

/**
 * Reads what somebody typed, or what an issuer's document names.
 *
 * `reason`: those of `readHostAddress`
 *
 * @param {string} typed
 * @returns {KeySetAddress | { kind: "refused", reason: string }}
 */
export function readKeySetAddress(typed) {
  const read = readHostAddress(typed);
  if (read.reason !== undefined) return refused(read.reason);
  const { url } = read;
  const { host, pathname } = url;
  url.hash = "";
  if (KEY_SET.test(pathname)) return { kind: "key-set", href: url.href, host };
  // A document that is named already is asked for as it is (RFC 8414 §3 has others than OpenID Connect).
  if (!pathname.includes("/.well-known/")) {
    url.search = "";
    url.pathname = `${pathname.replace(/\/$/, "")}/.well-known/openid-configuration`;
  }
  return { kind: "issuer", href: url.href, host };
}

/**
 * The key set that an issuer's document names. A host elsewhere has no say about services of this
 * machine: its document can name none that has no certificate.
 *
 * @param {unknown} jwksUri
 * @param {KeySetAddress} issuer
 * @returns {KeySetAddress | undefined}
 */
export function readNamedAddress(jwksUri, issuer) {
  // Whole addresses only: what people leave out when they type, documents do not.
  if (typeof jwksUri !== "string" || !/^https?:\/\//i.test(jwksUri)) return undefined;
  const read = readKeySetAddress(jwksUri);
  if (read.kind === "refused") return undefined;
  const url = new URL(jwksUri.trim());
  url.hash = "";
  if (url.protocol === "http:" && !issuer.href.startsWith("http:")) return undefined;
  return { kind: "key-set", href: url.href, host: read.host };
}

/** @returns {{ kind: "refused", reason: string }} */
function refused(reason) {
  return { kind: "refused", reason };
}

const KEY_SET = /(?:\.json|jwks|certs|keys)\/?$/i;
