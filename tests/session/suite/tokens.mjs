/**
 * Getting a token: when it is renewed, once for everybody.
 */
import { equal, ok } from "../../js/harness.mjs";
import { begin, createBackend, failure, serverClock, settle } from "../begin.mjs";

export default function (test, { api }) {
  test("a token in force is given without a request", async () => {
    const { session, backend } = await begin(api);
    equal(await session.getToken(), session.tokens.access);
    equal(backend.requests.length, 1);
    session.dispose();
  });
  test("renewed in time, before anybody asks, for a day", async (time) => {
    const { session, types, backend } = await begin(api);
    await time.advance(3_600);
    const count = types().filter((type) => type === "refreshed").length;
    ok(count >= 12 && count <= 15, `${count} in an hour of 5 minutes each`);
    ok(!types().includes("expiring") && !types().includes("expired"));
    ok(backend.requests.every(({ status }) => status === 200));
    session.dispose();
  });
  test("autoRefresh false: renewed when it is asked for", async (time) => {
    const { session, types, refreshes } = await begin(api, { autoRefresh: false });
    await time.advance(400);
    equal([types().slice(1), refreshes()], [["expiring", "expired"], 0]);
    await session.getToken();
    equal(refreshes(), 1);
    equal(session.getSnapshot().state, "valid");
    session.dispose();
  });
  test("minValidity: renewed if the token has less left, and not if it has more", async (time) => {
    const { session, refreshes } = await begin(api, { autoRefresh: false });
    await time.advance(100);
    await session.getToken({ minValidity: 199 });
    equal(refreshes(), 0);
    await session.getToken({ minValidity: "201s" });
    equal(refreshes(), 1);
    session.dispose();
  });
  test("one refresh for callers that come at once", async (time) => {
    const { session, refreshes } = await begin(api, { autoRefresh: false });
    await time.advance(400);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => session.getToken()));
    equal([refreshes(), new Set(tokens).size], [1, 1]);
    session.dispose();
  });
  test("one_abort_does_not_cancel_others", async (time) => {
    const { session, backend, refreshes } = await begin(api, { autoRefresh: false });
    await time.advance(400);
    const go = backend.hold("/api/token/refresh/");
    const controller = new AbortController();
    const first = failure(session.getToken({ signal: controller.signal }));
    const second = session.getToken();
    await settle();
    controller.abort(new Error("enough"));
    equal((await first).message, "enough");
    go();
    equal(await second, session.tokens.access);
    equal(refreshes(), 1);
    session.dispose();
  });
  test("a signal that was aborted before asks for nothing", async (time) => {
    const { session, refreshes } = await begin(api, { autoRefresh: false });
    await time.advance(400);
    const error = await failure(session.getToken({ signal: AbortSignal.abort() }));
    equal([error.name, refreshes()], ["AbortError", 0]);
    session.dispose();
  });
  test("force renews a token that a sign-in brought just after a refusal", async (time) => {
    const { session, backend, refreshes } = await begin(api, { autoRefresh: false });
    backend.blacklist.add(session.tokens.refresh);
    const refused = failure(session.getToken({ force: true }));
    await time.advance(1);
    equal((await refused).code, "ERR_SESSION_SIGNED_OUT");
    await session.signIn({ username: "ada", password: "right" });
    const before = session.tokens.access;
    ok((await session.getToken({ force: true })) !== before, "not renewed");
    equal(refreshes(), 2);
    session.dispose();
  });
  test("force renews a good token, but not one that was renewed just before", async (time) => {
    const { session, refreshes } = await begin(api);
    const first = await session.getToken();
    const second = await session.getToken({ force: true });
    ok(first !== second);
    equal(await session.getToken({ force: true }), second);
    await time.advance(6);
    ok((await session.getToken({ force: true })) !== second);
    equal(refreshes(), 2);
    session.dispose();
  });
  test("without rotation the refresh token is kept, with it replaced", async () => {
    for (const rotates of [false, true]) {
      const { session } = await begin(api, { backend: { rotates } });
      const { refresh } = session.tokens;
      await session.getToken({ force: true });
      equal(session.tokens.refresh === refresh, !rotates);
      session.dispose();
    }
  });
  test("ttl_shorter_than_ahead: no more refreshes than lives", async (time) => {
    const { session, refreshes } = await begin(api, { backend: { lifetime: 10 }, ahead: 60 });
    await time.advance(100);
    ok(refreshes() >= 10 && refreshes() <= 20, `${refreshes()}`);
    session.dispose();
  });
  test("a token without exp is good until the server says otherwise", async (time) => {
    const { session, refreshes } = await begin(api, { signsIn: false });
    await session.adopt({ access: "opaque", refresh: "r" });
    await time.advance(86_400);
    equal([await session.getToken(), refreshes()], ["opaque", 0]);
    session.dispose();
  });
  test("nothing to refresh with: signed out when the token is over", async (time) => {
    const backend = createBackend({ now: serverClock() });
    const { session, told } = await begin(api, { backend });
    const { access } = session.tokens;
    const other = await begin(api, { backend, signsIn: false });
    await other.session.adopt({ access });
    await time.advance(301);
    equal(other.told.at(-1), ["signedout", { reason: "expired", serverCode: undefined }]);
    const error = await failure(other.session.getToken());
    equal([error.code, error.reason], ["ERR_SESSION_SIGNED_OUT", "expired"]);
    ok(told.every(([type]) => type !== "signedout"));
    for (const one of [session, other.session]) one.dispose();
  });
  test("signOut: forgotten here, told to the server, and no token any more", async (time) => {
    const { session, backend, told } = await begin(api);
    const { refresh } = session.tokens;
    await session.signOut();
    equal(told.at(-1), ["signedout", { reason: "signed-out", serverCode: undefined }]);
    equal(JSON.parse(backend.at("/api/token/blacklist/")[0].body), { refresh });
    equal([session.tokens, session.getSnapshot().status], [undefined, "signed-out"]);
    const error = await failure(session.getToken());
    equal([error.code, error.reason], ["ERR_SESSION_SIGNED_OUT", "signed-out"]);
    await time.advance(1_000);
    equal(backend.requests.length, 2);
    session.dispose();
  });
  test("signOut works without a server", async () => {
    const { session, backend } = await begin(api);
    backend.next("/api/token/blacklist/", () => Promise.reject(new TypeError("offline")));
    await session.signOut();
    equal(session.getSnapshot().status, "signed-out");
    session.dispose();
  });
  test("signout_during_refresh_discards: what comes later is blacklisted", async (time) => {
    const { session, backend, types } = await begin(api);
    const go = backend.hold("/api/token/refresh/");
    const waiting = failure(session.getToken({ force: true }));
    await settle();
    await session.signOut();
    equal((await waiting).code, "ERR_SESSION_SIGNED_OUT");
    go();
    await settle();
    equal(session.tokens, undefined);
    equal(types(), ["signedin", "signedout"]);
    const given = backend.at("/api/token/blacklist/").map(({ body }) => JSON.parse(body).refresh);
    equal(given.length, 2, "the one that was held, and the one that came");
    equal(new Set(given).size, 2);
    await time.advance(1_000);
    equal(session.getSnapshot().status, "signed-out");
    session.dispose();
  });
  test("another sign-in during a refresh is not overwritten by it", async () => {
    const { session, backend } = await begin(api);
    const go = backend.hold("/api/token/refresh/");
    const waiting = session.getToken({ force: true });
    await settle();
    await session.signIn({ username: "bob", password: "right" });
    const { refresh } = session.tokens;
    go();
    await waiting;
    equal(session.tokens.refresh, refresh);
    session.dispose();
  });
  test("verify asks the server", async () => {
    const { session, backend } = await begin(api);
    equal(await session.verify(), true);
    backend.revoked.add(session.tokens.access);
    equal(await session.verify(), false);
    session.dispose();
  });
  test("handler_reentrancy: handlers may call anything, and throwing stops nobody", async (time) => {
    const { session, refreshes } = await begin(api);
    const got = [];
    const once = { once: true };
    session.addEventListener("refreshed", async () => got.push(await session.getToken()), once);
    session.addEventListener(
      "refreshed",
      async () => got.push((await session.fetch("me/")).status),
      once,
    );
    await session.getToken({ force: true });
    await settle();
    equal(got, [session.tokens.access, 200]);
    equal(refreshes(), 1);
    session.addEventListener("refreshed", () => session.signOut());
    await time.advance(10);
    equal((await failure(session.getToken({ force: true }))).code, "ERR_SESSION_SIGNED_OUT");
    session.dispose();
  });
  test("dispose ends timers, callers and the session", async (time) => {
    const { session, backend } = await begin(api);
    backend.next("/api/token/refresh/", () => new Promise(() => {}));
    const waiting = failure(session.getToken({ force: true }));
    await settle();
    session.dispose();
    session.dispose();
    equal((await waiting).code, "ERR_SESSION_DISPOSED");
    equal((await failure(session.getToken())).code, "ERR_SESSION_DISPOSED");
    equal((await failure(session.signIn({}))).code, "ERR_SESSION_DISPOSED");
    await time.advance(1_000);
    equal([time.pending, backend.requests.length], [0, 2]);
  });
  test("a refresh of one's own: an HttpOnly cookie, asked at the start", async (time) => {
    const backend = createBackend({ now: serverClock() });
    const sent = [];
    const refresh = async (token) => {
      sent.push(token);
      return backend.reply(200, { access: "a.e30.c" });
    };
    const { session } = await begin(api, { backend, signsIn: false, refresh });
    equal(await session.getToken(), "a.e30.c");
    equal(sent, [undefined]);
    session.dispose();
    const anybody = await begin(api, {
      backend,
      signsIn: false,
      refresh: async () => backend.reply(401, { detail: "no cookie" }),
    });
    const waiting = failure(anybody.session.getToken());
    await time.advance(1);
    equal((await waiting).code, "ERR_SESSION_SIGNED_OUT");
    equal(anybody.types(), []);
    anybody.session.dispose();
  });
}
