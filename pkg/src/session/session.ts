/**
 * Session: tokens obtained, renewed in time, sent where they belong, and given up.
 */
import type { Claims, Unverified } from "../claims.js";
import { readClock } from "../clock.js";
import type { Duration } from "../duration.js";
import { seconds } from "../duration.js";
import type { Signal } from "../key-source.js";
import { dismiss, enlist, setAlarm } from "./alarm.js";
import { type Answer, createBackend } from "./backend.js";
import { type Disposable, type Events, type Store, createFace } from "./face.js";
import { type SessionSnapshot, createHolder } from "./holder.js";
import { ANSWER_SECONDS, createRefresher } from "./refresher.js";
import { SessionError, type SignOutReason } from "./session-error.js";
import { createFetch } from "./session-fetch.js";
import { type SessionOptions, hasOneUser, settle } from "./session-options.js";
import { type SessionRecord, isSame } from "./session-record.js";
import { type Skew, createSkew } from "./skew.js";
import { openTabs } from "./tabs.js";
import { claimsOf } from "./token-claims.js";
import { pause, until } from "./until.js";
import { openVault } from "./vault.js";

/** The events, and what each brings as `detail`. Never a token. */
export interface SessionEvents {
  /** Somebody signed in, here or in another tab. */
  signedin: { by: "self" | "tab" };
  refreshed: { by: "self" | "tab" };
  expiring: { exp: number };
  expired: { exp: number };
  /** `retryAt`: seconds since 1970; absent if only a call of `getToken` with `force` tries again. */
  refreshfailed: { error: SessionError; retryAt?: number };
  signedout: { reason: SignOutReason; serverCode?: string };
  /** What is known of the server's clock has changed. */
  skew: Skew;
  /** This host's clock was set, or the machine slept. */
  clockchange: object;
  /** A token that just came looks expired: this clock is wrong, and nothing says by how much. */
  "clock-suspect": object;
  /** A sliding token cannot be renewed any more; it is good until then. */
  "reauth-needed": { at: number };
  /** The storage failed, and memory takes its place. */
  storageerror: { error: unknown };
}

/** What is asked of a token. */
export interface TokenRequest {
  /** How long it has to be in force. Default: the session's `ahead`. */
  minValidity?: Duration;
  /** Renews it whatever its dates say, unless that was done just before. */
  force?: boolean;
  /** Ends this call, and nobody else's. */
  signal?: Signal | null | undefined;
}

/** What a session holds. Nobody here has verified it. */
export interface SessionTokens<C = Claims> {
  /** The access token, or the sliding one. */
  readonly access: string;
  readonly refresh?: string | undefined;
  readonly claims?: Unverified<C> | undefined;
}

/** A session: see `createSession`. */
export interface Session<C = Claims>
  extends Events<SessionEvents>, Store<SessionSnapshot<C>>, Disposable {
  /** Settles when the storage, or the other tabs, have said whether somebody is signed in. */
  readonly ready: Promise<void>;
  readonly tokens: SessionTokens<C> | undefined;
  readonly skew: Skew | undefined;
  /** The server's time as far as it is known, in seconds since 1970. */
  readonly now: () => number;
  /** POSTs `username`, `password` and whatever else is given to `paths.obtain`. */
  readonly signIn: (credentials: {
    username?: string;
    password?: string;
    [name: string]: unknown;
  }) => Promise<void>;
  /** Begins with tokens that came in another way. */
  readonly adopt: (tokens: { access: string; refresh?: string }) => Promise<void>;
  /** Forgets the tokens in every tab at once; then tells the server, if it can be reached. */
  readonly signOut: () => Promise<void>;
  /** A token that is in force. Rejects with a `SessionError`, or with the signal's reason. */
  readonly getToken: (request?: TokenRequest) => Promise<string>;
  /** Whether the server takes the access token. */
  readonly verify: () => Promise<boolean>;
  /** `fetch` with the token, for `baseUrl`'s origin and `allowedOrigins`; anything else is let through. */
  readonly fetch: typeof globalThis.fetch;
}

/** The sessions of a page by name. On a server there is more than one user, so there it is empty. */
const sessions = new Map<string, { session: Session<any>; href: string }>();

/**
 * A session with a backend that issues JSON Web Tokens, such as djangorestframework-simplejwt.
 *
 * Tokens are renewed before they expire, once for all callers and all tabs. In a page, another call
 * with the same name gives the same session.
 *
 * @throws TypeError for a wrong option, or a name that another `baseUrl` has
 * @see RFC 6750 §2.1
 * @example
 * ```js
 * import { createSession } from "wasm-jwt/session";
 *
 * const session = createSession({ baseUrl: "https://api.example/" });
 * await session.signIn({ username, password });
 * const response = await session.fetch("me/");
 * ```
 */
export function createSession<C extends object = Claims>(options: SessionOptions): Session<C> {
  const settings = settle(options);
  const { name, key, base, urlOf, fieldOf, isSliding, signal } = settings;
  const known = sessions.get(name);
  if (known) {
    settings.channel?.close();
    if (known.href === base.href) return known.session;
    throw new TypeError("a session of this name has another baseUrl");
  }
  const skew = createSkew();
  const clock = () => readClock(settings.now);
  const backend = createBackend(settings, clock);
  const over = new AbortController();
  /** Sessions that ended: a late message must not bring them back. */
  const ended = new Set<string>();
  const spread = 1 + Math.random() / 10;

  const signedOut = (reason = face.getSnapshot().reason) =>
    new SessionError("ERR_SESSION_SIGNED_OUT", { reason });

  const vault = openVault(settings.storage, key, (error) => emit("storageerror", { error }));

  /** Makes the storage's record this tab's. */
  const look = async () => {
    const record = await vault.get();
    const held = holder.record;
    if (!record) {
      if (held) leave("elsewhere");
    } else if (!isSame(held, record)) {
      holder.take(record);
      emit(held?.id === record.id ? "refreshed" : "signedin", { by: "tab" });
      setAlarm();
    }
  };
  const tabs = openTabs(settings.channel, vault.isShared, {
    held: () => holder.record,
    hear: async ({ record, end, answer, mark }) => {
      const held = holder.record;
      if (typeof end === "string") {
        ended.add(end);
        if (held?.id === end) void vault.put(undefined);
      }
      if (record && !ended.has(record.id)) {
        const isNewer = held?.id === record.id ? record.seq > held.seq : !held || !answer;
        if (isNewer) void vault.put(record);
      }
      // localStorage may show another tab's write only later.
      for (let tries = 0; tries < 3; tries++) {
        await look();
        if (!vault.isShared || isSame(holder.record, mark as SessionRecord | undefined)) return;
        await pause(ANSWER_SECONDS);
      }
    },
  });
  const leave = (reason: SignOutReason) => {
    refresher.abandon(signedOut(reason));
    holder.drop(reason);
    setAlarm();
  };

  /** Makes a record of what the server gave, and learns the time from it. */
  const receive = ({ body, date, midpoint, rtt }: Answer, before?: SessionRecord) => {
    const access = body?.[isSliding ? fieldOf("token") : fieldOf("access")];
    const refresh = body?.[fieldOf("refresh")];
    if (typeof access !== "string") {
      throw new SessionError("ERR_SESSION_MALFORMED");
    }
    const { iat, exp } = (claimsOf(access) ?? {}) as { iat?: number; exp?: number };
    // Up to simplejwt 5.5.0 a refreshed token has the `iat` of the token that it was made with.
    const source = before && ((isSliding ? before.access : before.refresh) ?? "");
    const isNew = source === undefined || iat! > (claimsOf(source)?.iat as number);
    const time = date ?? (isNew && typeof iat === "number" ? iat : NaN);
    // Tokens that came in another way say nothing about the time.
    if (!isNaN(time - midpoint)) {
      // The time is in whole seconds; half of one is what was cut off on average.
      const sample = {
        seconds: time + 0.5 - midpoint,
        rtt,
        source: date ? "date" : "iat",
      } as const;
      if (skew.add(sample)) emit("skew", skew.best);
    }
    const life = () => (typeof exp === "number" ? exp - holder.now() : undefined);
    // So short a life was a wrong guess: the last token was refused for another reason than its age.
    if (life()! <= (before?.life ?? 0) / 2) skew.forget("expiry");
    return {
      id: before?.id ?? `${Date.now()}.${Math.random()}`,
      seq: (before?.seq ?? -1) + 1,
      access,
      refresh: typeof refresh === "string" ? refresh : before?.refresh,
      life: life(),
    };
  };

  const begin = async (record: SessionRecord) => {
    await vault.put(record);
    tabs.tell(record, record.id);
    holder.take(record);
    refresher.reset(true);
    // Whatever others may still say.
    ready = Promise.resolve();
    emit("signedin", { by: "self" });
    setAlarm();
  };

  const getToken = async ({ minValidity, force, signal }: TokenRequest = {}) => {
    const least = minValidity === undefined ? undefined : seconds(minValidity, "minValidity");
    signal?.throwIfAborted();
    await until(ready, signal);
    over.signal.throwIfAborted();
    if (!holder.record) throw signedOut();
    if (force || rest() < (least ?? holder.ahead)) {
      try {
        await until(refresher.refresh(force), signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!holder.record) throw signedOut();
        // What is still in force is better than nothing.
        if (force || over.signal.aborted || isOver()) throw error;
      }
    }
    if (holder.record && !holder.canRefresh && isOver()) leave("expired");
    if (!holder.record) throw signedOut();
    return holder.record.access;
  };
  const isOver = () => holder.left() <= 0;
  /** The tolerance is for the server's doubts, not for being late. */
  const rest = () => holder.left() - settings.clockTolerance;

  const sleeper = {
    wait: () => {
      if (!holder.record) return Infinity;
      const due = rest() - holder.ahead * spread;
      const automatic = settings.autoRefresh && holder.canRefresh;
      return Math.min(
        Math.max(holder.wait(), 0),
        automatic ? Math.max(due, refresher.wait()) : Infinity,
      );
    },
    wake: (event: Event | undefined, jumped: boolean) => {
      if (jumped) {
        skew.forget();
        emit("clockchange");
      }
      if (event?.type === "online") refresher.reset();
      // A page that was put away has missed what others did.
      if (event?.type === "resume" || (event as PageTransitionEvent)?.persisted) start(true);
      if (!holder.record) return;
      holder.check();
      if (!holder.record) return;
      if (!holder.canRefresh) {
        if (isOver()) leave("expired");
      } else if (settings.autoRefresh && rest() <= holder.ahead * spread && refresher.wait() <= 0) {
        refresher.refresh().catch(() => {});
      }
    },
  };

  const dispose = () => {
    if (over.signal.aborted) return;
    signal?.removeEventListener("abort", dispose);
    const error = new SessionError("ERR_SESSION_DISPOSED");
    over.abort(error);
    refresher.abandon(error);
    dismiss(sleeper);
    end();
    if (sessions.get(name)?.session === face) sessions.delete(name);
    // What a refresh under way brings belongs to the other tabs, too.
    void refresher.rest().then(tabs.close);
  };

  const { face, show, emit, end } = createFace<any, SessionSnapshot<C>>(
    { status: "starting" },
    {
      get ready() {
        return ready;
      },
      get tokens() {
        const { record, claims } = holder;
        return record && Object.freeze({ access: record.access, refresh: record.refresh, claims });
      },
      get skew() {
        return skew.best;
      },
      now: () => holder.now(),
      getToken,
      signIn: async ({ username, password, ...more }: Record<string, unknown>) => {
        over.signal.throwIfAborted();
        const own = { [fieldOf("username")]: username, [fieldOf("password")]: password };
        await begin(receive(await backend.post(urlOf("obtain"), { ...more, ...own })));
      },
      adopt: async ({ access, refresh }: { access: string; refresh?: string }) => {
        over.signal.throwIfAborted();
        const body = {
          [isSliding ? fieldOf("token") : fieldOf("access")]: access,
          [fieldOf("refresh")]: refresh,
        };
        await begin({
          ...receive({ body, date: undefined, midpoint: NaN, rtt: 0 }),
          life: undefined,
        });
      },
      signOut: async () => {
        const record = holder.record ?? (await vault.get().catch(() => undefined));
        if (record) ended.add(record.id);
        leave("signed-out");
        await vault.put(undefined);
        if (!record) return;
        tabs.tell(undefined, record.id);
        if (isSliding || !(record.refresh || settings.refresh)) return;
        const body = record.refresh ? { [fieldOf("refresh")]: record.refresh } : {};
        await backend.post(urlOf("blacklist"), body, { keepalive: true }).catch(() => {});
      },
      verify: async () => {
        const token = await getToken();
        try {
          await backend.post(urlOf("verify"), { [fieldOf("token")]: token });
          return true;
        } catch (error) {
          const { status } = error as SessionError;
          if (status === 401 || status === 400) return false;
          throw error;
        }
      },
      fetch: createFetch(settings, {
        token: (signal) => getToken({ signal }),
        instead: async (used, code, signal) => {
          if (holder.record?.access === used) {
            const { exp } = holder.claims ?? {};
            // Nothing says what the server's clock is, but this: for it, the token has expired.
            if (code === "token_not_valid" && !skew.best && typeof exp === "number" && !isOver()) {
              skew.add({ seconds: exp - clock(), source: "expiry", rtt: Infinity });
            }
            await getToken({ force: true, signal });
          }
          const other = await getToken({ signal });
          return other === used ? undefined : other;
        },
      }),
      dispose,
    },
  );
  const holder = createHolder(settings, skew, show, emit);
  const refresher = createRefresher(
    settings,
    { vault, tabs, backend, holder },
    over.signal,
    receive,
    emit,
  );

  let ready: Promise<void>;
  /** Asks whoever may know of a session: the storage, the other tabs, the server's own cookie. */
  const start = (again?: boolean) => {
    ready = (async () => {
      const record = await vault.get();
      if (again) await look();
      else if (record) holder.take(record);
      await tabs.ask(holder.record ? 0 : ANSWER_SECONDS, true);
      if (!holder.record && settings.refresh && !again) await refresher.refresh().catch(() => {});
      if (!holder.record) holder.drop(face.getSnapshot().reason);
      // What was stored may be over by now, or due.
      sleeper.wake(undefined, false);
      setAlarm();
    })();
  };
  start();
  if (hasOneUser()) sessions.set(name, { session: face, href: base.href });
  enlist(sleeper);
  if (signal?.aborted) dispose();
  else signal?.addEventListener("abort", dispose);
  return face;
}
