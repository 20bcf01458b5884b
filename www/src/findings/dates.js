/**
 * Findings about the dates: absent, contradictory, or in another unit. Pure.
 *
 * Dates are read from the text of the token: as numbers, `1e400` would be infinite and text absent.
 */
import { memberTexts } from "../reading/json-text.js";

/** @typedef {import("./header.js").Found} Found */

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @param {{ now: number, longLifeSeconds: number, payloadTexts?: ReadonlyMap<string, string> }} context
 * @returns {Found[]}
 */
export function aboutDates({ claims, payloadText = "" }, { now, longLifeSeconds, payloadTexts }) {
  /** @type {Found[]} */
  const found = [];
  if (!claims) return found;
  const texts = payloadTexts ?? memberTexts(payloadText);
  /** @type {Map<string, number>} */
  const dates = new Map();
  for (const claim of DATES) {
    const text = texts.get(claim);
    if (text === undefined) continue;
    const written = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    const value = /^-?\d/.test(text) ? Number(text) : NaN;
    if (Number.isNaN(value)) found.push(["date-not-a-number", { claim, written }]);
    else if (value < 0 || value > LAST_MILLISECONDS)
      found.push(["date-absurd", { claim, written }]);
    else if (value > FIRST_MILLISECONDS) {
      found.push(["milliseconds", { claim, written, seconds: value, corrected: value / 1000 }]);
    } else dates.set(claim, value);
  }
  if (!texts.has("exp")) found.push(["no-exp"]);
  found.push(...contradictions(dates, now, longLifeSeconds));
  return found;
}

/** Comparisons of the dates that are sound. */
function contradictions(dates, now, longLifeSeconds) {
  /** @type {Found[]} */
  const found = [];
  const [exp, nbf, iat] = ["exp", "nbf", "iat"].map((name) => dates.get(name));
  if (exp !== undefined && iat !== undefined) {
    const seconds = exp - iat;
    if (seconds < 0) found.push(["exp-before-iat", { seconds: -seconds }]);
    if (seconds > longLifeSeconds) {
      found.push(["long-life", { seconds, days: Math.floor(seconds / 86_400) }]);
    }
  }
  if (nbf !== undefined && exp !== undefined && nbf >= exp) {
    found.push(["nbf-after-exp", { seconds: nbf - exp }]);
  }
  if (iat !== undefined && iat > now + CLOCK_DIFFERENCE) {
    found.push(["iat-in-future", { seconds: Math.round(iat - now) }]);
  }
  return found;
}

const DATES = ["exp", "nbf", "iat", "auth_time", "refresh_exp"];

// In seconds the year 5138, in milliseconds 1973; beyond the last the year 5138 in milliseconds.
const FIRST_MILLISECONDS = 1e11;
const LAST_MILLISECONDS = 1e14;

// Clocks of servers differ by a few seconds, and nobody is to be alarmed by that.
const CLOCK_DIFFERENCE = 60;

const LONGEST = 40;
