/**
 * Dates as text. Pure. Seconds since 1970-01-01T00:00:00Z in, as tokens have them (RFC 7519 §2).
 */

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
  return date ? date.toISOString().replace(".000Z", "Z") : OFF_CALENDAR;
}

/**
 * As is usual where the reader is.
 *
 * @param {number} seconds
 * @param {{ locale?: string, timeZone?: string }} [place] default: the reader's own
 */
export function localText(seconds, { locale, timeZone } = {}) {
  const date = calendarDate(seconds);
  if (!date) return OFF_CALENDAR;
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
  if (seconds > now) return `in ${durationText(Math.ceil(seconds - now))}`;
  const passed = Math.floor(now - seconds);
  return passed === 0 ? "just now" : `${durationText(passed)} ago`;
}

/**
 * The two largest units of `seconds`, a whole number above 0.
 *
 * @param {number} seconds
 */
function durationText(seconds) {
  const first = UNITS.findIndex(([length]) => seconds >= length);
  let rest = seconds;
  const parts = UNITS.slice(first, first + 2).map(([length, name]) => {
    const count = Math.floor(rest / length);
    rest %= length;
    return count === 0 ? "" : `${count} ${name}${count === 1 ? "" : "s"}`;
  });
  return parts.filter(Boolean).join(" ");
}

function calendarDate(seconds) {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.valueOf()) ? undefined : date;
}

const OFF_CALENDAR = "beyond the calendar";

/** @type {readonly (readonly [seconds: number, name: string])[]} */
const UNITS = [
  [365 * 86_400, "year"],
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];
