/**
 * Hono middleware: of Hono itself there are only types here.
 */
import type { Context, Env, MiddlewareHandler } from "hono";
import type { Claims, Verified } from "../claims.js";
import type { AuthError } from "./auth-error.js";
import { createGuard } from "./guard.js";
import type { GuardOptions } from "./guard-options.js";

/** What the middleware sets: `new Hono<{ Variables: JwtVariables }>()`. */
export interface JwtVariables<C extends object = Claims> {
  /** What the token holds; absent only with the option `optional`. */
  jwt: Verified<C>;
}

/** How requests are let through. Functions are given the context. */
export type JwtOptions<C extends object = Claims> = GuardOptions<C, [c: Context<any>]> & {
  /** Told of each refusal. The response that it gives is sent instead; it may also throw. */
  onRefused?: (
    refusal: AuthError,
    c: Context<any>,
  ) => Response | undefined | void | Promise<Response | undefined | void>;
};

/**
 * Middleware for Hono 4 that answers 400, 401, 403 or 503 by itself, as `protect` of `wasm-jwt/edge`
 * does (docs/edge.md), and sets the variable `jwt`: `{ header, payload, key }`.
 *
 * Every method is protected; `cors()` goes before it, since a preflight has no token.
 *
 * @throws TypeError, JwtError as `createVerifier`
 * @see RFC 6750 §3
 * @example
 * ```js
 * import { Hono } from "hono";
 * import { jwt } from "wasm-jwt/hono";
 *
 * const app = new Hono();
 * app.use("/api/*", jwt({ key: (c) => c.env.SECRET, audience: "api" }));
 * app.get("/api/me", (c) => c.json({ hello: c.var.jwt.payload.sub }));
 * ```
 */
export function jwt<C extends object = Claims>(
  options: JwtOptions<C> & { optional?: false },
): MiddlewareHandler<{ Variables: JwtVariables<C> }>;
export function jwt<C extends object = Claims>(
  options: JwtOptions<C>,
): MiddlewareHandler<{ Variables: Partial<JwtVariables<C>> }>;
export function jwt(options: JwtOptions): MiddlewareHandler<any> {
  const [guard, onRefused] = createGuard(options);
  return async (c: Context<Env & { Variables: Partial<JwtVariables> }>, next) => {
    const { refusal, verified } = await guard(c.req.raw.headers.get("authorization"), [c]);
    if (refusal) return (await onRefused?.(refusal, c)) ?? refusal.getResponse();
    if (verified) c.set("jwt", verified);
    await next();
    return undefined;
  };
}
