/**
 * Django: the gateway in front of djangorestframework-simplejwt on Gunicorn, with the middleware that the
 * example's README gives.
 */
import { deepEqual, equal } from "node:assert/strict";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { project } from "../packed.mjs";
import { changeLetter, expire, makeAccount } from "../servers/account.mjs";
import { prepareBackends } from "../servers/backends.mjs";
import { GUNICORN } from "../servers/table.mjs";
import { GATEWAY_SECRET, OTHER_SECRET, hs256 } from "./identity.mjs";
import { LOAD_SECONDS, SOME, load } from "./load.mjs";

const REQUESTS = process.env.ALL ? 100_000 : SOME;

/** Longer than the load may take. */
const ACCESS_SECONDS = 3_600;

export default async function (report, start) {
  if (!process.env.PYTHON || process.platform === "win32") {
    const reason = process.env.PYTHON ? "it does not run on Windows" : "PYTHON is not set";
    return report.skip("gateway in front of Django", reason);
  }
  const backends = await prepareBackends(resolve(process.env.PYTHON));
  try {
    const backend = await backends.start(GUNICORN, { GATEWAY_SECRET, ACCESS_SECONDS });
    const { origin: ORIGIN, secret: SECRET } = backend;
    const gateway = await start({ ORIGIN, SECRET, GATEWAY_SECRET, TOKEN_TYPE: "access" });
    const test = (name, fn) => report.test(`Django: ${name}`, LOAD_SECONDS, fn);
    try {
      await inFrontOf(test, report, backend, gateway);
    } finally {
      await gateway.stop();
    }
  } finally {
    await backends.remove();
  }
}

async function inFrontOf(test, report, backend, gateway) {
  const { username, access, refresh } = await makeAccount(backend);
  const get = async (path, token, origin = gateway.origin, headers = {}) => {
    const authorization = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(`${origin}${path}`, { headers: { ...authorization, ...headers } });
    return { status: response.status, text: await response.text() };
  };
  const { decode, encode } = createRequire(join(project, "package.json"))("wasm-jwt");

  await test("an access token gets through, and Django sees its claims", async () => {
    const { status, text } = await get("/api/claims/", access);
    equal(status, 200);
    deepEqual(JSON.parse(text), decode(access).payload);
    equal(JSON.parse((await get("/api/me/", access)).text).username, username);
  });
  await test("the longest token that the gateway takes is not too long for what is behind", async () => {
    const padded = (length) => hs256({ padding: "x".repeat(length) }, backend.secret);
    // Base64url makes four characters of three.
    const spare = 7_500 - (await padded(0)).length;
    const longest = await padded(Math.floor((spare * 3) / 4));
    equal(Math.ceil(longest.length / 10), 750);
    equal((await get("/api/claims/", longest)).status, 200);
    equal((await get("/api/claims/", await padded(spare))).status, 401);
  });
  await test("a refresh token does not", async () => {
    equal((await get("/api/claims/", refresh)).status, 401);
  });
  await test("a body gets through", async () => {
    const headers = { authorization: `Bearer ${access}`, "content-type": "text/plain" };
    const post = (path) =>
      fetch(`${gateway.origin}${path}`, { method: "POST", headers, body: "a".repeat(10_000) });
    equal((await (await post("/api/echo/")).json()).length, 10_000);
  });
  await test("Django refuses whoever comes by another way, or forges the header", async () => {
    const sign = (secret, audience) =>
      encode({ claims: decode(access).payload, iss: "edge-gateway" }, secret, {
        audience,
        expiresIn: 60,
      });
    const direct = (header) =>
      get("/api/claims/", access, backend.origin, header && { "x-gateway-claims": header });
    equal((await direct(sign(GATEWAY_SECRET, backend.origin))).status, 200);
    equal((await direct(undefined)).status, 403);
    equal((await direct(sign(OTHER_SECRET, backend.origin))).status, 403);
    equal((await direct(sign(GATEWAY_SECRET, "http://127.0.0.1:1"))).status, 403);
  });
  await test("mixed tokens under load: no wrong answer", async () => {
    const refused = (name, token) => ({ name, token, status: 401 });
    const alien = await hs256({ user_id: "1" }, OTHER_SECRET);
    await load(`${gateway.origin}/api/claims/`, REQUESTS, [
      [
        { name: "valid", token: access, status: 200, body: '"token_type": "access"' },
        refused("expired", expire(access, backend.secret)),
        refused("tampered", changeLetter(access, access.lastIndexOf(".") + 1)),
        refused("alien", alien),
        refused("refresh", refresh),
      ],
    ]);
    report.say(`gateway in front of Django: ${REQUESTS} mixed requests, no wrong answer`);
  });
}
