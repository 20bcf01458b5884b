/**
 * Fake backend: simplejwt's four endpoints and one that wants a token, as simplejwt 5.5.1 answers.
 *
 * Answers a `Request` with a `Response`, so that a test can use it as `fetch` and a server can be made
 * of it. With rotation and blacklist: each refresh token is good once.
 */
import { payloadOf, tokenOf } from "./tokens.mjs";

export const ORIGIN = "https://api.test";

export function createBackend({
  now,
  lifetime = 300,
  refreshLifetime = 86_400,
  sliding = false,
  rotates = true,
  hasDate = true,
  staleIat = false,
  scheme = "Bearer",
  header = "authorization",
} = {}) {
  const self = {
    lifetime,
    refreshLifetime,
    now,
    /** Every request: `{ path, url, method, headers, body, status }`. */
    requests: [],
    /** Refresh tokens that were used, or given up. */
    blacklist: new Set(),
    /** Refused access tokens. */
    revoked: new Set(),
    /** What answers in the place of the next request to a path: a function of the request and the usual answer. */
    script: new Map(),
    at: (path) => self.requests.filter((one) => one.path === path),
    /** Answers the next `times` requests to `path` by `answer`, which may return nothing. */
    next(path, answer, times = 1) {
      self.script.set(path, [...(self.script.get(path) ?? []), ...Array(times).fill(answer)]);
    },
    /** Answers the next request to `path` at once, but lets it arrive only when that is called. */
    hold(path) {
      let release;
      const held = new Promise((resolve) => (release = resolve));
      self.next(path, async (_, answer) => {
        const response = answer();
        await held;
        return response;
      });
      return () => release();
    },
    handle,
    fetch: (input, init) => handle(new Request(input, init)),
  };

  const issue = (type, seconds, extra) => {
    const iat = Math.floor(self.now());
    return tokenOf({ token_type: type, exp: iat + seconds, iat, user_id: "1", ...extra });
  };
  const isOver = (token) => payloadOf(token).exp <= self.now();
  const invalid = (detail) => reply(401, { detail, code: "token_not_valid" });

  function reply(status, body, headers = {}) {
    const date = hasDate && { date: new Date(Math.floor(self.now()) * 1_000).toUTCString() };
    const challenge = status === 401 && { "www-authenticate": `${scheme} realm="api"` };
    return new Response(JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json", ...date, ...challenge, ...headers },
    });
  }
  self.reply = reply;

  async function handle(request) {
    const { pathname } = new URL(request.url);
    const body = await request.clone().text();
    const entry = {
      path: pathname,
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body,
    };
    self.requests.push(entry);
    request.signal?.throwIfAborted();
    const scripted = self.script.get(pathname)?.shift();
    const usual = () => answer(pathname, request, body);
    const response = (await scripted?.(request, usual)) ?? usual();
    entry.status = response.status;
    return response;
  }

  function answer(path, request, text) {
    const parse = () => JSON.parse(text);
    if (path === "/api/token/") return obtain(parse());
    if (path === "/api/token/refresh/") return refresh(parse());
    if (path === "/api/token/verify/") {
      const { token } = parse();
      return isOver(token) || self.revoked.has(token)
        ? invalid("Token is expired")
        : reply(200, {});
    }
    if (path === "/api/token/blacklist/") {
      self.blacklist.add(parse().refresh);
      return reply(200, {});
    }
    const [said, token] = (request.headers.get(header) ?? "").split(" ");
    if (said !== scheme)
      return reply(401, { detail: "Authentication credentials were not provided." });
    if (self.revoked.has(token) || isOver(token)) {
      return invalid("Given token not valid for any token type");
    }
    return reply(200, { body: text, method: request.method });
  }

  function obtain({ password }) {
    if (password !== "right") {
      return reply(401, { detail: "No active account found with the given credentials" });
    }
    if (sliding) {
      const refresh_exp = Math.floor(self.now()) + self.refreshLifetime;
      return reply(200, { token: issue("sliding", self.lifetime, { refresh_exp }) });
    }
    const refresh = issue("refresh", self.refreshLifetime);
    return reply(200, { refresh, access: issue("access", self.lifetime) });
  }

  function refresh({ refresh: token, token: slide }) {
    if (sliding) {
      const { refresh_exp, jti } = payloadOf(slide);
      if (isOver(slide) || refresh_exp <= self.now()) return invalid("Token is expired");
      return reply(200, { token: issue("sliding", self.lifetime, { refresh_exp, jti }) });
    }
    if (typeof token !== "string") return reply(400, { refresh: ["This field is required."] });
    if (self.blacklist.has(token)) return invalid("Token is blacklisted");
    if (isOver(token)) return invalid("Token is expired");
    // Up to 5.5.0 the new access token has the `iat` of the refresh token.
    const access = issue("access", self.lifetime, staleIat && { iat: payloadOf(token).iat });
    if (!rotates) return reply(200, { access });
    self.blacklist.add(token);
    return reply(200, { access, refresh: issue("refresh", self.refreshLifetime) });
  }

  return self;
}
