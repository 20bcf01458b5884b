/**
 * Options: what is refused, and what goes onto the wire.
 */
import { equal, mistypes, ok } from "../../js/harness.mjs";
import { ORIGIN, begin, createBackend, failure, serverClock } from "../begin.mjs";

export default function (test, { api }) {
  const refused = (options, pattern) =>
    mistypes(() => api.createSession({ baseUrl: ORIGIN, ...options }), pattern);

  test("options of another name or type are TypeErrors", () => {
    refused({ baseURL: "x" }, /^unknown option "baseURL"$/);
    refused({ baseUrl: undefined }, /^option baseUrl is no address$/);
    refused({ baseUrl: "/api" }, /^option baseUrl is no address$/);
    refused({ baseUrl: "ftp://a.test" }, /^option baseUrl is no address$/);
    refused({ baseUrl: "https://me:secret@a.test" }, /^option baseUrl holds credentials$/);
    refused({ mode: "triple" }, /^option mode is unknown$/);
    refused({ storage: "cookie" }, /^option storage is unknown$/);
    refused({ ahead: -1 }, /^option ahead is not a duration/);
    refused({ timeout: "10" }, /^option timeout is not a duration/);
    refused({ fetch: 5 }, /^option fetch is not a function$/);
  });
  test("an address in an error message holds no credentials", () => {
    const error = refused({ baseUrl: "https://me:secret@" }, /./);
    ok(!error.message.includes("secret"));
  });
  test("the usual paths keep their last slash, and follow a base with a path", async () => {
    const { session, backend } = await begin(api, { baseUrl: `${ORIGIN}/app`, signsIn: false });
    backend.next("/app/api/token/", () => backend.reply(200, { access: "a.e30.c", refresh: "r" }));
    await session.signIn({ username: "ada", password: "right" });
    equal(
      backend.requests.map(({ url }) => url),
      [`${ORIGIN}/app/api/token/`],
    );
    session.dispose();
  });
  test("names of fields and paths, and members that signIn knows nothing of", async () => {
    const { session, backend } = await begin(api, {
      signsIn: false,
      fields: { username: "email", access: "token" },
      paths: { obtain: "/login/" },
    });
    backend.next("/login/", () => backend.reply(200, { token: "a.e30.c" }));
    await session.signIn({ username: "ada", password: "right", otp: "123" });
    equal(JSON.parse(backend.requests[0].body), { email: "ada", password: "right", otp: "123" });
    equal(session.tokens.access, "a.e30.c");
    session.dispose();
  });
  test("scheme_JWT: the scheme is sent as it is given, case included", async () => {
    const backend = createBackend({ now: serverClock(), scheme: "JWT" });
    const { session } = await begin(api, { backend, scheme: "JWT" });
    equal((await session.fetch("me/")).status, 200);
    const other = await begin(api, { backend, scheme: "jwt" });
    equal((await other.session.fetch("me/")).status, 401);
    for (const one of [session, other.session]) one.dispose();
  });
  test("header_X_ACCESS_TOKEN: another header, and no Authorization", async () => {
    const backend = createBackend({ now: serverClock(), header: "x-access-token" });
    const { session } = await begin(api, { backend, header: "X-ACCESS-TOKEN" });
    equal((await session.fetch("me/")).status, 200);
    ok(!("authorization" in backend.requests.at(-1).headers));
    session.dispose();
  });
  test("a relative address is the backend's", async () => {
    const { session, backend } = await begin(api);
    await session.fetch("me/");
    equal(backend.requests.at(-1).url, `${ORIGIN}/me/`);
    session.dispose();
  });
  test("a wrong password is told by code, and nobody is signed in", async () => {
    const { session, types } = await begin(api, { signsIn: false });
    const error = await failure(session.signIn({ username: "ada", password: "secret" }));
    equal([error.name, error.code, error.status], ["SessionError", "ERR_SESSION_REFUSED", 401]);
    ok(error instanceof api.SessionError);
    ok(!JSON.stringify([error.message, error.stack, { ...error }]).includes("secret"));
    equal((await failure(session.getToken())).code, "ERR_SESSION_SIGNED_OUT");
    equal(types(), []);
    session.dispose();
  });
  test("strictmode_double_create: one session a name in a page", async () => {
    globalThis.location = { origin: ORIGIN, href: `${ORIGIN}/` };
    try {
      const options = {
        baseUrl: "/",
        fetch: async () => new Response(),
        channel: null,
        locks: null,
      };
      const first = api.createSession(options);
      ok(api.createSession(options) === first);
      const other = api.createSession({ ...options, name: "other" });
      ok(other !== first);
      mistypes(() => api.createSession({ ...options, baseUrl: "/app" }), /another baseUrl/);
      first.dispose();
      const second = api.createSession(options);
      ok(second !== first);
      equal((await failure(first.getToken())).code, "ERR_SESSION_DISPOSED");
      for (const one of [second, other]) one.dispose();
    } finally {
      delete globalThis.location;
    }
  });
  test("where there is no page there are many users: no session is shared", async () => {
    const { session } = await begin(api);
    const other = await begin(api, { signsIn: false });
    ok(session !== other.session);
    equal((await failure(other.session.getToken())).code, "ERR_SESSION_SIGNED_OUT");
    for (const one of [session, other.session]) one.dispose();
  });
}
