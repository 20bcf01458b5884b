/**
 * One copy: what is made by one entry is known by the others, imported or required.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as index from "wasm-jwt";
import * as edge from "wasm-jwt/edge";
import * as express from "wasm-jwt/express";
import * as full from "wasm-jwt/full";
import * as hono from "wasm-jwt/hono";
import { createHarness, equal, mistypes, ok } from "../../js/harness.mjs";
import { requestOf } from "../suite/requests.mjs";

const { now, secret, tokens } = JSON.parse(readFileSync("fixtures.json", "utf8"));
const require = createRequire(import.meta.url);
const { test, run } = createHarness();

const ways = {
  import: { index, edge, hono, express, full },
  require: {
    index: require("wasm-jwt"),
    edge: require("wasm-jwt/edge"),
    hono: require("wasm-jwt/hono"),
    express: require("wasm-jwt/express"),
    full: require("wasm-jwt/full"),
  },
};

for (const [way, { index, edge, full, ...others }] of Object.entries(ways)) {
  const other = ways[way === "import" ? "require" : "import"];
  const hello = () => new Response("ok");
  const request = () => requestOf([`Bearer ${tokens.valid}`]);

  test(`${way}: a Key of wasm-jwt is one of wasm-jwt/edge, since both are one copy`, async () => {
    const key = index.Key.fromSecret(secret);
    equal((await edge.protect(hello, { key, now })(request())).status, 200);
    const alien = index.Key.fromSecret(`${secret}!`);
    equal((await edge.protect(hello, { key: alien, now })(request())).status, 401);
    for (const { jwt } of Object.values(others)) ok(jwt({ key, now }));
  });

  test(`${way}: a Key of the other module system or of full is not`, () => {
    for (const { Key } of [other.index, full]) {
      mistypes(() => edge.protect(hello, { key: Key.fromSecret(secret) }), /another entry/);
    }
  });

  test(`${way}: with createVerifier of full, its Key is`, async () => {
    const { createVerifier, Key } = full;
    const key = Key.fromSecret(secret);
    const handler = edge.protect(hello, { key, now, createVerifier });
    equal((await handler(request())).status, 200);
    equal((await handler(requestOf([`Bearer ${tokens.tampered}`]))).status, 401);
  });

  test(`${way}: every AuthError is one of every entry's`, () => {
    for (const { AuthError } of Object.values(others)) {
      ok(new AuthError("ERR_AUTH_MISSING") instanceof edge.AuthError);
      ok(new AuthError("ERR_AUTH_MISSING") instanceof other.edge.AuthError);
    }
    ok(!(new Error("ERR_AUTH_MISSING") instanceof edge.AuthError));
    ok(!(undefined instanceof edge.AuthError));
  });
}

process.send(await run());
