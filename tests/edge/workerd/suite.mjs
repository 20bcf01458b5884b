/** A worker that runs the suite with the fixtures that are posted to it. */
import { Hono } from "hono";
import * as index from "wasm-jwt";
import * as edge from "wasm-jwt/edge";
import * as hono from "wasm-jwt/hono";
import * as jwks from "wasm-jwt/jwks";
import { runSuite } from "../suite.mjs";

export default {
  async fetch(request) {
    const fixtures = await request.json();
    return Response.json(await runSuite({ index, edge, hono, jwks, Hono, fixtures }));
  },
};
