/**
 * Protect: a fetch handler that only sees requests with a token that holds.
 */
import type { Claims, Verified } from "../claims.js";
import type { AuthError } from "./auth-error.js";
import type { RequestLike } from "./bearer.js";
import { createGuard } from "./guard.js";
import type { GuardOptions } from "./guard-options.js";

/** How requests are let through. */
export type ProtectOptions<
  C extends object = Claims,
  Req extends RequestLike = Request,
  Rest extends unknown[] = any[],
> = GuardOptions<C, [request: Req, ...rest: Rest]> & {
  /**
   * Told of each refusal. The response that it gives is sent instead; nothing, and the usual one is.
   */
  onRefused?: (
    refusal: AuthError,
    request: Req,
    ...rest: Rest
  ) => Response | undefined | void | Promise<Response | undefined | void>;
};

/**
 * A fetch handler that answers 400, 401, 403 or 503 by itself (docs/edge.md), and calls `handler` with
 * the request, what its token holds, and whatever else the platform hands over (`env`, `ctx`, …).
 *
 * Every method is protected, `HEAD` and `OPTIONS` too: a CORS preflight, which has no token, is to be
 * answered before.
 *
 * - `options.key` or `options.jwks`: the key decides which algorithms are possible; may be a function
 *   of the handler's arguments
 * - the options of `createVerifier`: `issuer`, `audience`, `clockTolerance`, `cache`, …; durations in
 *   seconds or as text such as `"10s"`
 *
 * What is wrong with the options is thrown at once; with a key that a function gives, the promise
 * rejects, and so it does with what `handler` throws.
 *
 * @throws TypeError, JwtError as `createVerifier`
 * @see RFC 6750 §3
 * @example
 * ```js
 * import { protect } from "wasm-jwt/edge";
 *
 * export default {
 *   fetch: protect((request, { payload }, env, ctx) => Response.json({ hello: payload.sub }), {
 *     key: (request, env) => env.SECRET,
 *     issuer: "https://id.example",
 *     audience: "api",
 *   }),
 * };
 * ```
 */
export function protect<
  C extends object = Claims,
  Req extends RequestLike = Request,
  Rest extends unknown[] = any[],
>(
  handler: (request: Req, verified: Verified<C>, ...rest: Rest) => Response | Promise<Response>,
  options: ProtectOptions<C, Req, Rest> & { optional?: false },
): (request: Req, ...rest: Rest) => Promise<Response>;
export function protect<
  C extends object = Claims,
  Req extends RequestLike = Request,
  Rest extends unknown[] = any[],
>(
  handler: (
    request: Req,
    verified: Verified<C> | undefined,
    ...rest: Rest
  ) => Response | Promise<Response>,
  options: ProtectOptions<C, Req, Rest>,
): (request: Req, ...rest: Rest) => Promise<Response>;
export function protect(
  handler: (request: RequestLike, verified: any, ...rest: any[]) => Response | Promise<Response>,
  options: ProtectOptions<Claims, RequestLike>,
): (request: RequestLike, ...rest: any[]) => Promise<Response> {
  if (typeof handler !== "function") throw new TypeError("handler is not a function");
  const [guard, onRefused] = createGuard(options);
  return async (request, ...rest) => {
    const authorization = request.headers.get("authorization");
    const { refusal, verified } = await guard(authorization, [request, ...rest]);
    if (!refusal) return handler(request, verified, ...rest);
    return (await onRefused?.(refusal, request, ...rest)) ?? refusal.getResponse();
  };
}
