/**
 * Key set address: which address may be asked for an issuer's keys, and what is asked there. Pure.
 */

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
 * `reason`: `empty`, `token` (what looks like one must not become a host's name or a path),
 * `not-an-address`, `not-https`, `credentials`
 *
 * @param {string} typed
 * @returns {KeySetAddress | { kind: "refused", reason: string }}
 */
export function readKeySetAddress(typed) {
  const text = typed.trim();
  if (text === "") return refused("empty");
  if (/eyJ[\w-]{8}/.test(text)) return refused("token");
  const url = text.length > MAX_CHARACTERS ? undefined : asUrl(text);
  if (!url) return refused("not-an-address");
  const { protocol, hostname, host, pathname, username, password } = url;
  const isLocal = protocol === "http:" && LOCAL.includes(hostname);
  if (protocol !== "https:" && !isLocal) return refused("not-https");
  if (username || password) return refused("credentials");
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

function asUrl(text) {
  const isWhole = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  try {
    const url = new URL(isWhole ? text : `https://${text}`);
    // One word alone is a slip of the hand, not a host.
    return isWhole || /[.]/.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What the document's policy lets `http:` ask. */
const LOCAL = ["localhost", "127.0.0.1"];

const KEY_SET = /(?:\.json|jwks|certs|keys)\/?$/i;

const MAX_CHARACTERS = 2_048;
