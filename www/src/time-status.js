/**
 * Time status: whether a token is in force, whoever signed it. Pure.
 */
import { isNumericDate, relativeText } from "./date-text.js";

/** The claims that are dates. */
export const DATE_CLAIMS = ["exp", "nbf", "iat"];

/**
 * What the dates of `claims` say at the time `now`, in the order in which the package asks.
 *
 * `words` change when the state does, `detail` every second: only the former are to be announced.
 *
 * @param {Record<string, unknown>} claims
 * @param {number} now seconds since 1970
 * @returns {{ state: string, words: string, detail: string }}
 */
export function timeStatus(claims, now) {
  const wrong = DATE_CLAIMS.find((name) => has(claims, name) && !isNumericDate(claims[name]));
  if (wrong) {
    const detail = "A date is a number: seconds since 1970.";
    return { state: "not-a-date", words: `${wrong} is not a date`, detail };
  }
  const { exp, nbf } = /** @type {{ exp?: number, nbf?: number }} */ ({
    exp: has(claims, "exp") ? claims.exp : undefined,
    nbf: has(claims, "nbf") ? claims.nbf : undefined,
  });
  if (nbf !== undefined && now < nbf) {
    const detail = `Valid ${relativeText(nbf, now)}.`;
    return { state: "not-yet-valid", words: "not valid yet", detail };
  }
  if (exp === undefined) {
    return { state: "no-expiry", words: "no expiry", detail: "The token itself never ends." };
  }
  // RFC 7519 §4.1.4: not accepted "on or after" this time.
  return now >= exp
    ? { state: "expired", words: "expired", detail: `${capital(relativeText(exp, now))}.` }
    : { state: "in-force", words: "in force", detail: `Expires ${relativeText(exp, now)}.` };
}

function has(claims, name) {
  return Object.hasOwn(claims, name);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
