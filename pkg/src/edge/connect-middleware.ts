/**
 * Connect middleware: for Express, Connect, Polka, or Node's own server.
 */
import type { Claims, Verified } from "../claims.js";
import type { AuthError } from "./auth-error.js";
import { createGuard } from "./guard.js";
import type { GuardOptions } from "./guard-options.js";

/** What is used of Node's `IncomingMessage`, said so that these types need not those of Node. */
export interface ConnectRequest {
  readonly headers: { readonly authorization?: string | undefined };
  /** Names and values in turn, as they came. */
  readonly rawHeaders?: readonly string[];
}

/** What is used of Node's `ServerResponse`. */
export interface ConnectResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: string): unknown;
}

/** What the middleware adds to the request. */
export interface JwtRequest<C extends object = Claims> {
  /** What the token holds; absent only with the option `optional`, or outside of the middleware. */
  jwt?: Verified<C>;
}

/** How requests are let through. Functions are given the request. */
export type JwtOptions<C extends object = Claims, Req extends ConnectRequest = any> = GuardOptions<
  C,
  [request: Req]
> & {
  /** Called instead of answering: `(refusal, req, res, next) => next(refusal)` leaves it to the app. */
  onRefused?: (
    refusal: AuthError,
    request: Req,
    response: any,
    next: (error?: unknown) => void,
  ) => unknown;
};

/**
 * Middleware for Express and its kin that answers 400, 401, 403 or 503 by itself, as `protect` of
 * `wasm-jwt/edge` does (docs/edge.md), and sets `request.jwt`: `{ header, payload, key }`.
 *
 * Every method is protected; `cors()` goes before it, since a preflight has no token. A fault that is
 * not the request's, such as a bad key, goes to `next`.
 *
 * @throws TypeError, JwtError as `createVerifier`
 * @see RFC 6750 §3
 * @example
 * ```js
 * import express from "express";
 * import { jwt } from "wasm-jwt/express";
 *
 * const app = express();
 * app.use("/api", jwt({ key: process.env.SECRET, audience: "api" }));
 * app.get("/api/me", (req, res) => res.json({ hello: req.jwt.payload.sub }));
 * ```
 */
export function jwt<C extends object = Claims, Req extends ConnectRequest = any>(
  options: JwtOptions<C, Req>,
): (request: Req, response: any, next: (error?: any) => void) => void {
  const [guard, onRefused] = createGuard<C, [request: Req]>(options);

  const handle = async (request: Req, response: ConnectResponse, next: (error?: any) => void) => {
    const { refusal, verified } = await guard(authorizationOf(request), [request]);
    if (!refusal) {
      if (verified) (request as JwtRequest<C>).jwt = verified;
      // In a turn of its own: what a handler throws must not come back here as a fault of ours.
      return next;
    }
    if (onRefused) {
      await onRefused(refusal, request, response, next);
      return undefined;
    }
    response.statusCode = refusal.status;
    for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
    response.end(refusal.body);
    return undefined;
  };

  return (request, response, next) => {
    handle(request, response, next).then(
      (goOn) => goOn?.(),
      (error: unknown) => next(error),
    );
  };
}

/** The header's value. Of two such headers Node keeps the first: here they are joined, as by `Headers`. */
function authorizationOf({ headers, rawHeaders = [] }: ConnectRequest): string | undefined {
  const values = rawHeaders.filter(
    (_, at) => at % 2 === 1 && /^authorization$/i.test(rawHeaders[at - 1]!),
  );
  return values.length > 1 ? values.join(", ") : headers.authorization;
}
