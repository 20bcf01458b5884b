/**
 * Dates of a token: which claims are dates, and what each says. Pure.
 */
import { isNumericDate } from "./date-text.js";

/** Claims that are dates, in the order of a token's life. `refresh_exp` is simplejwt's. */
export const DATE_CLAIMS = ["auth_time", "iat", "nbf", "exp", "refresh_exp", "updated_at"];

/** Above this, a date is the year 5138 or later: more likely someone counted milliseconds. */
const MILLISECONDS_FROM = 1e11;

/**
 * The dates among `claims`.
 *
 * - `text`: the value exactly as the token has it
 * - `seconds`: the date, if it is one
 * - `asMilliseconds`: what it would be in seconds, if it seems to be in milliseconds
 *
 * @param {Record<string, unknown>} claims
 * @param {ReadonlyMap<string, string>} texts the values as they are written
 * @returns {{ name: string, text: string, seconds?: number, asMilliseconds?: number }[]}
 */
export function datesOf(claims, texts) {
  return DATE_CLAIMS.filter((name) => Object.hasOwn(claims, name)).map((name) => {
    const value = claims[name];
    const date = { name, text: texts.get(name) ?? String(value) };
    if (!isNumericDate(value)) return date;
    const isLarge = Math.abs(value) > MILLISECONDS_FROM;
    return { ...date, seconds: value, ...(isLarge && { asMilliseconds: value / 1000 }) };
  });
}
