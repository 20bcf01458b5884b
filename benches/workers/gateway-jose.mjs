/**
 * The gateway of examples/edge-gateway as one would write it with jose: the same claims asked for, the
 * same headers taken off, the same signed header put on.
 */
import { SignJWT, jwtVerify } from "jose";

const TAKEN_OFF = [
  "connection",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "accept-encoding",
  "x-gateway-claims",
];

const encoder = new TextEncoder();
let keys;

export default {
  async fetch(request, { ORIGIN, SECRET, GATEWAY_SECRET, TOKEN_TYPE }) {
    keys ??= {
      tokens: await importKey(SECRET, "verify"),
      own: await importKey(GATEWAY_SECRET, "sign"),
    };
    const [, token] = /^bearer +([\w.~+/-]+=*)$/i.exec(request.headers.get("authorization")) ?? [];
    let claims;
    try {
      const options = { algorithms: ["HS256"], requiredClaims: ["exp"] };
      claims = (await jwtVerify(token, keys.tokens, options)).payload;
      if (claims.token_type !== TOKEN_TYPE) throw new Error("another type");
    } catch {
      const headers = { "www-authenticate": 'Bearer error="invalid_token"' };
      return Response.json({ error: "invalid_token" }, { status: 401, headers });
    }
    const { pathname, search, host, protocol } = new URL(request.url);
    const headers = new Headers(request.headers);
    for (const name of TAKEN_OFF) headers.delete(name);
    headers.set("x-forwarded-host", host);
    headers.set("x-forwarded-proto", protocol.slice(0, -1));
    const signed = await new SignJWT({ claims })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setIssuer("edge-gateway")
      .setAudience(ORIGIN)
      .setIssuedAt()
      .setExpirationTime("60s")
      .sign(keys.own);
    headers.set("x-gateway-claims", signed);
    const { method, body } = request;
    return fetch(`${ORIGIN}${pathname}${search}`, { method, headers, body, redirect: "manual" });
  },
};

function importKey(secret, work) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [work]);
}
