/**
 * Session fetch: the host's `fetch`, with the token where it belongs and nowhere else.
 */
import { SessionError } from "./session-error.js";
import { type Settings, hasOneUser } from "./session-options.js";

/** What the session does about a token. */
export interface TokenSource {
  /** A token that is in force. */
  token(signal: AbortSignal | null | undefined): Promise<string>;
  /** Another than `used`, which the server refused; `undefined` if there is none. */
  instead(used: string, code: unknown, signal: AbortSignal): Promise<string | undefined>;
}

export function createFetch(settings: Settings, { token, instead }: TokenSource): typeof fetch {
  const { header, scheme, base, origins } = settings;
  /**
   * Browsers take this header off where a redirect leaves the origin (Fetch, HTTP-redirect fetch), but
   * no other one; and hosts that are no browsers do not agree even on this one.
   */
  const isTakenOff = () => header.toLowerCase() === "authorization" && hasOneUser();

  return async (input, init) => {
    const send = settings.fetch ?? fetch;
    const address = (input as Request).url ?? new URL(input as string | URL, base);
    const request = new Request((input as Request).url ? (input as Request) : address, init);
    if (!origins.includes(new URL(request.url).origin) || request.headers.has(header)) {
      return send(request);
    }
    const refuses = request.redirect === "follow" && !isTakenOff();
    // A stream is gone once it was sent.
    const isStream = typeof (init?.body as ReadableStream | undefined)?.getReader === "function";
    const attempt = async (value: string, isLast?: boolean) => {
      const own = isLast || isStream ? request : request.clone();
      const headers = new Headers(own.headers);
      headers.set(header, `${scheme} ${value}`);
      const response = await send(
        new Request(own, refuses ? { headers, redirect: "manual" } : { headers }),
      );
      const { status, type } = response;
      if (
        refuses &&
        (type === "opaqueredirect" || (status >= 300 && response.headers.has("location")))
      ) {
        throw new SessionError("ERR_SESSION_REDIRECT", { status });
      }
      return response;
    };
    const used = await token(request.signal);
    const response = await attempt(used);
    if (response.status !== 401 || isStream) return response;
    const body = await response
      .clone()
      .json()
      .catch(() => undefined);
    const code = body?.code;
    if (code !== "token_not_valid" && !response.headers.has("www-authenticate")) return response;
    const other = await instead(used, code, request.signal).catch(() => undefined);
    return other === undefined ? response : attempt(other, true);
  };
}
