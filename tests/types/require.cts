/**
 * The same types by `require`.
 */
import jwt = require("wasm-jwt");
import jwks = require("wasm-jwt/jwks");
import edge = require("wasm-jwt/edge");
import express = require("wasm-jwt/express");
import plain = require("wasm-jwt/decode");
import sessions = require("wasm-jwt/session");
import slim = require("wasm-jwt/slim");

const key: jwt.Key = jwt.Key.generate("HS256");
const payload: jwt.Verified<{ a: number }>["payload"] = jwt.verify<{ a: number }>("x", key).payload;
const a: number = payload.a;
const decoded: jwt.Unverified<jwt.Claims> = plain.decode("x").payload;
slim.initSync(new Uint8Array());
// @ts-expect-error: claims that nobody has checked, where checked ones are wanted
const verified: jwt.Verified["payload"] = decoded;
// @ts-expect-error: the key is missing
jwt.verify("x");
const keys: Promise<jwt.Jwks> = jwks.createRemoteKeySet("https://a.example/jwks").load();
const token: Promise<string> = sessions.createSession({ baseUrl: "/" }).getToken();
const handler: (request: Request) => Promise<Response> = edge.protect(() => new Response(), {
  key,
});
const middleware: Function = express.jwt({ key });
