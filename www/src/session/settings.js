/**
 * Settings: what was typed about a backend, as the options of a session with it. Pure.
 */
import { holdsToken, readHostAddress } from "../host-address.js";

/** The paths of simplejwt's documentation. Django answers those without the last slash by a redirect. */
export const PATHS = {
  obtain: "api/token/",
  refresh: "api/token/refresh/",
  verify: "api/token/verify/",
  blacklist: "api/token/blacklist/",
};

/**
 * - `host`: who will be asked, with the port
 * - `base`: what paths are relative to
 * - `urls`: where each request goes
 * - `options`: for `createSession`
 *
 * @typedef {{
 *   host: string,
 *   base: URL,
 *   urls: Record<keyof typeof PATHS, string>,
 *   options: { baseUrl: string, paths: Record<string, string>, mode: "pair" | "sliding", scheme: string },
 * }} Settings
 */

/**
 * Reads the form.
 *
 * - `field`: the one that is wrong: `base`, one of {@link PATHS}, or `scheme`
 * - `reason`: those of `readHostAddress` for `base`; those of {@link readPath} for paths; `not-a-scheme`
 *
 * @param {Record<keyof typeof PATHS | "base" | "mode" | "scheme", string>} typed
 * @returns {{ settings: Settings, field?: undefined } | { field: string, reason: string }}
 */
export function readSettings(typed) {
  const read = readHostAddress(typed.base);
  if (read.reason !== undefined) return { field: "base", reason: read.reason };
  const base = new URL(read.url);
  base.hash = "";
  base.search = "";
  // What follows the last slash would not be part of it.
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  const urls = /** @type {Settings["urls"]} */ ({});
  for (const name of /** @type {(keyof typeof PATHS)[]} */ (Object.keys(PATHS))) {
    const path = readPath(typed[name], base);
    if (path.reason !== undefined) return { field: name, reason: path.reason };
    urls[name] = path.href;
  }
  const scheme = typed.scheme.trim();
  if (!SCHEME.test(scheme)) return { field: "scheme", reason: "not-a-scheme" };
  const mode = typed.mode === "sliding" ? "sliding" : "pair";
  const options = { baseUrl: base.href, paths: urls, mode, scheme };
  return { settings: { host: base.host, base, urls, options } };
}

/**
 * Where `typed` leads from `base`: to the same host, or nowhere.
 *
 * `reason`: `empty`, `token`, `other-host`
 *
 * @param {string} typed
 * @param {URL} base
 * @returns {{ href: string, reason?: undefined } | { reason: string }}
 */
export function readPath(typed, base) {
  const text = typed.trim();
  if (text === "") return { reason: "empty" };
  if (holdsToken(text)) return { reason: "token" };
  let url;
  try {
    url = new URL(text, base);
  } catch {
    return { reason: "other-host" };
  }
  // A path of two slashes, or a whole address, leads to a host that no button names.
  if (url.origin !== base.origin || url.username || url.password) return { reason: "other-host" };
  url.hash = "";
  return { href: url.href };
}

/** A token of RFC 9110 §5.6.2, which is what an authentication scheme is. */
const SCHEME = /^[\w!#$%&'*+.^`|~-]{1,40}$/;
