/**
 * Host address: which address of another host may be asked at all. Pure.
 */

/**
 * Reads what somebody typed: a whole address, or a host's name with a dot in it.
 *
 * `reason`: `empty`, `token` (what looks like one must not become a host's name or a path),
 * `not-an-address`, `not-https`, `credentials`
 *
 * @param {string} typed
 * @returns {{ url: URL, reason?: undefined } | { reason: string }}
 */
export function readHostAddress(typed) {
  const text = typed.trim();
  if (text === "") return { reason: "empty" };
  if (holdsToken(text)) return { reason: "token" };
  const url = text.length > MAX_CHARACTERS ? undefined : asUrl(text);
  if (!url) return { reason: "not-an-address" };
  const { protocol, hostname, username, password } = url;
  const isLocal = protocol === "http:" && LOCAL.includes(hostname);
  if (protocol !== "https:" && !isLocal) return { reason: "not-https" };
  if (username || password) return { reason: "credentials" };
  return { url };
}

/**
 * Whether there is something in `text` that looks like a token, which belongs into no address.
 *
 * @param {string} text
 */
export function holdsToken(text) {
  return /eyJ[\w-]{8}/.test(text);
}

function asUrl(text) {
  const isWhole = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  try {
    const url = new URL(isWhole ? text : `https://${text}`);
    // One word alone is a slip of the hand, not a host.
    return isWhole || /[.]/.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What the policy of the documents that ask lets `http:` ask. */
const LOCAL = ["localhost", "127.0.0.1"];

const MAX_CHARACTERS = 2_048;
