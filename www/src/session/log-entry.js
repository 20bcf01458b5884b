/**
 * Log entry: one thing that happened, in codes and numbers. Pure.
 *
 * What a server says in its own words is left out: a hostile one could say a token.
 */

/**
 * - `at`: seconds since 1970, by this device's clock
 * - `event`: its name
 * - `key`: of its words, below `session.log.`
 *
 * @typedef {{ at: number, event: string, key: string, parameters: Record<string, string | number> }} LogEntry
 */

/**
 * An event of the session (docs/session.md).
 *
 * @param {string} event
 * @param {any} detail
 * @param {number} at
 * @returns {LogEntry}
 */
export function eventEntry(event, detail, at) {
  const { key = event, ...parameters } = READERS[event]?.(detail, at) ?? {};
  return { at, event, key, parameters };
}

/**
 * A request.
 *
 * - `status`: 0 for a redirect that was not followed; absent if there was no answer
 *
 * @param {{ method: string, path: string, status?: number, seconds: number }} request
 * @param {number} at
 * @returns {LogEntry}
 */
export function requestEntry({ method, path, status, seconds }, at) {
  const milliseconds = Math.round(seconds * 1000);
  const key = status === undefined ? "no-answer" : status === 0 ? "redirect" : "request";
  return {
    at,
    event: "request",
    key,
    parameters: { method, path, status: status ?? 0, milliseconds },
  };
}

/**
 * What the server said of the access token.
 *
 * @param {boolean} isTaken
 * @param {number} at
 * @returns {LogEntry}
 */
export function verifyEntry(isTaken, at) {
  return { at, event: "verify", key: isTaken ? "verified" : "not-verified", parameters: {} };
}

/** @type {Record<string, (detail: any, at: number) => Record<string, any>>} */
const READERS = {
  signedout({ reason, serverCode }) {
    const isCode = reason === "refused" && /^[a-z][a-z_]{1,39}$/.test(serverCode ?? "");
    return isCode ? { key: "refused-code", code: serverCode } : { key: ENDS[reason] ?? "refused" };
  },
  refreshfailed({ error, retryAt }, at) {
    const { code = "" } = Object(error);
    const parameters = { code: /^ERR_[A-Z_]+$/.test(code) ? code : "?" };
    if (retryAt === undefined) return { key: "refreshfailed-for-good", ...parameters };
    return { ...parameters, seconds: Math.max(0, Math.ceil(retryAt - at)) };
  },
  skew({ seconds, source }) {
    const whole = Math.round(Math.abs(seconds));
    if (source === "expiry") return { key: "skew-expiry", seconds: whole };
    const key = seconds < 0 ? "skew-behind" : "skew-ahead";
    return { key, seconds: whole, source: source === "date" ? "Date" : "iat" };
  },
};

const ENDS = {
  "signed-out": "signed-out",
  elsewhere: "elsewhere",
  refused: "refused",
  expired: "expired-session",
};
