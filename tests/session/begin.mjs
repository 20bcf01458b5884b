/**
 * Begin: a session of a fake backend, and what it tells.
 */
import { START, settle } from "./fake-time.mjs";
import { ORIGIN, createBackend } from "./fake-backend.mjs";

export const EVENTS = [
  "signedin",
  "refreshed",
  "expiring",
  "expired",
  "refreshfailed",
  "signedout",
  "skew",
  "clockchange",
  "clock-suspect",
  "reauth-needed",
  "storageerror",
];

/** The server's clock: this one's, `ahead` seconds ahead. */
export const serverClock =
  (ahead = 0) =>
  () =>
    Date.now() / 1_000 + ahead;

/** A session, signed in if `signsIn`; `told` lists its events as `[type, detail]`. */
export async function begin(api, { backend: own, signsIn = true, ...options } = {}) {
  const backend =
    typeof own?.handle === "function" ? own : createBackend({ now: serverClock(), ...own });
  const session = api.createSession({ baseUrl: ORIGIN, fetch: backend.fetch, ...options });
  const told = [];
  for (const type of EVENTS) {
    session.addEventListener(type, ({ detail }) => told.push([type, detail]));
  }
  const types = () => told.map(([type]) => type);
  if (signsIn) {
    await session.signIn({ username: "ada", password: "right" });
    await settle();
  }
  const refreshes = () => backend.at("/api/token/refresh/").length;
  return { session, backend, told, types, refreshes };
}

/** What `promise` rejects with. */
export const failure = (promise) =>
  promise.then(
    () => {
      throw new Error("not rejected");
    },
    (error) => error,
  );

export { ORIGIN, START, createBackend, settle };
