/**
 * Signed in: a session of the package with a user of a backend, in Node, and what went over the wire.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";
import { makeAccount } from "./account.mjs";

const REFRESH = /refresh\/$/;

/**
 * Makes a user and signs in with a session, which renews nothing unless it is asked to.
 *
 * Resolves to `{ session, account, requests, refreshes(), told }`: `requests` are `{ path, status }` in
 * order, `refreshes` counts those for a new token, `told` are the session's events as `[type, detail]`.
 *
 * - `options`: of `createSession`
 * - `tokens`: `tokens(account)` are adopted in the place of signing in
 */
export async function signedIn(backend, options = {}, tokens) {
  const { createSession } = createRequire(join(project, "package.json"))("wasm-jwt/session");
  const account = await makeAccount(backend, options.paths?.obtain && `/${options.paths.obtain}`);
  const requests = [];
  const session = createSession({
    baseUrl: backend.origin,
    autoRefresh: false,
    fetch: async (...args) => {
      const request = new Request(...args);
      const response = await fetch(request);
      requests.push({ path: new URL(request.url).pathname, status: response.status });
      return response;
    },
    ...options,
  });
  const told = [];
  for (const type of ["signedin", "refreshed", "refreshfailed", "signedout", "skew"]) {
    session.addEventListener(type, ({ detail }) => told.push([type, detail]));
  }
  const { username, password } = account;
  if (tokens) await session.adopt(tokens(account));
  else await session.signIn({ username, password });
  const refreshes = () => requests.filter(({ path }) => REFRESH.test(path)).length;
  return { session, account, requests, refreshes, told };
}

/** What `promise` rejects with. */
export const failure = (promise) =>
  promise.then(
    () => {
      throw new Error("not rejected");
    },
    (error) => error,
  );
