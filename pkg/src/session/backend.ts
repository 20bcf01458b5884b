/**
 * Backend: the requests that a session makes for itself, and what their answers mean.
 *
 * Answers are told apart by status and `code`, never by their text: that is translated.
 */
import { steady } from "./alarm.js";
import { SessionError, type SessionErrorCode } from "./session-error.js";
import type { Settings } from "./session-options.js";
import { within } from "./until.js";

/** A request that was answered with success. */
export interface Answer {
  readonly body: any;
  /** The `Date` of the answer in seconds since 1970, if the page may see it. */
  readonly date: number | undefined;
  /** By this clock, in seconds since 1970: the middle of the request. */
  readonly midpoint: number;
  readonly rtt: number;
}

/** How long the server asked to be left alone. */
export const retryAfter = new WeakMap<SessionError, number>();

export interface Backend {
  /** POSTs `body` as JSON. Rejects with a `SessionError`. */
  post(url: string, body: object, init?: RequestInit): Promise<Answer>;
  /** The same for a request that is made by `send`. */
  ask(send: (signal: AbortSignal) => Promise<Response>): Promise<Answer>;
}

export function createBackend(settings: Settings, clock: () => number): Backend {
  const ask: Backend["ask"] = async (send) => {
    let response: Response | undefined;
    try {
      return await within(settings.timeout, async (signal) => {
        const [started, at] = [steady(), clock()];
        response = await send(signal);
        const rtt = steady() - started;
        const { status, headers } = response;
        const body = await response.json().catch(() => undefined);
        if (!response.ok || response.redirected) throw fault(response, body);
        // An answer from a cache is as old as it says.
        const date = Date.parse(headers.get("date") ?? "") / 1000 + Number(headers.get("age"));
        return { body, status, rtt, midpoint: at + rtt / 2, date: date || undefined };
      });
    } catch (cause) {
      if (cause instanceof SessionError) throw cause;
      throw new SessionError("ERR_SESSION_UNAVAILABLE", {
        status: response?.status,
        cause,
      });
    }
  };
  return {
    ask,
    post: (url, body, init) =>
      ask((signal) => {
        // Called as a function: as a method of something else, the host's own refuses.
        const send = settings.fetch ?? fetch;
        const { credentials } = settings;
        return send(url, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify(body),
          // A redirect could carry a password or a token to anywhere.
          redirect: "manual",
          signal,
          // Older workerd refuses this where there is nothing to say.
          ...(credentials && { credentials }),
          ...init,
        });
      }),
  };
}

function fault({ status, type, redirected, headers }: Response, body: any): SessionError {
  const serverCode = typeof body?.code === "string" ? body.code : undefined;
  const make = (code: SessionErrorCode) => new SessionError(code, { status, serverCode });
  if (redirected || type === "opaqueredirect" || (status >= 300 && status < 400)) {
    return make("ERR_SESSION_REDIRECT");
  }
  // Only the framework says why. A proxy's 401 is no word about this session.
  if (status === 401 && (serverCode || body?.detail)) {
    return make("ERR_SESSION_REFUSED");
  }
  if (status === 429 || status === 408 || status >= 500) {
    const error = make("ERR_SESSION_UNAVAILABLE");
    const after = headers.get("retry-after");
    const seconds = Number(after) || (Date.parse(after ?? "") - Date.now()) / 1000;
    if (seconds > 0) retryAfter.set(error, seconds);
    return error;
  }
  return make("ERR_SESSION_REJECTED");
}
