/**
 * Dates as text, in the language of the page. Seconds since 1970-01-01T00:00:00Z in, as tokens have
 * them (RFC 7519 §2).
 */
import { language, words } from "../language.js";

// Made once for each language: the first takes ten milliseconds, and countdowns ask every second.
const pluralRules = once((tag) => new Intl.PluralRules(tag));
const numberFormat = once((tag) => new Intl.NumberFormat(tag));

/**
 * Whether a claim's value is a date, by the same rule as in the package.
 *
 * @param {unknown} value
 * @returns {value is number}
 */
export function isNumericDate(value) {
  return typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/**
 * In ISO 8601, UTC: `2026-11-22T19:20:10Z`.
 *
 * @param {number} seconds
 */
export function utcText(seconds) {
  const date = calendarDate(seconds);
  return date ? date.toISOString().replace(".000Z", "Z") : words("date.off-calendar");
}

/**
 * As is usual where the reader is, with the zone.
 *
 * @param {number} seconds
 * @param {{ locale?: string, timeZone?: string }} [place] default: the page's language, the reader's zone
 */
export function localText(seconds, { locale = preferredLocale(), timeZone } = {}) {
  const date = calendarDate(seconds);
  if (!date) return words("date.off-calendar");
  const style = /** @type {const} */ ({ dateStyle: "medium", timeStyle: "long", timeZone });
  return new Intl.DateTimeFormat(locale, style).format(date);
}

/**
 * Seen from `now`: `in 14 minutes 3 seconds`, `2 days 1 hour ago`.
 *
 * @param {number} seconds
 * @param {number} now
 */
export function relativeText(seconds, now) {
  if (seconds > now) {
    return words("date.in", { duration: durationText(Math.ceil(seconds - now)) });
  }
  const passed = Math.floor(now - seconds);
  if (passed === 0) return words("date.now");
  return words("date.ago", { duration: durationText(passed) });
}

/**
 * The two largest units of `seconds`, a whole number above 0, as they stand after “in” and “ago”.
 *
 * @param {number} seconds
 */
export function durationText(seconds) {
  const first = UNITS.findIndex(([length]) => seconds >= length);
  const plural = pluralRules(language());
  const number = numberFormat(language());
  let rest = seconds;
  const parts = UNITS.slice(first, first + 2).map(([length, name]) => {
    const count = Math.floor(rest / length);
    rest %= length;
    if (count === 0) return "";
    const form = plural.select(count) === "one" ? "one" : "other";
    return `${number.format(count)} ${words(`unit.${name}.${form}`)}`;
  });
  return parts.filter(Boolean).join(" ");
}

/**
 * @template T
 * @param {(tag: string) => T} make
 */
function once(make) {
  const made = /** @type {Map<string, T>} */ (new Map());
  return (/** @type {string} */ tag) => {
    const known = made.get(tag) ?? make(tag);
    made.set(tag, known);
    return known;
  };
}

/** The reader's own variety of the page's language, such as Swiss German, if that is it. */
function preferredLocale() {
  const wanted = globalThis.navigator?.languages ?? [];
  return wanted.find((tag) => tag.split("-", 1)[0] === language()) ?? language();
}

function calendarDate(seconds) {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.valueOf()) ? undefined : date;
}

/** @type {readonly (readonly [seconds: number, name: string])[]} */
const UNITS = [
  [365 * 86_400, "year"],
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];
