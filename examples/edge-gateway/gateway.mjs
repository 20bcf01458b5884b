/**
 * Gateway: verifies the bearer token of every request, and hands the request on to an origin together
 * with what the token holds, in a header that the gateway has signed.
 *
 * `fetch(request, env, ctx)` as Cloudflare Workers call it. `env` holds the settings, as text (README.md
 * has the list), and `KEYS`, a KV namespace, where one is bound; without `ctx` nothing is waited for.
 * Nothing here is state: what is kept between requests could be made again from `env` at any time.
 */
import { protect } from "wasm-jwt/edge";
import { createKeptKeySet } from "./key-set.mjs";
import { createOrigin } from "./origin.mjs";

/** The settings that a gateway is made of. Bindings of the platform are asked for at each request. */
const SETTINGS = [
  "ORIGIN",
  "GATEWAY_SECRET",
  "SECRET",
  "JWKS_URL",
  "ISSUER",
  "AUDIENCE",
  "TOKEN_TYPE",
  "CLOCK_TOLERANCE",
  "ORIGIN_TIMEOUT",
];

/**
 * The longest token taken. The signed header is about as long, and servers take 8 KB of one
 * (Gunicorn 8,190 bytes), so that a longer token would be refused behind the gateway.
 */
const MAX_TOKEN_BYTES = 7_500;

export default {
  /** Rejects only if the settings are wrong; the message names the setting and holds no value. */
  async fetch(request, env, ctx) {
    const { guard, keySet } = gatewayOf(env);
    const response = await guard(request, env, ctx);
    keySet?.store(request, env, ctx);
    return response;
  },
};

/** The gateway that was made last, and the settings that it was made of. */
let made;

/** Platforms that hand settings over only do so with a request, and most hand over the same ones. */
function gatewayOf(env) {
  const given = JSON.stringify(SETTINGS.map((name) => env[name]));
  if (made?.given !== given) made = { given, gateway: createGateway(env) };
  return made.gateway;
}

function createGateway(env) {
  const { SECRET, GATEWAY_SECRET, JWKS_URL, ISSUER, AUDIENCE, TOKEN_TYPE } = env;
  const clockTolerance = secondsOf(env, "CLOCK_TOLERANCE", 0);
  if (!SECRET === !JWKS_URL) throw new TypeError("set one of SECRET and JWKS_URL");
  // Else a visitor could show the signed header as a token.
  if (SECRET === GATEWAY_SECRET) throw new TypeError("GATEWAY_SECRET is not a secret of its own");
  // A provider signs the tokens of all its clients with the same keys.
  if (JWKS_URL && !AUDIENCE) throw new TypeError("set AUDIENCE: JWKS_URL needs it");
  const forward = createOrigin(env, secondsOf(env, "ORIGIN_TIMEOUT", 30));
  const keySet = JWKS_URL ? createKeptKeySet(env) : undefined;
  const guard = protect((request, { payload }) => forward(request, payload), {
    ...(keySet
      ? { jwks: (request, env) => keySet.of(request, env), algorithms: ["RS256", "ES256"] }
      : { key: SECRET, algorithms: ["HS256"] }),
    issuer: ISSUER || undefined,
    audience: AUDIENCE || undefined,
    requiredClaims: ["exp"],
    clockTolerance,
    maxTokenBytes: MAX_TOKEN_BYTES,
    // A refresh token of simplejwt has the same key as an access token, and lives for days.
    isRevoked: ({ payload }) => Boolean(TOKEN_TYPE) && payload.token_type !== TOKEN_TYPE,
  });
  return { guard, keySet };
}

/** A setting that is a number of seconds. */
function secondsOf(env, name, byDefault) {
  const text = env[name] || `${byDefault}`;
  if (!/^[0-9]{1,6}$/.test(text)) throw new TypeError(`${name} is not a whole number of seconds`);
  return Number(text);
}
