/**
 * Failures: which of them end a session, and when it is tried again.
 */
import { equal, ok } from "../../js/harness.mjs";
import { begin, failure, settle } from "../begin.mjs";

const REFRESH = "/api/token/refresh/";

export default function (test, { api }) {
  const offline = () => Promise.reject(new TypeError("fetch failed"));

  test("refresh_500_not_signed_out: three are enough, and the token is used to its end", async (time) => {
    const { session, backend, told, refreshes } = await begin(api);
    backend.next(REFRESH, () => backend.reply(500, "<html>"), 99);
    await time.advance(280);
    equal(refreshes(), 3);
    const failed = told.filter(([type]) => type === "refreshfailed");
    equal(
      failed.map(([, { error }]) => [error.code, error.status]),
      Array(3).fill(["ERR_SESSION_UNAVAILABLE", 500]),
    );
    equal(
      failed.map(([, { retryAt }]) => typeof retryAt),
      ["number", "number", "undefined"],
    );
    equal(await session.getToken(), session.tokens.access);
    await time.advance(60);
    equal((await failure(session.getToken())).status, 500);
    equal([session.getSnapshot().status, refreshes()], ["signed-in", 3]);
    backend.script.clear();
    backend.refreshLifetime = 1e6;
    await session.getToken({ force: true });
    equal(session.getSnapshot().state, "valid");
    session.dispose();
  });
  test("a refused refresh token signs out, by status and code and in any language", async (time) => {
    for (const body of [
      { detail: "Token is blacklisted", code: "token_not_valid" },
      { detail: "El token está en la lista negra", code: "token_not_valid" },
      { detail: "No active account found for the given token." },
      { detail: "User not found", code: "user_not_found" },
    ]) {
      const { session, backend, told } = await begin(api);
      backend.next(REFRESH, () => backend.reply(401, body));
      const waiting = failure(session.getToken({ force: true }));
      await time.advance(1);
      const error = await waiting;
      equal([error.code, error.reason], ["ERR_SESSION_SIGNED_OUT", "refused"]);
      equal(told.at(-1), ["signedout", { reason: "refused", serverCode: body.code }]);
      session.dispose();
    }
  });
  test("a 401 that is not the framework's, and a 403, sign nobody out", async () => {
    for (const [status, body, code] of [
      [401, "<html>", "ERR_SESSION_REJECTED"],
      [403, { detail: "CSRF" }, "ERR_SESSION_REJECTED"],
      [400, { refresh: ["This field is required."] }, "ERR_SESSION_REJECTED"],
      [404, {}, "ERR_SESSION_REJECTED"],
      [502, "bad gateway", "ERR_SESSION_UNAVAILABLE"],
      [200, "<html>", "ERR_SESSION_MALFORMED"],
      [200, {}, "ERR_SESSION_MALFORMED"],
      [302, {}, "ERR_SESSION_REDIRECT"],
    ]) {
      const { session, backend } = await begin(api);
      backend.next(REFRESH, () => backend.reply(status, body));
      const error = await failure(session.getToken({ force: true }));
      equal([error.code, session.getSnapshot().status], [code, "signed-in"], `${status}`);
      session.dispose();
    }
  });
  test("429_retry_after: not before the server said so", async (time) => {
    const { session, backend, told, refreshes } = await begin(api);
    backend.next(REFRESH, () => backend.reply(429, {}, { "retry-after": "20" }));
    const error = await failure(session.getToken({ force: true }));
    equal([error.code, error.status], ["ERR_SESSION_UNAVAILABLE", 429]);
    ok(Math.abs(error.retryAt - Date.now() / 1_000 - 20) < 0.01);
    equal(told.at(-1)[1].retryAt, error.retryAt);
    await time.advance(19);
    await session.getToken({ minValidity: 299 });
    equal(refreshes(), 1);
    await time.advance(2);
    await session.getToken({ minValidity: 299 });
    equal(refreshes(), 2);
    session.dispose();
  });
  test("Retry-After as a date", async () => {
    const { session, backend } = await begin(api);
    const date = new Date(Date.now() + 40_000).toUTCString();
    backend.next(REFRESH, () => backend.reply(503, {}, { "retry-after": date }));
    const { retryAt } = await failure(session.getToken({ force: true }));
    ok(Math.abs(retryAt - Date.now() / 1_000 - 40) <= 1, `${retryAt}`);
    session.dispose();
  });
  test("offline_then_online: backoff while there is no network, at once when there is", async (time) => {
    const page = new EventTarget();
    for (const name of ["addEventListener", "removeEventListener"]) {
      globalThis[name] = page[name].bind(page);
    }
    const { session, backend, refreshes } = await begin(api);
    try {
      backend.next(REFRESH, offline, 1_000);
      await time.advance(300 + 3_600);
      equal(session.getSnapshot().status, "signed-in");
      ok(refreshes() > 8 && refreshes() < 60, `${refreshes()} in an hour`);
      const error = await failure(session.getToken());
      equal(error.code, "ERR_SESSION_UNAVAILABLE");
      backend.script.clear();
      page.dispatchEvent(new Event("online"));
      await settle();
      equal(session.getSnapshot().state, "valid");
    } finally {
      session.dispose();
      delete globalThis.addEventListener;
      delete globalThis.removeEventListener;
    }
  });
  test("a server that never answers is given up after the timeout", async (time) => {
    const { session, backend } = await begin(api, { timeout: 3 });
    backend.next(REFRESH, () => new Promise(() => {}));
    const waiting = failure(session.getToken({ force: true }));
    await time.advance(4);
    equal((await waiting).code, "ERR_SESSION_UNAVAILABLE");
    session.dispose();
  });
  test("no event and no error holds a token", async (time) => {
    const { session, backend, told } = await begin(api);
    const { access, refresh } = session.tokens;
    backend.next(REFRESH, () =>
      backend.reply(401, { detail: `bad ${refresh}`, code: "token_not_valid" }),
    );
    const waiting = failure(session.getToken({ force: true }));
    await time.advance(1);
    const error = await waiting;
    const text = JSON.stringify([told, error.message, error.stack, { ...error }]);
    for (const secret of [access, refresh]) ok(!text.includes(secret));
    ok(backend.requests.every(({ url }) => !url.includes("ey")));
    session.dispose();
  });
  test("a storage that fails is told, and memory takes its place", async () => {
    const storage = {
      get: () => undefined,
      set: () => Promise.reject(new Error("quota")),
      delete: () => {},
    };
    const { session, types } = await begin(api, { storage });
    ok(types().includes("storageerror"));
    await session.getToken({ force: true });
    equal(session.getSnapshot().status, "signed-in");
    session.dispose();
  });
}
