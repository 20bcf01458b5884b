/**
 * Servers: the applications that the middlewares are for, each with every place of places.mjs.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import connect from "connect";
import express from "express";
import { Hono } from "hono";
import polka from "polka";
import * as edge from "wasm-jwt/edge";
import { jwt } from "wasm-jwt/express";
import * as hono from "wasm-jwt/hono";
import * as jwks from "wasm-jwt/jwks";
import { placesOf } from "../places.mjs";
import { edgeApp, honoApp } from "../suite/requests.mjs";

/** Node's own limit of 16 KB answers 431 before any application is asked. */
const OPTIONS = { maxHeaderSize: 1 << 20 };

const answer = (request, response) => response.end(request.jwt?.payload.sub ?? "anybody");

/** Each resolves to a server that listens. */
export const SERVERS = {
  express: (fixtures) => listening(createServer(OPTIONS, using(express(), fixtures))),
  connect: (fixtures) => listening(createServer(OPTIONS, using(connect(), fixtures))),
  polka: (fixtures) => {
    const app = using(polka(), fixtures);
    return listening(createServer(OPTIONS, app.handler));
  },
  "node:http": (fixtures) => {
    const places = Object.entries(placesOf(fixtures, jwks));
    const guards = new Map(places.map(([path, options]) => [path, jwt(options)]));
    return listening(
      createServer(OPTIONS, (request, response) => {
        const { pathname } = new URL(request.url, "http://any");
        guards.get(pathname)(request, response, (error) => {
          response.statusCode = error ? 500 : 200;
          answer(request, response);
        });
      }),
    );
  },
  hono: (fixtures) => honoServer(honoApp({ Hono, hono, jwks, fixtures })),
  edge: (fixtures) => honoServer(edgeApp({ edge, jwks, fixtures })),
};

function using(app, fixtures) {
  for (const [path, options] of Object.entries(placesOf(fixtures, jwks))) {
    app.use(path, jwt(options), answer);
    // Connect takes one at a time, and looks at the first only.
    app.use(path, answer);
  }
  return app;
}

async function honoServer(fetch) {
  const server = serve({ fetch, port: 0, hostname: "127.0.0.1", serverOptions: OPTIONS });
  if (!server.listening) await once(server, "listening");
  return server;
}

export async function listening(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
