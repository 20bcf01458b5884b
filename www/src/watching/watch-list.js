/**
 * Watch list: tokens that are watched until they expire. Pure, and in memory only: tokens are passes,
 * and what is stored can be stolen.
 */
import { isNumericDate } from "../time/date-text.js";
import { cleanLabel, defaultLabel, textOf } from "./label.js";

/**
 * - `source`: where it was found, for the caller's own use
 *
 * @typedef {{
 *   token: string,
 *   claims: Record<string, unknown>,
 *   label?: string,
 *   alg?: unknown,
 *   source?: string,
 * }} WatchedToken
 */

/**
 * - `state`: `in-force`, `expiring`, `expired`, `not-yet-valid`, `no-expiry` or `not-a-date`;
 *   `time.<state>` in the page's strings
 * - `expires`, `starts`: `exp` and `nbf`, as far as they are dates
 * - `addedAt`: when it was first listed, in seconds since 1970
 * - `secondsLeft`: until `expires`, below 0 afterwards
 *
 * @typedef {{
 *   id: number,
 *   label: string,
 *   token: string,
 *   source?: string,
 *   issuer?: string,
 *   subject?: string,
 *   addedAt: number,
 *   starts?: number,
 *   expires?: number,
 *   state: string,
 *   secondsLeft?: number,
 * }} WatchEntry
 */

/** So many seconds before its end a token is expiring. */
export const EXPIRING_SECONDS = 60;

export function createWatchList() {
  /** @type {Map<number, WatchedToken & { label: string, addedAt?: number }>} */
  const watched = new Map();
  let count = 0;

  return {
    /**
     * @param {WatchedToken} token
     * @returns {number} its id; of a token that is watched already, the one that it has
     */
    add({ label = "", ...rest }) {
      for (const [id, { token }] of watched) if (token === rest.token) return id;
      const id = ++count;
      watched.set(id, { ...rest, label: labelFor(label, rest) });
      return id;
    },

    /** @param {number} id */
    remove(id) {
      watched.delete(id);
    },

    /**
     * @param {number} id
     * @param {string} label empty for the default
     */
    rename(id, label) {
      const entry = watched.get(id);
      if (entry) entry.label = labelFor(label, entry);
    },

    /**
     * The soonest expiry first, then what has expired, the latest first, then what never expires.
     *
     * @param {number} now seconds since 1970
     * @returns {WatchEntry[]}
     */
    entries(now) {
      for (const entry of watched.values()) entry.addedAt ??= now;
      return [...watched].map(([id, entry]) => entryOf(id, entry, now)).sort(byExpiry);
    },

    clear() {
      watched.clear();
    },
  };
}

function labelFor(label, { token, claims, alg }) {
  return cleanLabel(label) || defaultLabel(token, claims, alg);
}

function entryOf(id, { token, label, claims, source, addedAt }, now) {
  const expires = dateOf(claims, "exp");
  const starts = dateOf(claims, "nbf");
  return {
    id,
    label,
    token,
    source,
    issuer: textOf(claims, "iss"),
    subject: textOf(claims, "sub"),
    addedAt,
    starts,
    expires,
    state: stateOf(claims, { starts, expires, now }),
    secondsLeft: expires === undefined ? undefined : expires - now,
  };
}

function dateOf(claims, name) {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return isNumericDate(value) ? value : undefined;
}

/** What has expired has nothing to wait for, whatever its `nbf` says. */
function stateOf(claims, { starts, expires, now }) {
  const isWrong = (name) => Object.hasOwn(claims, name) && dateOf(claims, name) === undefined;
  if (["exp", "nbf", "iat"].some(isWrong)) return "not-a-date";
  // RFC 7519 §4.1.4: not accepted "on or after" this time.
  if (expires !== undefined && now >= expires) return "expired";
  if (starts !== undefined && now < starts) return "not-yet-valid";
  if (expires === undefined) return "no-expiry";
  return expires - now <= EXPIRING_SECONDS ? "expiring" : "in-force";
}

function byExpiry(one, other) {
  const group = ({ expires, state }) => (expires === undefined ? 2 : state === "expired" ? 1 : 0);
  const groups = group(one) - group(other);
  if (groups !== 0 || one.expires === undefined) return groups;
  return one.state === "expired" ? other.expires - one.expires : one.expires - other.expires;
}
