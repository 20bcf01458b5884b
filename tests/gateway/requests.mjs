/**
 * Requests: what reaches the origin through the gateway and what does not, byte by byte.
 */
import { deepEqual, equal } from "node:assert/strict";
import { seen, expectedOf } from "../edge/cases.mjs";
import { sendRaw } from "../edge/raw-http.mjs";
import { jwtVerify } from "jose";
import {
  AUDIENCE,
  GATEWAY_SECRET,
  OTHER_SECRET,
  SECRET,
  hs256,
  makePair,
  tamper,
} from "./identity.mjs";
import { startOrigin } from "./scripted-origin.mjs";

const MISSING = { status: 401, challenge: "Bearer", body: "" };
const MALFORMED = {
  status: 400,
  challenge: 'Bearer error="invalid_request"',
  body: '{"error":"invalid_request"}',
};
const INVALID = {
  status: 401,
  challenge: 'Bearer error="invalid_token"',
  body: '{"error":"invalid_token"}',
};

export default async function (test, start) {
  const host = await startOrigin();
  const bindings = { ORIGIN: host.origin, SECRET, GATEWAY_SECRET, AUDIENCE, TOKEN_TYPE: "access" };
  const gateway = await start({ ...bindings, ORIGIN_TIMEOUT: "1" });
  const send = (path, token, fields = [], method) =>
    sendRaw(gateway.port, { method, path, authorization: [`Bearer ${token}`], fields });
  try {
    const token = await hs256();
    for (const [name, authorization, expected] of await refusals(token)) {
      await test(`refused: ${name}`, async () => {
        host.asked = 0;
        const { status, header, body } = await sendRaw(gateway.port, { path: "/", authorization });
        deepEqual(seen(status, header, body), expectedOf(expected));
        equal(host.asked, 0);
      });
    }
    await test("a token that holds gets through, and its claims are signed", async () => {
      const { status, body } = await send("/a/b%2Fc?q=%20&q=2", token, ["X-Own: \xe9"]);
      equal(status, 200);
      const { method, url, fields } = JSON.parse(body);
      deepEqual([method, url], ["GET", "/a/b%2Fc?q=%20&q=2"]);
      equal(valueOf(fields, "authorization"), `Bearer ${token}`);
      equal(valueOf(fields, "x-forwarded-host"), `127.0.0.1:${gateway.port}`);
      const claims = await claimsIn(fields, host.origin);
      deepEqual([claims.token_type, claims.user_id], ["access", "7"]);
    });
    await test("a header of the gateway's name from outside does not", async () => {
      const forged = [
        "X-Gateway-Claims: forged",
        "x_gateway-claims: forged",
        "X_GATEWAY_CLAIMS: a",
      ];
      const { status, body } = await send("/", token, [...forged, "Connection: X-Gateway-Claims"]);
      equal(status, 200);
      const { fields } = JSON.parse(body);
      await claimsIn(fields, host.origin);
      equal(fields.filter(([name]) => /^x.gateway.claims$/.test(name)).length, 1);
      equal(body.includes("forged"), false);
    });
    await test("a header of the connection does not, one beside it does", async () => {
      const fields = ["Connection: keep-alive, X-Hop", "X-Hop: a", "X-Stays: b", "TE: trailers"];
      const { fields: got } = JSON.parse((await send("/", token, fields)).body);
      deepEqual([valueOf(got, "x-hop"), valueOf(got, "te")], [undefined, undefined]);
      equal(valueOf(got, "x-stays"), "b");
    });
    await test("a path that looks like a host stays a path", async () => {
      const { body } = await send("//id.example/a", token);
      equal(JSON.parse(body).url, "//id.example/a");
    });
    await test("a body gets through as it is, with its length", async () => {
      const { method, body, fields } = await posted(gateway, "/", token, "x".repeat(100_000));
      deepEqual([method, body.length], ["POST", 100_000]);
      equal(valueOf(fields, "content-length"), "100000");
    });
    await test("answers are passed on: errors, redirects, cookies, unpacked bodies", async () => {
      equal((await send("/missing", token)).status, 404);
      const { status, header } = await send("/redirect", token);
      deepEqual([status, header("location")], [302, "/elsewhere"]);
      equal((await send("/cookies", token)).header("set-cookie"), "a=1 AND b=2");
      const gzip = await send("/gzip", token);
      deepEqual([gzip.header("content-encoding"), gzip.body], [null, "unpacked"]);
    });
    await test("an origin that says nothing is given up: 504", async () => {
      const { status, body } = await send("/silent", token);
      deepEqual([status, body], [504, '{"error":"gateway_timeout"}']);
    });
    await test("an origin that is down: 502, and a bad token is refused as ever", async () => {
      host.close();
      const { status, body } = await send("/", token);
      deepEqual([status, body], [502, '{"error":"bad_gateway"}']);
      equal((await send("/", tamper(token))).status, 401);
    });
  } finally {
    host.close();
    await gateway.stop();
  }
}

async function refusals(token) {
  const now = Math.floor(Date.now() / 1_000);
  const pair = await makePair("ES256", "one");
  const bearer = (text) => [`Bearer ${text}`];
  return [
    ["no token", [], MISSING],
    ["another scheme", ["Basic YWRhOmFkYQ=="], MISSING],
    ["the token alone", [token], MISSING],
    ["two headers", [`Bearer ${token}`, `Bearer ${token}`], MALFORMED],
    ["a second token", bearer(`${token} ${token}`), MALFORMED],
    ["a byte beyond ASCII after the token", bearer(`${token}\xe9`), MALFORMED],
    ["bytes beyond ASCII in the token", bearer(`\xc3\xa9${token}`), MALFORMED],
    ["64 KB that would hold", bearer(await hs256({ padding: "x".repeat(48 * 1024) })), INVALID],
    ["64 KB of dots", bearer(".".repeat(65_000)), INVALID],
    ["64 KB of commas", bearer(",".repeat(65_000)), MALFORMED],
    ["tampered", bearer(tamper(token)), INVALID],
    ["expired", bearer(await hs256({ exp: now - 1 })), INVALID],
    ["without exp", bearer(await hs256({ exp: undefined })), INVALID],
    ["alien", bearer(await hs256({}, OTHER_SECRET)), INVALID],
    ["of another algorithm", bearer(await pair.token()), INVALID],
    ["signed with the gateway's own secret", bearer(await hs256({}, GATEWAY_SECRET)), INVALID],
    ["for another audience", bearer(await hs256({ aud: "other" })), INVALID],
    ["a refresh token", bearer(await hs256({ token_type: "refresh" })), INVALID],
    ["without a type", bearer(await hs256({ token_type: undefined })), INVALID],
  ];
}

/** The claims in the gateway's header, by jose. */
export async function claimsIn(fields, audience) {
  const key = new TextEncoder().encode(GATEWAY_SECRET);
  const expected = { algorithms: ["HS256"], audience, issuer: "edge-gateway" };
  const { payload } = await jwtVerify(valueOf(fields, "x-gateway-claims"), key, expected);
  equal(payload.exp - payload.iat, 60);
  return payload.claims;
}

export const valueOf = (fields, wanted) => fields.find(([name]) => name === wanted)?.[1];

async function posted(gateway, path, token, body) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "text/plain" };
  const response = await fetch(`${gateway.origin}${path}`, { method: "POST", headers, body });
  return response.json();
}
