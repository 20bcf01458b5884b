/**
 * Time status: whether a token is in force, whoever signed it. Pure.
 */
import { isNumericDate } from "./date-text.js";

/** The claims that verification takes for dates. */
const CHECKED_DATES = ["exp", "nbf", "iat"];

/** A token that expires within these seconds is about to. */
export const EXPIRING_SECONDS = 60;

/**
 * What the dates of `claims` say at the time `now`, in the order in which the package asks.
 *
 * - `state`: `not-a-date`, `not-yet-valid`, `no-expiry`, `expired`, `expiring` or `in-force`
 * - `claim`: the one that says so, if one does; `date`: its value, if it is a date
 *
 * @param {Record<string, unknown>} claims
 * @param {number} now seconds since 1970
 * @returns {{ state: string, claim?: string, date?: number }}
 */
export function timeStatus(claims, now) {
  const wrong = CHECKED_DATES.find((name) => has(claims, name) && !isNumericDate(claims[name]));
  if (wrong) return { state: "not-a-date", claim: wrong };
  const exp = /** @type {number | undefined} */ (has(claims, "exp") ? claims.exp : undefined);
  const nbf = /** @type {number | undefined} */ (has(claims, "nbf") ? claims.nbf : undefined);
  if (nbf !== undefined && now < nbf) return { state: "not-yet-valid", claim: "nbf", date: nbf };
  if (exp === undefined) return { state: "no-expiry" };
  // RFC 7519 §4.1.4: not accepted "on or after" this time.
  if (now >= exp) return { state: "expired", claim: "exp", date: exp };
  const state = now >= exp - EXPIRING_SECONDS ? "expiring" : "in-force";
  return { state, claim: "exp", date: exp };
}

function has(claims, name) {
  return Object.hasOwn(claims, name);
}
