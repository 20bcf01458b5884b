/**
 * Origin: the server behind the gateway. It gets the request as it came, and in the header
 * `X-Gateway-Claims` what the token holds, as a token that the gateway has signed.
 */
import { createSigner } from "wasm-jwt";

const CLAIMS_HEADER = "x-gateway-claims";

/** In seconds. Long enough for clocks that differ a little, too short to be of use to a thief. */
const CLAIMS_LIFETIME = 60;

/** Of a connection, and not of the request or the answer (RFC 9110 §7.6.1); `host` is the origin's. */
const OF_THE_CONNECTION = [
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
];

/**
 * Makes `forward(request, claims)`, which resolves to the origin's answer; to 502 if there is none, to
 * 504 if it has not begun after `timeout` seconds.
 *
 * @throws TypeError, JwtError if `ORIGIN` is not an address of http or https without a path, or
 *   `GATEWAY_SECRET` shorter than 32 bytes
 */
export function createOrigin({ ORIGIN, GATEWAY_SECRET }, timeout) {
  const origin = readOrigin(ORIGIN);
  const signer = createSigner(GATEWAY_SECRET, {
    issuer: "edge-gateway",
    audience: origin,
    issuedAt: true,
    expiresIn: CLAIMS_LIFETIME,
  });
  return async (request, claims) => {
    const { pathname, search, host, protocol } = new URL(request.url);
    const headers = forwarded(request.headers);
    headers.set("x-forwarded-host", host);
    headers.set("x-forwarded-proto", protocol.slice(0, -1));
    // What the host asks for by itself, it undoes by itself, everywhere.
    headers.delete("accept-encoding");
    headers.set(CLAIMS_HEADER, signer.encode({ claims }));
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout * 1_000);
    try {
      // Not `new URL(path, origin)`, which takes "//host/" for another host.
      const response = await fetch(`${origin}${pathname}${search}`, {
        method: request.method,
        headers,
        body: request.body,
        duplex: "half",
        redirect: "manual",
        // One visitor's answer must not be another's.
        cache: "no-store",
        signal: abort.signal,
      });
      return answerOf(response);
    } catch {
      return abort.signal.aborted ? failure(504, "gateway_timeout") : failure(502, "bad_gateway");
    } finally {
      clearTimeout(timer);
    }
  };
}

function readOrigin(text) {
  const { protocol, origin, href } = URL.canParse(text ?? "") ? new URL(text) : {};
  if (!/^https?:$/.test(protocol) || href !== `${origin}/`) {
    throw new TypeError("ORIGIN is not scheme, host and port alone");
  }
  return origin;
}

/** Without what is of the connection, and what only the gateway may say. */
function forwarded(given) {
  const headers = withoutConnection(given);
  for (const name of [...headers.keys()]) {
    // To WSGI and CGI `_` and `-` are the same letter.
    if (name.replaceAll("_", "-") === CLAIMS_HEADER) headers.delete(name);
  }
  return headers;
}

function answerOf(response) {
  const headers = withoutConnection(response.headers);
  if (headers.has("content-encoding")) {
    // The host has undone it, and left the headers as they were.
    headers.delete("content-encoding");
    headers.delete("content-length");
  }
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}

function withoutConnection(given) {
  const headers = new Headers(given);
  const named = (headers.get("connection") ?? "").split(",").map((name) => name.trim());
  for (const name of [...OF_THE_CONNECTION, ...named]) {
    // A name that is none cannot be deleted either.
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) headers.delete(name);
  }
  return headers;
}

function failure(status, error) {
  return Response.json({ error }, { status, headers: { "cache-control": "no-store" } });
}
