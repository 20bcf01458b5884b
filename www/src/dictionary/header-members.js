/**
 * Header members: where the names in JOSE headers come from. Pure. What they mean, `member.<name>` of
 * the page's strings says.
 */
import { originsOf } from "./origins.js";

/**
 * Where the header member `name` is defined.
 *
 * @param {string} name case and all (RFC 7515 §4)
 * @returns {import("./origins.js").Origin | undefined}
 */
export function memberOrigin(name) {
  return ORIGINS.get(name);
}

// IANA's registry (https://www.iana.org/assignments/jose/), and what European signatures add.
/** @type {readonly import("./origins.js").Source[]} */
export const MEMBER_SOURCES = [
  ["RFC 7515 §4.1.1", ["alg"]],
  ["RFC 7515 §4.1.2", ["jku"]],
  ["RFC 7515 §4.1.3", ["jwk"]],
  ["RFC 7515 §4.1.4", ["kid"]],
  ["RFC 7515 §4.1.5", ["x5u"]],
  ["RFC 7515 §4.1.6", ["x5c"]],
  ["RFC 7515 §4.1.7", ["x5t"]],
  ["RFC 7515 §4.1.8", ["x5t#S256"]],
  ["RFC 7515 §4.1.9", ["typ"]],
  ["RFC 7515 §4.1.10", ["cty"]],
  ["RFC 7515 §4.1.11", ["crit"]],
  ["RFC 7516 §4.1.2", ["enc"]],
  ["RFC 7516 §4.1.3", ["zip"]],
  ["RFC 7518 §4.6.1.1", ["epk"]],
  ["RFC 7518 §4.6.1.2", ["apu"]],
  ["RFC 7518 §4.6.1.3", ["apv"]],
  ["RFC 7518 §4.7.1.1", ["iv"]],
  ["RFC 7518 §4.7.1.2", ["tag"]],
  ["RFC 7518 §4.8.1.1", ["p2s"]],
  ["RFC 7518 §4.8.1.2", ["p2c"]],
  ["RFC 7519 §5.3", ["iss", "sub", "aud"]],
  ["RFC 7797 §3", ["b64"]],
  ["RFC 8225 §8.1", ["ppt"]],
  ["RFC 8555 §6.4.1", ["url"]],
  ["RFC 8555 §6.5.2", ["nonce"]],
  ["RFC 9321", ["svt"]],
  ["OpenID Federation 1.0", ["trust_chain"], "https://openid.net/specs/openid-federation-1_0.html"],
  ["IHE IT Infrastructure", ["iheSSId"]],
  ["ETSI TS 119 182-1 (JAdES)", ["x5t#o", "sigT", "sigD", "sigPId", "etsiU"]],
];

const ORIGINS = originsOf(MEMBER_SOURCES);
