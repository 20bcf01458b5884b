/**
 * The types of `wasm-jwt/edge`, `hono` and `express`, as a user in TypeScript meets them. Compiled,
 * never run.
 */
import express from "express";
import { Hono } from "hono";
import { type Claims, Key, type Verified } from "wasm-jwt";
import { AuthError, type AuthErrorCode, type ProtectOptions, bearer, protect } from "wasm-jwt/edge";
import { type JwtRequest, jwt as forExpress } from "wasm-jwt/express";
import * as full from "wasm-jwt/full";
import { type JwtVariables, jwt as forHono } from "wasm-jwt/hono";
import { createRemoteKeySet } from "wasm-jwt/jwks";

/** Equal types, in both directions. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function holds<_ extends true>(): void;

interface Access {
  sub: string;
  roles: string[];
}

interface Env {
  SECRET: string;
}

declare const request: Request;

// `bearer`.
const token: string | undefined = bearer(request, { maxTokenBytes: 8_000 });
// @ts-expect-error: there may be none
const sure: string = bearer(request);
// @ts-expect-error: no header's text
bearer("Bearer a");

// `protect`: the handler's own annotations say what the rest is.
const handler = protect(
  async (request: Request, { header, payload, key }, env: Env, ctx: { waitUntil(): void }) => {
    holds<Same<typeof payload, Verified<Claims>["payload"]>>();
    ctx.waitUntil();
    return Response.json([request.url, header.alg, payload.sub, key.index, env.SECRET]);
  },
  { key: (request, env) => env.SECRET, scopes: ["read"], clockTolerance: "10s" },
);
const answer: Promise<Response> = handler(request, { SECRET: "" }, { waitUntil() {} });
// @ts-expect-error: what the platform hands over is missing
handler(request);
protect((request, { payload }: Verified<Access>) => new Response(payload.roles[0]), { key: "a" });
protect<Access>((request, { payload }) => new Response(payload.roles[0]), {
  jwks: createRemoteKeySet("https://a.example/jwks"),
  createVerifier: full.createVerifier,
  isRevoked: async ({ payload }) => payload.roles.length === 0,
  onRefused: (refusal) => (refusal.code === "ERR_AUTH_MISSING" ? new Response() : undefined),
});
protect((request, verified) => new Response(verified?.payload.sub), { key: "a", optional: true });
protect(() => new Response(), { key: Key.generate("HS256") });
const options: ProtectOptions = { key: async () => "a", realm: "api" };
protect(() => new Response(), { jwks: { keys: [] } });
// @ts-expect-error: with `optional` there may be nothing
protect((request, { payload }) => new Response(payload.sub), { key: "a", optional: true });
// @ts-expect-error: an address is no key set
protect(() => new Response(), { jwks: "https://a.example/jwks" });
// @ts-expect-error: no key
protect(() => new Response(), {});
// @ts-expect-error: two of them
protect(() => new Response(), { key: "a", jwks: { keys: [] } });
// @ts-expect-error: an option that does not exist
protect(() => new Response(), { key: "a", audiance: "api" });
// @ts-expect-error: a handler gives a response
protect(() => "hello", { key: "a" });

// Errors.
const error = new AuthError("ERR_AUTH_INVALID_TOKEN");
const code: AuthErrorCode = error.code;
const status: number = error.status;
const response: Response = error.getResponse();
// @ts-expect-error: a code that does not exist
new AuthError("ERR_AUTH_REFUSED");

// Hono: the variable is known in the chain, or to an app that says so.
new Hono().get("/", forHono({ key: "a" }), (c) => c.text(c.var.jwt.payload.sub ?? ""));
new Hono().get("/", forHono<Access>({ key: (c) => c.env.SECRET }), (c) =>
  c.json(c.get("jwt").payload.roles),
);
const app = new Hono<{ Variables: JwtVariables<Access> }>();
app.use(forHono<Access>({ key: "a" }));
app.get("/", (c) => c.json(c.var.jwt.payload.roles));
// @ts-expect-error: with `optional` there may be none
new Hono().get("/", forHono({ key: "a", optional: true }), (c) => c.json(c.var.jwt.payload));
// @ts-expect-error: no key
forHono({ realm: "a" });

// Express.
const server = express();
server.use(forExpress({ key: "a", onRefused: (refusal, req, res, next) => next(refusal) }));
server.use("/api", forExpress({ key: (request) => request.app.locals["secret"] }));
server.get("/", (request: express.Request & JwtRequest<Access>, response) => {
  response.json(request.jwt?.payload.roles);
});
// @ts-expect-error: no key
forExpress({});
