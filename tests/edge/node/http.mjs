/**
 * Every case over real HTTP, to the frameworks themselves: `node http.mjs`.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import connect from "connect";
import express from "express";
import polka from "polka";
import { AuthError, jwt } from "wasm-jwt/express";
import { createHarness, equal, ok } from "../../js/harness.mjs";
import { casesOf, expectedOf, seen } from "../cases.mjs";
import { sendRaw } from "../raw-http.mjs";
import { SERVERS, listening } from "./servers.mjs";

const fixtures = JSON.parse(readFileSync("fixtures.json", "utf8"));
const { now, secret, tokens } = fixtures;
const { test, run } = createHarness();
const open = [];

const begin = async (server) => {
  open.push(server);
  return server.address().port;
};

for (const [name, start] of Object.entries(SERVERS)) {
  const port = begin(await start(fixtures));
  for (const { name: what, expected, ...request } of casesOf(fixtures)) {
    test(`${name}, ${what}`, async () => {
      const { status, header, body } = await sendRaw(await port, request);
      equal(seen(status, header, body), expectedOf(expected));
    });
  }
  for (const method of ["HEAD", "OPTIONS", "POST"]) {
    test(`${name}: ${method} without a token`, async () => {
      const request = { method, path: "/plain", authorization: [] };
      const { status, header, body } = await sendRaw(await port, request);
      equal([status, header("www-authenticate"), body], [401, "Bearer", ""]);
    });
  }
}

/** What `app` answers at `/` with `token`. */
const ask = async (app, token = tokens.valid) => {
  const port = await begin(await listening(createServer(app)));
  return sendRaw(port, { path: "/", authorization: [`Bearer ${token}`] });
};

test("express: request.jwt is header, payload and key", async () => {
  const app = express();
  app.use(jwt({ key: secret, now }), (request, response) => response.json(request.jwt));
  const { header, payload, key } = JSON.parse((await ask(app)).body);
  equal([header.alg, payload.sub, key], ["HS256", "ada", { index: 0 }]);
});

test("express: the request is what functions are given", async () => {
  const app = express();
  app.use((request, response, next) => {
    request.secret = secret;
    next();
  });
  app.use(jwt({ key: (request) => request.secret, now }), (_, response) => response.end("ok"));
  equal((await ask(app)).status, 200);
  equal((await ask(app, tokens.alien)).status, 401);
});

test("express: onRefused may leave it to the app, whose own handler answers the same", async () => {
  const app = express();
  app.set("env", "production");
  const onRefused = (refusal, request, response, next) => next(refusal);
  app.use(jwt({ key: secret, now, realm: "api", onRefused }), (_, response) => response.end("ok"));
  const { status, header, body } = await ask(app, tokens.expired);
  equal(status, 401);
  equal(header("www-authenticate"), 'Bearer realm="api", error="invalid_token"');
  equal(header("cache-control"), "no-store");
  ok(!/expired|JWT/.test(body), body);
});

test("express: or the app's error handler, which sees why", async () => {
  const app = express();
  const onRefused = (refusal, request, response, next) => next(refusal);
  app.use(jwt({ key: secret, now, onRefused }), (_, response) => response.end("ok"));
  app.use((error, request, response, next) => {
    response.status(418).json([error instanceof AuthError, error.code, error.cause.code]);
  });
  const { status, body } = await ask(app, tokens.expired);
  equal([status, JSON.parse(body)], [418, [true, "ERR_AUTH_INVALID_TOKEN", "ERR_JWT_EXPIRED"]]);
});

for (const [name, create] of Object.entries({ express, connect })) {
  test(`${name}: a fault that is not the request's goes to the app, once`, async () => {
    const app = create();
    const faults = [];
    app.use(jwt({ key: () => undefined, now }));
    app.use((error, request, response, next) => {
      faults.push(error.name);
      response.statusCode = 500;
      response.end("fault");
    });
    equal((await ask(app)).status, 500);
    equal(faults, ["TypeError"]);
  });

  test(`${name}: what a later handler throws is the app's, once`, async () => {
    const app = create();
    const faults = [];
    app.use(jwt({ key: secret, now }));
    app.use(() => {
      throw new RangeError("mine");
    });
    app.use((error, request, response, next) => {
      faults.push(error.name);
      response.statusCode = 500;
      response.end("fault");
    });
    equal((await ask(app)).status, 500);
    equal(faults, ["RangeError"]);
  });
}

test("a header that another middleware has set, or taken away, counts as it is now", async () => {
  const app = polka();
  app.use((request, response, next) => {
    request.headers.authorization = `Bearer ${tokens.valid}`;
    next();
  });
  app.use(jwt({ key: secret, now }), (_, response) => response.end("ok"));
  equal((await ask(app.handler, "")).status, 200);
  const other = connect();
  other.use((request, response, next) => {
    delete request.headers.authorization;
    next();
  });
  other.use(jwt({ key: secret, now }));
  equal((await ask(other)).status, 401);
});

const alive = setInterval(() => {}, 1_000);
process.send(await run());
clearInterval(alive);
for (const server of open) {
  server.close();
  await once(server, "close");
}
