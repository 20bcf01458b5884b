/**
 * What a handler is given, and what becomes of what it gives.
 */
import { equal, ok } from "../../js/harness.mjs";
import { requestOf } from "./requests.mjs";

const rejected = (promise) =>
  promise.then(
    () => undefined,
    (error) => error,
  );

export default function (test, { edge, hono, Hono, fixtures: { now, secret, tokens } }) {
  const options = { key: secret, now };
  const request = requestOf([`Bearer ${tokens.valid}`]);

  test("the handler gets request, header, payload and key, and the platform's arguments", async () => {
    const [env, ctx] = [{}, {}];
    let given;
    const handler = edge.protect((...args) => {
      given = args;
      return new Response("done");
    }, options);
    equal(await (await handler(request, env, ctx)).text(), "done");
    ok(given[0] === request && given[2] === env && given[3] === ctx && given.length === 4);
    const { header, payload, key } = given[1];
    equal(header, { alg: "HS256", typ: "JWT" });
    equal(payload, { sub: "ada", aud: "api", exp: now + 60, scope: "read write" });
    equal(key, { index: 0 });
  });

  test("a refused request never reaches the handler", async () => {
    for (const values of [[], ["Bearer"], [`Bearer ${tokens.alien}`]]) {
      const handler = edge.protect(() => ok(false, "reached"), options);
      ok((await handler(requestOf(values))).status >= 400);
    }
  });

  test("what the handler throws is the handler's", async () => {
    const fault = new Error("mine");
    const sync = edge.protect(() => {
      throw fault;
    }, options);
    ok((await rejected(sync(request))) === fault);
    const late = edge.protect(async () => Promise.reject(fault), options);
    ok((await rejected(late(request))) === fault);
    // An AuthError of its own is no refusal of ours.
    const own = new edge.AuthError("ERR_AUTH_INVALID_TOKEN");
    const auth = edge.protect(async () => Promise.reject(own), options);
    ok((await rejected(auth(request))) === own);
  });

  test("HEAD and OPTIONS are protected as any other method", async () => {
    for (const method of ["HEAD", "OPTIONS", "POST", "DELETE"]) {
      const handler = edge.protect(() => new Response(null, { status: 204 }), options);
      equal((await handler(requestOf([], "/", { method }))).status, 401);
      equal((await handler(requestOf([`Bearer ${tokens.valid}`], "/", { method }))).status, 204);
    }
  });

  test("onRefused is told why, and may answer itself", async () => {
    const told = [];
    const [env] = [{}];
    const handler = edge.protect(() => new Response("ok"), {
      ...options,
      onRefused: async (refusal, ...args) => {
        told.push([refusal.code, refusal.cause?.code, args[1] === env]);
        return refusal.status === 400 ? new Response("own", { status: 418 }) : undefined;
      },
    });
    equal((await handler(requestOf(["Bearer"]), env)).status, 418);
    equal((await handler(requestOf([`Bearer ${tokens.expired}`]), env)).status, 401);
    equal((await handler(requestOf([]), env)).status, 401);
    equal((await handler(request, env)).status, 200);
    equal(told, [
      ["ERR_AUTH_INVALID_REQUEST", undefined, true],
      ["ERR_AUTH_INVALID_TOKEN", "ERR_JWT_EXPIRED", true],
      ["ERR_AUTH_MISSING", undefined, true],
    ]);
  });

  test("no answer tells why a token was refused", async () => {
    const handler = edge.protect(() => new Response("ok"), { ...options, audience: "apis" });
    const answers = new Set();
    for (const name of ["valid", "expired", "tampered", "none", "alien", "unsigned"]) {
      const response = await handler(requestOf([`Bearer ${tokens[name]}`]));
      answers.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
    }
    equal(answers.size, 1);
  });

  test("getToken: from elsewhere, and the header does not count then", async () => {
    const getToken = async (request) => request.headers.get("x-token");
    const handler = edge.protect(() => new Response("ok"), { ...options, getToken });
    const ask = async (headers) =>
      (await handler(new Request("https://api.example/", { headers }))).status;
    equal(await ask({ "x-token": tokens.valid }), 200);
    equal(await ask({ "x-token": tokens.alien }), 401);
    equal(await ask({ "x-token": "" }), 401);
    equal(await ask({ authorization: `Bearer ${tokens.valid}` }), 401);
    const reading = { ...options, getToken: (request) => edge.bearer(request) };
    const same = edge.protect(() => new Response("ok"), reading);
    equal((await same(requestOf(["Bearer"]))).status, 400);
    equal((await same(request)).status, 200);
  });

  test("isRevoked: asked of tokens that hold, with the handler's arguments", async () => {
    const asked = [];
    const env = { revoked: "ada" };
    const handler = edge.protect(() => new Response("ok"), {
      ...options,
      isRevoked: async ({ payload }, request, env) => {
        asked.push(payload.sub);
        return payload.sub === env.revoked;
      },
    });
    equal((await handler(request, env)).status, 401);
    equal((await handler(request, {})).status, 200);
    equal((await handler(requestOf([`Bearer ${tokens.alien}`]), env)).status, 401);
    equal(asked, ["ada", "ada"]);
  });

  test("hono: the context is what functions are given, and errors go the app's way", async () => {
    const app = new Hono();
    app.get("/", hono.jwt({ key: (c) => c.env.SECRET, now }), (c) => c.json(c.var.jwt));
    const ask = (env) => app.request("/", { headers: request.headers }, env);
    const { header, payload, key } = await (await ask({ SECRET: secret })).json();
    equal([header.alg, payload.sub, key], ["HS256", "ada", { index: 0 }]);
    const faults = [];
    app.onError((error, c) => {
      faults.push(error.name);
      return c.text("fault", 500);
    });
    equal((await ask({})).status, 500);
    equal(faults, ["TypeError"]);
  });

  test("hono: a refusal that onRefused throws is answered by Hono itself just the same", async () => {
    const app = new Hono();
    const onRefused = (refusal) => {
      throw refusal;
    };
    app.get("/", hono.jwt({ ...options, onRefused }), (c) => c.text("ok"));
    const response = await app.request("/", { headers: { authorization: "Bearer" } });
    equal(response.status, 400);
    equal(response.headers.get("www-authenticate"), 'Bearer error="invalid_request"');
    equal(await response.text(), '{"error":"invalid_request"}');
  });
}
