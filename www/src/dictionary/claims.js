/**
 * Claims: where the names in JWT claims sets come from. Pure. What they mean, `claim.<name>` of the
 * page's strings says.
 */
import { MAKER_CLAIMS } from "./maker-claims.js";
import { originsOf } from "./origins.js";
import { REGISTERED_CLAIMS } from "./registered-claims.js";

/**
 * Where the claim `name` is defined: a document, or the products whose tokens have it.
 *
 * @param {string} name case and all (RFC 7519 §4)
 * @returns {import("./origins.js").Origin | undefined}
 */
export function claimOrigin(name) {
  return ORIGINS.get(name);
}

const ORIGINS = originsOf([...REGISTERED_CLAIMS, ...MAKER_CLAIMS]);
