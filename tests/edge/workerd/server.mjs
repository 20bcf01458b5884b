/** A worker with every place, protected by `protect` or, under `/hono`, by Hono's middleware. */
import { Hono } from "hono";
import * as edge from "wasm-jwt/edge";
import * as hono from "wasm-jwt/hono";
import * as jwks from "wasm-jwt/jwks";
import { edgeApp, honoApp } from "../suite/requests.mjs";

let apps;

export default {
  fetch(request, env, ctx) {
    // An isolate knows its secrets at its first request only.
    if (!apps) {
      const { fixtures } = env;
      const app = new Hono().mount("/hono", honoApp({ Hono, hono, jwks, fixtures }));
      apps = { edge: edgeApp({ edge, jwks, fixtures }), hono: app.fetch };
    }
    const isHono = new URL(request.url).pathname.startsWith("/hono");
    return isHono ? apps.hono(request, env, ctx) : apps.edge(request);
  },
};
