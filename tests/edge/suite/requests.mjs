/**
 * Requests as hosts hand them over, and applications in front of every place.
 */
import { placesOf } from "../places.mjs";

export function requestOf(authorization = [], path = "/", init = {}) {
  const headers = new Headers();
  for (const value of authorization) headers.append("authorization", value);
  return new Request(`https://api.example${path}`, { ...init, headers });
}

/** A fetch handler: `protect` at every place. */
export function edgeApp({ edge, jwks, fixtures }) {
  const answer = (request, verified) => new Response(verified?.payload.sub ?? "anybody");
  const handlers = new Map();
  for (const [path, options] of Object.entries(placesOf(fixtures, jwks))) {
    handlers.set(path, edge.protect(answer, options));
  }
  return (request) => handlers.get(new URL(request.url).pathname)(request);
}

/** The same with Hono and its middleware. */
export function honoApp({ Hono, hono, jwks, fixtures }) {
  const app = new Hono();
  for (const [path, options] of Object.entries(placesOf(fixtures, jwks))) {
    app.all(path, hono.jwt(options), (c) => c.text(c.var.jwt?.payload.sub ?? "anybody"));
  }
  return app.fetch;
}
