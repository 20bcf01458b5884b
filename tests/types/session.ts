/**
 * The types of `wasm-jwt/session`, as a user in TypeScript meets them. Compiled, never run.
 *
 * Each `@ts-expect-error` is a mistake that the compiler has to find.
 */
import type { Unverified, Verified } from "wasm-jwt";
import {
  type ExpiryState,
  type Session,
  SessionError,
  type SessionOptions,
  type SessionRecord,
  type SessionSnapshot,
  type Watch,
  type WatchSnapshot,
  createSession,
  watch,
} from "wasm-jwt/session";

/** Claims of an application. */
interface Access {
  user_id: string;
}

declare const token: string;

// Watching.
const one: Watch = watch(token, {
  ahead: "1m",
  clockTolerance: 5,
  now: () => 5,
  tick: 1,
  allowFarDates: true,
  onChange: ({ state }) => state,
  signal: new AbortController().signal,
});
watch({ exp: 5 }).check();
using disposed = watch(token);
const state: ExpiryState = one.getSnapshot().state;
one.addEventListener("expiring", ({ detail }) => {
  const missed: boolean | undefined = detail.missed;
});
for await (const { type, detail } of one) if (type === "tick") detail.remaining;
// @ts-expect-error: no event of this name
one.addEventListener("expires", () => {});
// @ts-expect-error: no option of this name
watch(token, { leeway: 5 });
// @ts-expect-error: the snapshot is frozen
one.getSnapshot().state = "valid";
// @ts-expect-error: no state of this name
one.getSnapshot().state === "revoked";

// Sessions.
const options: SessionOptions = {
  baseUrl: new URL("https://api.example/"),
  paths: { refresh: "refresh/" },
  fields: { username: "email" },
  storage: "indexedDB",
  ahead: "30s",
  locks: null,
  channel: null,
  fetch,
};
const session: Session<Access> = createSession<Access>(options);
createSession({ baseUrl: "/", locks: navigator.locks, channel: new BroadcastChannel("a") });
createSession({ baseUrl: "/", storage: new Map<string, SessionRecord>() });
createSession({
  baseUrl: "/",
  refresh: (refresh, { signal }) => fetch(refresh ?? "/", { signal }),
});
const obtained: Promise<string> = session.getToken({ minValidity: "1m", force: true });
const response: Promise<Response> = session.fetch("me/", { method: "POST" });
session.signIn({ username: "a", password: "b", otp: 5 });
const claims: Unverified<Access> | undefined = session.tokens?.claims;
const user: string | undefined = session.getSnapshot().claims?.user_id;
session.addEventListener("signedout", ({ detail: { reason } }) => reason === "refused");
session.addEventListener("refreshfailed", ({ detail: { error, retryAt } }) => {
  if (error instanceof SessionError && error.code === "ERR_SESSION_UNAVAILABLE") return retryAt;
  return;
});

// The frameworks' own rules.
declare function useSyncExternalStore<S>(
  subscribe: (onChange: () => void) => () => void,
  getSnapshot: () => S,
): S;
const rendered: SessionSnapshot<Access> = useSyncExternalStore(
  session.subscribe,
  session.getSnapshot,
);
const watched: WatchSnapshot = useSyncExternalStore(one.subscribe, one.getSnapshot);
interface Readable<T> {
  subscribe(run: (value: T) => void, invalidate?: () => void): () => void;
}
const readable: Readable<SessionSnapshot<Access>> = session;

// @ts-expect-error: an address is wanted
createSession({});
// @ts-expect-error: no storage of this name
createSession({ baseUrl: "/", storage: "cookie" });
// @ts-expect-error: a date is no number of seconds
createSession({ baseUrl: "/", now: new Date() });
// @ts-expect-error: claims that nobody has checked, where checked ones are wanted
const verified: Verified<Access>["payload"] = claims!;
// @ts-expect-error: a snapshot holds no token
session.getSnapshot().access;
// @ts-expect-error: a code that does not exist
new SessionError("ERR_SESSION_LOST");
for await (const event of session) {
  if (event.type === "signedout") event.detail.reason === "refused";
  // @ts-expect-error: no event of this type
  if (event.type === "loggedout") break;
}
