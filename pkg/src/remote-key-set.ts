/**
 * Remote key set: an issuer's keys, fetched, kept and renewed (RFC 7517 §5).
 *
 * The host is not trusted with more than its keys: no redirect, a bounded body, a bounded time, no
 * symmetric keys. It is asked rarely, whatever tokens say, and a failure of it costs nothing as long
 * as the last good set is usable.
 */
import { type Clock, isClock, readClock } from "./clock.js";
import { type Duration, seconds } from "./duration.js";
import { JwtError } from "./error.js";
import { readGiven } from "./given.js";
import type { Jwk, Jwks } from "./key.js";
import {
  type FetchResponse,
  type KeySetReason,
  freshness,
  readKeys,
  usableKeys,
} from "./key-set-response.js";
import { KEY_SOURCE, type KeySource, type Signal } from "./key-source.js";

export type { FetchResponse } from "./key-set-response.js";

/** What a request is made with. */
export interface FetchInit {
  headers: any;
  redirect: "manual";
  credentials?: "omit";
  /** An `AbortSignal`. */
  signal: any;
}

/** The host's `fetch`, or something like it. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** A set as plain data, for a store that outlives the process. */
export interface KeySetCache {
  keys: readonly Jwk[];
  /** Seconds since 1970. */
  fetchedAt: number;
  /** Until when it is fresh, in seconds since 1970. */
  expiresAt: number;
  etag?: string;
}

/** How a key set is fetched. Durations: a number is seconds, text carries its unit. */
export interface RemoteKeySetOptions {
  /** Default: the host's `fetch`, as it is at the time of a request. */
  fetch?: FetchLike;
  /** How long a set is fresh, unless the host says shorter. Default 600 seconds. */
  cacheMaxAge?: Duration;
  /** The least time between two requests, whatever the host and the tokens say. Default 30 seconds. */
  cooldown?: Duration;
  /** How long the last good set is used after it was fresh, if the host fails. Default one day. */
  maxStale?: Duration;
  /** How long a request may take, its body included. Default 5 seconds. */
  timeout?: Duration;
  /** The longest body taken. Default 262,144. */
  maxBytes?: number;
  /** What to send besides `accept`, such as an API key: names and values, or a `Headers`. */
  headers?: object;
  /** Seconds since 1970, or a function that returns them. Default: the host's clock. */
  now?: Clock;
  /** What `export()` gave earlier, or `null`. What cannot be used of it is ignored. */
  cache?: KeySetCache | null;
  /** Ends the requests of this set. */
  signal?: Signal;
}

const TYPES: Readonly<
  Record<keyof RemoteKeySetOptions, "function" | "object" | "duration" | "size" | "now">
> = {
  fetch: "function",
  cacheMaxAge: "duration",
  cooldown: "duration",
  maxStale: "duration",
  timeout: "duration",
  maxBytes: "size",
  headers: "object",
  now: "now",
  cache: "object",
  signal: "object",
};

function readOption(value: unknown, type: string, name: string): unknown {
  if (type === "duration") return seconds(value, name);
  const fits =
    type === "now"
      ? isClock(value)
      : type === "size"
        ? Number.isInteger(value) && (value as number) > 0
        : typeof value === type;
  if (fits) return value;
  throw new TypeError(`option ${name} is not a ${type}`);
}

/** The longest that timers can wait: 2^31 − 1 milliseconds. */
const MAX_TIMEOUT = 2_147_483;

/** An issuer's keys: a key for `verify` and `createVerifier`. */
export interface RemoteKeySet extends KeySource {
  /** The last good set as plain data, for the option `cache`; `undefined` if there is none. */
  export(): KeySetCache | undefined;
}

/** What a caller gets that waits for a request which never settles. */
const LOST = {};

/** What a host answered; `seconds`: how long it is fresh by the host's word. */
type Answer = [keys: readonly Jwk[], seconds: number, etag: string | null | undefined];

/**
 * The keys at `url`, which is an `https:` address, or `http:` on this machine.
 *
 * Fetched when they are first wanted, again when they are no longer fresh, and when a token names a
 * key that is not among them; at most one request at a time and one in each `cooldown`. Fresh means:
 * for `cacheMaxAge`, or for what `Cache-Control` says if that is shorter, and at least for `cooldown`.
 * If the host fails, the last good set is used for `maxStale` more. While there is none, the host is
 * asked again after 1, 2, 4, … seconds, up to `cooldown`.
 *
 * Of the set only public keys for signatures are taken. Redirects are refused, since they would let
 * the host's other pages choose the keys.
 *
 * @throws TypeError for another address, one with credentials, or an option of the wrong type
 * @see RFC 7517 §5, RFC 8725 §3.10
 * @example
 * ```js
 * import { createRemoteKeySet } from "wasm-jwt/jwks";
 *
 * const keys = createRemoteKeySet("https://issuer.example/.well-known/jwks.json");
 * // await keys.load() rejects with a JwtError, ERR_JWT_KEY_NOT_FOUND with `reason`, if it cannot be had
 * ```
 */
export function createRemoteKeySet(
  url: string | { readonly href: string },
  options?: RemoteKeySetOptions,
): RemoteKeySet {
  const { href, hostname } = readAddress(url);
  const {
    fetch: ownFetch,
    cacheMaxAge = 600,
    cooldown = 30,
    maxStale = 86_400,
    timeout = 5,
    maxBytes = 262_144,
    headers,
    now,
    cache,
    signal,
  } = readGiven(options, TYPES, readOption) as Omit<RemoteKeySetOptions, "maxStale"> &
    Record<"cacheMaxAge" | "cooldown" | "maxStale" | "timeout", number | undefined>;
  const ownHeaders = new Headers(headers as HeadersInit);

  /** The last good set, and its keys as they are given out. */
  let kept: KeySetCache | undefined;
  let jwks: Jwks | undefined;
  let version = 0;
  let requestedAt = -Infinity;
  let failures = 0;
  let failure: unknown;
  let pending: Promise<void> | undefined;
  /** Whether to send `If-None-Match`: in browsers it wants a preflight, which a host may refuse. */
  let conditional = true;

  const keep = ([keys, seconds, etag]: Answer, fetchedAt: number) => {
    // The same keys are the same set: whoever made something of it need not do so again.
    if (!jwks || JSON.stringify(jwks.keys) !== JSON.stringify(keys)) {
      jwks = { keys };
      version++;
    }
    const expiresAt = fetchedAt + Math.max(Math.min(seconds, cacheMaxAge), cooldown);
    kept = { keys: jwks.keys, fetchedAt, expiresAt, ...(etag && { etag }) };
  };

  /** The last good set, if it is not too old. */
  const usable = () => {
    if (kept && readClock(now) >= kept.expiresAt + maxStale) {
      kept = jwks = undefined;
      version++;
    }
    return kept;
  };

  /** False too if the clock was set back meanwhile: else it could be true for years. */
  const isWithin = (from: number, until: number) => {
    const time = readClock(now);
    return from <= time && time < until;
  };

  /** Names the host and no more of the address: its query may be a credential. */
  const refused = (reason: KeySetReason, fields?: { status?: number; cause?: unknown }) =>
    new JwtError("ERR_JWT_KEY_NOT_FOUND", `${hostname}: ${reason}`, { reason, ...fields });

  const request = async (abort: AbortSignal): Promise<Answer> => {
    const known = conditional ? usable() : undefined;
    const headers = new Headers(ownHeaders);
    if (!headers.has("accept")) headers.set("accept", "application/jwk-set+json, application/json");
    if (known?.etag) headers.set("if-none-match", known.etag);
    // Not redirect: "error", which workerd does not have.
    const init: FetchInit = { headers, redirect: "manual", signal: abort };
    // Older workerd refuses this where there is nothing to omit.
    if ("credentials" in Request.prototype) init.credentials = "omit";
    // Called as a function: as a method of something else, the host's own refuses.
    const send = ownFetch ?? (fetch as FetchLike);
    const response = await send(href, init);
    const { status } = response;
    const fresh = freshness(response);
    if (known?.etag && status === 304) {
      return [known.keys, fresh, known.etag];
    }
    // A browser shows a redirect as status 0, and a `fetch` that followed it as `redirected`.
    if (response.redirected || !status || (status >= 300 && status < 400)) {
      throw refused("key set answered with a redirect");
    }
    if (status !== 200) {
      throw refused("key set answered with another status", { status });
    }
    const keys = await readKeys(response, maxBytes);
    if (typeof keys === "string") throw refused(keys);
    return [keys, fresh, response.headers.get("etag")];
  };

  /** One request, whose outcome is left in the variables above. */
  const attempt = async () => {
    const controller = new AbortController();
    try {
      requestedAt = readClock(now);
      signal?.throwIfAborted();
      const late = refused("key set timed out");
      keep(await until(request(controller.signal), late, signal), readClock(now));
      failures = 0;
    } catch (error) {
      failures++;
      failure = error;
      if (!(error instanceof JwtError) && !signal?.aborted) {
        if (kept?.etag) conditional = false;
        failure = refused("key set not reachable", { cause: error });
      }
    }
    // Whatever is not wanted of the answer is not read either.
    controller.abort();
  };

  /** What `promise` gives, unless the time is over or `signal` aborted before. */
  const until = async <T>(promise: Promise<T>, late: unknown, signal?: Signal): Promise<T> => {
    let timer: any;
    let abort: any;
    const end = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, Math.min(timeout, MAX_TIMEOUT) * 1_000, late);
      // No reason for Node to stay.
      timer.unref?.();
      signal?.addEventListener("abort", (abort = () => reject(signal.reason)));
    });
    try {
      return await Promise.race([promise, end]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };

  /**
   * Waits for a request, the one under way or a new one, if it is time for one.
   *
   * On an edge host, a request that another visitor's call began may end with it and never settle.
   * Then this one makes its own.
   */
  const ask = async (signal: Signal | undefined): Promise<void> => {
    const pause = usable() ? cooldown : Math.min(cooldown, 2 ** (failures - 1));
    if (!pending && isWithin(requestedAt, requestedAt + pause)) return;
    const awaited = (pending ??= attempt());
    const forget = () => {
      if (pending === awaited) pending = undefined;
    };
    void awaited.then(forget);
    try {
      await until(awaited, LOST, signal);
    } catch (error) {
      if (error !== LOST) throw error;
      if (pending === awaited) requestedAt = -Infinity;
      forget();
      await ask(signal);
    }
  };

  /** The last good set. */
  const demand = () => {
    if (!usable()) throw failure;
    return jwks!;
  };

  if (cache) {
    const { fetchedAt, expiresAt, etag } = cache;
    const keys = usableKeys(cache);
    if (typeof keys !== "string" && Number.isFinite(fetchedAt) && Number.isFinite(expiresAt)) {
      requestedAt = Math.min(fetchedAt, readClock(now));
      keep([keys, expiresAt - fetchedAt, typeof etag === "string" ? etag : null], requestedAt);
    }
  }

  return {
    [KEY_SOURCE]: true,
    get version() {
      usable();
      return version;
    },
    get current() {
      return usable() && jwks;
    },
    load: async ({ signal } = {}) => {
      signal?.throwIfAborted();
      const set = usable();
      if (!set || !isWithin(set.fetchedAt, set.expiresAt)) await ask(signal);
      return demand();
    },
    refresh: async ({ signal } = {}) => {
      signal?.throwIfAborted();
      const before = version;
      await ask(signal);
      demand();
      return version !== before;
    },
    export: () => {
      const set = usable();
      return set && { ...set };
    },
  };
}

/** No machine but this one, and so no network in between (RFC 6761 §6.3). */
const LOCAL = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

function readAddress(url: unknown): URL {
  let address: URL | undefined;
  try {
    address = new URL(url as string);
  } catch {
    // Its own error tells the whole address.
  }
  const { protocol, hostname, username, password } = address ?? {};
  if (protocol !== "https:" && !(protocol === "http:" && LOCAL.test(hostname!))) {
    throw new TypeError("url is not an https address");
  }
  if (username || password) throw new TypeError("url holds credentials");
  return address!;
}
