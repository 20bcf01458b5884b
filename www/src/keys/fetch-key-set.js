/**
 * Fetching a key set: asks one host once, and tells what every member of its answer is good for.
 *
 * The package asks: no redirect, bounded in bytes and time, public keys for signatures only.
 */

/**
 * - `jwks`: the members that can verify, as the package gives them
 * - `members`: all of them, whatever they are
 * - `fault`: `unreachable`, `timeout`, `redirect`, `status`, `too-large`, `not-a-key-set`,
 *   `no-usable-keys`; then there is no `jwks`
 *
 * @typedef {{ jwks?: { keys: readonly object[] }, members: readonly unknown[], fault?: string, status?: number }} FetchedKeySet
 */

/**
 * @param {string} href
 * @param {{ createRemoteKeySet: Function, fetch: typeof fetch, signal: AbortSignal }} parts
 * @returns {Promise<FetchedKeySet>} rejects only if `signal` aborts
 */
export async function fetchKeySet(href, { createRemoteKeySet, fetch, signal }) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const send = async (url, init) =>
    watched(
      await fetch(url, { ...init, referrerPolicy: "no-referrer", cache: "no-store" }),
      chunks,
    );
  const remote = createRemoteKeySet(href, { fetch: send, signal });
  try {
    await remote.load();
  } catch (error) {
    signal.throwIfAborted();
    const fault = FAULTS.get(error.reason) ?? "unreachable";
    // A set of nothing but unusable members is worth showing: each says why it is none.
    const members = fault === "no-usable-keys" ? membersOf(chunks) : [];
    return { members, fault, ...(error.status !== undefined && { status: error.status }) };
  }
  return { jwks: { keys: remote.export().keys }, members: membersOf(chunks) };
}

/** `response`, with a copy of every chunk that the package reads of it, so no more than it reads. */
function watched(response, chunks) {
  const { status, redirected, headers, body } = response;
  const getReader = () => {
    const reader = body.getReader();
    return {
      async read() {
        const part = await reader.read();
        if (part.value) chunks.push(part.value);
        return part;
      },
    };
  };
  return { status, redirected, headers, body: body && { getReader } };
}

/** @returns {readonly unknown[]} of an answer that the package has found to be a key set */
function membersOf(chunks) {
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
  return JSON.parse(text + decoder.decode()).keys;
}

/** The package's reasons (docs/errors.md) by the codes of this page. */
const FAULTS = new Map([
  ["key set not reachable", "unreachable"],
  ["key set timed out", "timeout"],
  ["key set answered with a redirect", "redirect"],
  ["key set answered with another status", "status"],
  ["key set too large", "too-large"],
  ["key set not a jwks", "not-a-key-set"],
  ["key set without usable keys", "no-usable-keys"],
]);
