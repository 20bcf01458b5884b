/**
 * Findings about the header: the algorithm, keys that the token brings along, extensions. Pure.
 */
import { visible } from "../reading/visible-text.js";

/** @typedef {[code: string, parameters?: Record<string, string | number>]} Found */

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @returns {Found[]}
 */
export function aboutHeader({ header, form, nested }) {
  /** @type {Found[]} */
  const found = [];
  if (!header) return found;
  const has = (name) => Object.hasOwn(header, name);
  const isJwe = form === "jwe";
  if (isJwe) found.push(["jwe"]);
  const { alg, kid, cty } = own(header);
  if (!has("alg")) found.push(["alg-missing"]);
  else if (typeof alg === "string" && alg.toLowerCase() === "none") found.push(["alg-none"]);
  else if (!isJwe && !ALGORITHMS.has(alg)) found.push(["unknown-alg", { alg: shown(alg) }]);
  const inside = INSIDE.filter(has);
  if (inside.length > 0) found.push(["embedded-key", { names: inside.join(", ") }]);
  const addresses = ADDRESSES.filter(has);
  if (addresses.length > 0) found.push(["key-by-address", { names: addresses.join(", ") }]);
  if (typeof kid === "string" && isSuspicious(kid)) {
    found.push(["kid-suspicious", { kid: shown(kid) }]);
  }
  found.push(...aboutExtensions(header, isJwe));
  if (!isJwe && has("zip")) found.push(["zip-in-jws"]);
  if (!has("typ")) found.push(["typ-missing"]);
  const isToken = typeof cty === "string" && /^(?:application\/)?jwt$/i.test(cty);
  if (nested !== undefined || isToken) found.push(["nested"]);
  return found;
}

function aboutExtensions(header, isJwe) {
  const { crit, b64 } = own(header);
  /** @type {Found[]} */
  const found = [];
  const unknown = Array.isArray(crit) ? crit.filter((name) => name !== "b64" || isJwe) : [];
  if (unknown.length > 0) {
    const names = unknown.slice(0, MOST_NAMES).map(shown).join(", ");
    found.push(["crit-unknown", { names }]);
  }
  if (b64 === false && !isJwe) found.push(["unencoded-payload"]);
  return found;
}

/** Members of the object itself, never those that all objects have. */
function own(object) {
  return Object.fromEntries(
    ["alg", "kid", "cty", "crit", "b64"].map((name) => [
      name,
      Object.hasOwn(object, name) ? object[name] : undefined,
    ]),
  );
}

function isSuspicious(kid) {
  return SUSPICIOUS.some((pattern) => pattern.test(kid.slice(0, LONGEST)));
}

function shown(value) {
  const text = typeof value === "string" ? value : (JSON.stringify(value, bigText) ?? "");
  const short = Array.from(text.slice(0, 80)).slice(0, 60).join("");
  return visible(short.length < text.length ? `${short}…` : short);
}

function bigText(_, value) {
  return typeof value === "bigint" ? String(value) : value;
}

const INSIDE = ["jwk", "x5c"];
const ADDRESSES = ["jku", "x5u"];

// What a key id needs only if somebody means to reach a file, a database or a shell with it.
const SUSPICIOUS = [
  /[\u0000-\u001f\u007f]/,
  /(?:^|[\\/])\.\.(?:[\\/]|$)/,
  /^\/(?:etc|dev|proc|var|home|tmp|usr|root)\//i,
  /^[a-z]:\\/i,
  /^(?:https?|file|ftp|data|gopher|ldap):/i,
  /'|--(?:\s|$)|;\s*(?:drop|select|insert|update|delete)\b|\bunion\s+(?:all\s+)?select\b/i,
  /[|`]|\$\(/,
];

/** For signatures: RFC 7518 §3.1, RFC 8037, RFC 8812, RFC 9864, RFC 9964. */
const ALGORITHMS = new Set([
  ...["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "ES256K", "EdDSA", "Ed25519", "Ed448"],
  ...["ML-DSA-44", "ML-DSA-65", "ML-DSA-87"],
]);

const LONGEST = 4096;
const MOST_NAMES = 10;
