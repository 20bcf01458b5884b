/**
 * session.fetch: the token where it belongs, one retry, and bodies that arrive whole.
 */
import { equal, ok } from "../../js/harness.mjs";
import { ORIGIN, begin, failure } from "../begin.mjs";

export default function (test, { api }) {
  /** A session whose access token the server refuses, though it is in force. */
  async function refused(options) {
    const made = await begin(api, options);
    made.backend.revoked.add(made.session.tokens.access);
    return made;
  }

  test("a refused token is renewed, and the request made once more", async () => {
    const { session, refreshes, backend } = await refused();
    equal((await session.fetch("me/")).status, 200);
    equal([refreshes(), backend.at("/me/").length], [1, 2]);
    session.dispose();
  });
  test("once: a second 401 is the answer", async () => {
    const { session, refreshes, backend } = await begin(api);
    backend.next("/me/", () => backend.reply(401, { code: "token_not_valid" }), 9);
    equal((await session.fetch("me/")).status, 401);
    equal((await session.fetch("me/")).status, 401);
    equal([refreshes(), backend.at("/me/").length], [1, 3]);
    session.dispose();
  });
  test("a 401 without a challenge, and a 403, are answers", async () => {
    const { session, refreshes, backend } = await begin(api);
    const headers = { "content-type": "application/json" };
    backend.next("/me/", () => new Response("{}", { status: 401, headers }));
    equal((await session.fetch("me/")).status, 401);
    backend.next("/me/", () => backend.reply(403, { code: "token_not_valid" }));
    equal((await session.fetch("me/")).status, 403);
    equal(refreshes(), 0);
    session.dispose();
  });
  test("a challenge that CORS hides is known by the code", async () => {
    const { session, backend, refreshes } = await begin(api);
    const body = JSON.stringify({ code: "token_not_valid" });
    backend.next("/me/", () => new Response(body, { status: 401 }));
    equal((await session.fetch("me/")).status, 200);
    equal(refreshes(), 1);
    session.dispose();
  });
  test("many refused at once: one refresh", async () => {
    const { session, refreshes } = await refused();
    const answers = await Promise.all(Array.from({ length: 12 }, () => session.fetch("me/")));
    equal([refreshes(), answers.filter(({ ok }) => ok).length], [1, 12]);
    session.dispose();
  });
  test("post_body_retried_intact: text, bytes, forms and Requests, byte for byte", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at * 7);
    const form = new FormData();
    form.set("file", new Blob([bytes]), "a.bin");
    const makers = [
      () => ["x/", { method: "POST", body: "zoë" }],
      () => ["x/", { method: "PUT", body: bytes }],
      () => ["x/", { method: "POST", body: form }],
      () => [new Request(`${ORIGIN}/x/`, { method: "POST", body: "zoë" })],
      () => [new Request(`${ORIGIN}/x/`, { method: "POST", body: "no" }), { body: "yes" }],
    ];
    for (const make of makers) {
      const { session, backend } = await refused();
      equal((await session.fetch(...make())).status, 200);
      const [first, second] = backend.at("/x/");
      ok(first.body === second.body && first.body.length > 1);
      equal(first.headers["content-type"], second.headers["content-type"]);
      equal(first.method, second.method);
      session.dispose();
    }
  });
  test("stream_body_not_retried: sent once, and its answer given", async () => {
    const { session, backend } = await refused();
    const body = new Blob(["streamed"]).stream();
    const response = await session.fetch("x/", { method: "POST", body, duplex: "half" });
    equal([response.status, backend.at("/x/").length], [401, 1]);
    equal(backend.at("/x/")[0].body, "streamed");
    session.dispose();
  });
  test("no_header_to_other_origin: not to another host, port or scheme, but to those allowed", async () => {
    const { session, backend } = await begin(api, { allowedOrigins: ["https://files.test"] });
    for (const url of [
      "https://evil.test/",
      `${ORIGIN}:444/`,
      "http://api.test/",
      "https://api.test.evil/",
    ]) {
      await session.fetch(url);
      ok(!("authorization" in backend.requests.at(-1).headers), url);
    }
    await session.fetch("https://files.test/");
    ok("authorization" in backend.requests.at(-1).headers);
    session.dispose();
  });
  test("a caller's own header is left alone, and its 401 too", async () => {
    const { session, backend } = await begin(api);
    const response = await session.fetch("me/", { headers: { authorization: "Basic x" } });
    equal(response.status, 401);
    equal(
      backend.at("/me/").map(({ headers }) => headers.authorization),
      ["Basic x"],
    );
    session.dispose();
  });
  test("an aborted request asks for no token", async () => {
    const { session, backend } = await begin(api);
    const error = await failure(session.fetch("me/", { signal: AbortSignal.abort() }));
    equal([error.name, backend.at("/me/").length], ["AbortError", 0]);
    session.dispose();
  });
  test("a refresh that fails leaves the 401 as the answer", async () => {
    const { session, backend } = await refused();
    backend.next("/api/token/refresh/", () => backend.reply(503, {}));
    equal((await session.fetch("me/")).status, 401);
    equal(session.getSnapshot().status, "signed-in");
    session.dispose();
  });
  test("without a session no request is made", async () => {
    const { session, backend } = await begin(api, { signsIn: false });
    equal((await failure(session.fetch("me/"))).code, "ERR_SESSION_SIGNED_OUT");
    equal(backend.requests.length, 0);
    session.dispose();
  });
}
