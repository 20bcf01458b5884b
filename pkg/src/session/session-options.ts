/**
 * Session options: what a session may be told, and what it does if it is not.
 */
import type { Clock } from "../clock.js";
import type { Duration } from "../duration.js";
import { readGiven } from "../given.js";
import type { Signal } from "../key-source.js";
import type { LocksLike } from "./lock.js";
import { type OptionType, readOption } from "./read-option.js";
import type { ChannelLike } from "./tabs.js";
import type { SessionStorage, StorageKind } from "./vault.js";

/** How a session works. Durations: a number is seconds, text carries its unit. */
export interface SessionOptions {
  /** The backend's address: `https:`, `http:`, or relative to the page. */
  baseUrl: string | { readonly href: string };
  /** Sessions of the same name are one, in a page and across its tabs. Default `"default"`. */
  name?: string;
  /** Relative to `baseUrl`; defaults `api/token/`, `api/token/refresh/`, `…/verify/`, `…/blacklist/`. */
  paths?: { obtain?: string; refresh?: string; verify?: string; blacklist?: string };
  /** `pair`: an access token and one to refresh it with. `sliding`: one for both. Default `pair`. */
  mode?: "pair" | "sliding";
  /** What stands before the token; simplejwt tells cases apart. Default `Bearer`. */
  scheme?: string;
  /** The header's name. Default `Authorization`. */
  header?: string;
  /** The names of members in bodies, if they are other ones. */
  fields?: Partial<Record<"access" | "refresh" | "token" | "username" | "password", string>>;
  /** Where tokens are kept. Default `memory`. */
  storage?: StorageKind | SessionStorage;
  /** How long before its expiry a token is renewed. Default: a tenth of its life, 2 to 60 seconds. */
  ahead?: Duration;
  /** By so much clocks may differ. Default 0. */
  clockTolerance?: Duration;
  /** How long a request, and the wait for another tab's, may take. Default 10 seconds. */
  timeout?: Duration;
  /** Whether to renew the token before anybody asks for one. Default true. */
  autoRefresh?: boolean;
  /** Other origins that `session.fetch` sends the token to. Default: none but that of `baseUrl`. */
  allowedOrigins?: readonly string[];
  /**
   * Makes the refresh request in another way, as with a refresh token in an HttpOnly cookie. Resolves
   * to the answer, which is read like any other.
   */
  refresh?: (token: string | undefined, options: { signal: AbortSignal }) => Promise<Response>;
  /** Default: the host's `fetch`, as it is at the time of a request. */
  fetch?: typeof globalThis.fetch;
  /** The `credentials` of the session's own requests. Default: as `fetch` does. */
  credentials?: RequestCredentials;
  /** Seconds since 1970, or a function that returns them. Default: the host's clock. */
  now?: Clock;
  /** Default: `navigator.locks` in a page or its worker. `null` for none. */
  locks?: LocksLike | null;
  /** Default `wasm-jwt:` and the name. */
  lockName?: string;
  /** The name of a BroadcastChannel, one's own, or `null`. Default `wasm-jwt:` and the name, in a page. */
  channel?: string | ChannelLike | null;
  /** Disposes of the session when it is aborted. */
  signal?: Signal;
}

const TYPES: Readonly<Record<keyof SessionOptions, OptionType>> = {
  baseUrl: "any",
  name: "string",
  paths: "object",
  mode: "string",
  scheme: "string",
  header: "string",
  fields: "object",
  storage: "any",
  ahead: "duration",
  clockTolerance: "duration",
  timeout: "duration",
  autoRefresh: "boolean",
  allowedOrigins: "object",
  refresh: "function",
  fetch: "function",
  credentials: "string",
  now: "clock",
  locks: "object",
  lockName: "string",
  channel: "any",
  signal: "object",
};

/** An origin of its own means one user: a page, or its workers. Servers and edge hosts have many. */
export const hasOneUser = (): boolean => !!globalThis.location?.origin;

/** The options as the session uses them. */
export type Settings = ReturnType<typeof settle>;

/** @throws TypeError for an option of another name or type, or an address that is none */
export function settle(options: SessionOptions) {
  const given = readGiven(options, TYPES, readOption) as Omit<
    SessionOptions,
    "ahead" | "clockTolerance" | "timeout"
  > & { ahead?: number; clockTolerance?: number; timeout?: number };
  const {
    name = "default",
    mode = "pair",
    storage = "memory",
    paths,
    fields,
    locks,
    channel,
  } = given;
  const oneOf = (name: string, value: unknown, values: unknown[]) => {
    if (!values.includes(value)) throw new TypeError(`option ${name} is unknown`);
  };
  oneOf("mode", mode, ["pair", "sliding"]);
  if (typeof storage !== "object") {
    oneOf("storage", storage, ["memory", "indexedDB", "sessionStorage", "localStorage"]);
  }
  const base = readAddress(given.baseUrl);
  const key = `wasm-jwt:${name}`;
  const inPage = hasOneUser();
  return {
    clockTolerance: 0,
    timeout: 10,
    scheme: "Bearer",
    header: "Authorization",
    autoRefresh: true,
    lockName: key,
    ...given,
    name,
    key,
    base,
    isSliding: mode === "sliding",
    urlOf: (view: keyof NonNullable<SessionOptions["paths"]>) => {
      const usual = view === "obtain" ? "" : `${view}/`;
      return new URL(paths?.[view] ?? `api/token/${usual}`, base).href;
    },
    fieldOf: (name: keyof NonNullable<SessionOptions["fields"]>) => fields?.[name] ?? name,
    origins: [base.origin, ...(given.allowedOrigins ?? [])],
    locks: (locks === undefined && inPage ? globalThis.navigator?.locks : locks) as
      LocksLike | null | undefined,
    channel: openChannel(channel === undefined && inPage ? key : channel),
  };
}

function openChannel(channel: string | ChannelLike | null | undefined): ChannelLike | undefined {
  if (typeof channel !== "string") return channel ?? undefined;
  if (typeof BroadcastChannel !== "function") return;
  const opened: any = new BroadcastChannel(channel);
  // No reason for Node to stay.
  opened.unref?.();
  return opened;
}

function readAddress(url: unknown): URL {
  let base: URL | undefined;
  try {
    base = new URL((url as { href?: string }).href ?? (url as string), globalThis.location?.href);
    // What follows the last slash would not be part of it.
    if (!base.pathname.endsWith("/")) base.pathname += "/";
  } catch {
    // Its own error tells the whole address.
  }
  if (!/^https?:$/.test(base?.protocol ?? "")) throw new TypeError("option baseUrl is no address");
  if (base!.username || base!.password) throw new TypeError("option baseUrl holds credentials");
  return base!;
}
