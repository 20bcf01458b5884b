/**
 * Fetching a discovery document: where an issuer says its key set is (OpenID Connect Discovery 1.0 §4,
 * RFC 8414 §3).
 *
 * By the rules that the package has for key sets: no redirect, bounded in bytes and time.
 */

/**
 * - `fault`: `unreachable`, `timeout`, `redirect`, `status`, `too-large`, `not-discovery`,
 *   `no-jwks-uri`
 *
 * @param {string} href
 * @param {{ fetch: typeof fetch, signal: AbortSignal }} parts
 * @returns {Promise<{ jwksUri: string, fault?: undefined } | { fault: string, status?: number }>} rejects
 *   only if `signal` aborts
 */
export async function fetchDiscovery(href, { fetch, signal }) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener("abort", abort);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    own.abort();
  }, TIMEOUT_MS);
  try {
    return await ask(href, fetch, own.signal);
  } catch {
    signal.throwIfAborted();
    return { fault: isLate ? "timeout" : "unreachable" };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
    // Whatever is not wanted of the answer is not read either.
    own.abort();
  }
}

async function ask(href, fetch, signal) {
  const response = await fetch(href, {
    headers: { accept: "application/json" },
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal,
  });
  const { status } = response;
  // A browser shows a redirect that it did not follow as status 0.
  if (status === 0 || (status >= 300 && status < 400)) return { fault: "redirect" };
  if (status !== 200) return { fault: "status", status };
  const text = await boundedText(response.body);
  if (text === undefined) return { fault: "too-large" };
  const document = asObject(text);
  if (!document) return { fault: "not-discovery" };
  if (typeof document.jwks_uri !== "string") return { fault: "no-jwks-uri" };
  return { jwksUri: document.jwks_uri };
}

/** @returns {Promise<string | undefined>} undefined if there is more of it than anybody needs */
async function boundedText(body) {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let length = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_BYTES) return undefined;
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function asObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// The package's own defaults for key sets.
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 262_144;
