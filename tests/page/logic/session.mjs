/** A session's settings, faults and list, without a DOM. */
import assert from "node:assert/strict";
import { SessionError, createSession } from "../../../pkg/dist/session.js";
import { faultOf } from "../../../www/src/session/faults.js";
import { readHanded } from "../../../www/src/session/handed-token.js";
import { startSession } from "../../../www/src/session/live-session.js";
import { eventEntry, requestEntry } from "../../../www/src/session/log-entry.js";
import { PATHS, readPath, readSettings } from "../../../www/src/session/settings.js";
import { STRINGS } from "../../../www/src/strings.js";
import { createBackend } from "../../session/fake-backend.mjs";

const TYPED = { base: "api.example", ...PATHS, mode: "pair", scheme: "Bearer" };
const AT = 1_000;

export const facts = {
  "settings are whole addresses of one host"() {
    const { settings } = readSettings({ ...TYPED, base: " https://api.example:8443/v1?x#y " });
    assert.equal(settings.host, "api.example:8443");
    assert.deepEqual(settings.urls, {
      obtain: "https://api.example:8443/v1/api/token/",
      refresh: "https://api.example:8443/v1/api/token/refresh/",
      verify: "https://api.example:8443/v1/api/token/verify/",
      blacklist: "https://api.example:8443/v1/api/token/blacklist/",
    });
    const { baseUrl, paths, mode, scheme } = settings.options;
    assert.deepEqual([baseUrl, mode, scheme], ["https://api.example:8443/v1/", "pair", "Bearer"]);
    assert.deepEqual(paths, settings.urls);
  },
  "a path from the root, and a path up, stay with the host"() {
    const obtain = (typed) =>
      readSettings({ ...TYPED, base: "https://a.example/v1/", obtain: typed });
    assert.equal(obtain("/login").settings.urls.obtain, "https://a.example/login");
    assert.equal(obtain("../login").settings.urls.obtain, "https://a.example/login");
    assert.equal(obtain("https://a.example/x").settings.urls.obtain, "https://a.example/x");
  },
  "what leads elsewhere is refused, whichever field it is in"() {
    for (const name of Object.keys(PATHS)) {
      for (const typed of [
        "//other.example/",
        "\\\\other.example\\x",
        "https://api.example.other.example/",
        "http://api.example/",
        "https://api.example:444/",
        "https://ada@api.example/",
        "data:,x",
        "https://",
      ]) {
        const { field, reason } = readSettings({ ...TYPED, [name]: typed });
        assert.deepEqual([field, reason], [name, "other-host"], typed);
      }
      assert.equal(readSettings({ ...TYPED, [name]: " " }).reason, "empty");
    }
  },
  "http is for this machine only"() {
    const reason = (base) => readSettings({ ...TYPED, base }).reason;
    for (const base of ["http://localhost:8000", "http://127.0.0.1:8000/x", "https://localhost"]) {
      assert.equal(reason(base), undefined, base);
    }
    for (const base of ["http://api.example", "http://localhost.example", "http://127.0.0.2"]) {
      assert.equal(reason(base), "not-https", base);
    }
  },
  "a token is no part of an address, and its letters alone are none"() {
    const base = new URL("https://api.example/");
    assert.equal(readPath("me/?token=eyJhbGciOiJIUzI1NiJ9", base).reason, "token");
    assert.equal(readPath("me/?token=eyJ", base).href, "https://api.example/me/?token=eyJ");
  },
  "a scheme is one word of RFC 9110"() {
    const of = (scheme) => readSettings({ ...TYPED, scheme });
    for (const scheme of ["Bearer", " JWT ", "x-Token"]) {
      assert.equal(of(scheme).settings.options.scheme, scheme.trim());
    }
    for (const scheme of ["", "Bearer x", "Bearer:", "Bearer\r\nX: y", "Tökén"]) {
      assert.deepEqual([of(scheme).field, of(scheme).reason], ["scheme", "not-a-scheme"]);
    }
  },
  "faults are told apart by code and status"() {
    const fault = (code, fields) => faultOf(new SessionError(code, fields)).fault;
    const cause = new TypeError("x");
    assert.equal(fault("ERR_SESSION_UNAVAILABLE", { cause }), "unreachable");
    assert.equal(fault("ERR_SESSION_UNAVAILABLE", { cause: new Error("x") }), "timeout");
    assert.equal(fault("ERR_SESSION_UNAVAILABLE", { status: 429 }), "too-many");
    assert.equal(fault("ERR_SESSION_UNAVAILABLE", { status: 503 }), "unavailable");
    assert.equal(fault("ERR_SESSION_REJECTED", { status: 404 }), "not-found");
    assert.equal(fault("ERR_SESSION_REJECTED", { status: 400 }), "rejected");
    assert.equal(fault("ERR_SESSION_REFUSED", { status: 401 }), "refused");
    assert.equal(fault("ERR_SESSION_MALFORMED"), "malformed");
    // What `fetch` itself throws.
    assert.equal(faultOf(cause).fault, "unreachable");
  },
  "the list has codes and numbers, and nothing that a server says freely"() {
    const key = (...given) => eventEntry(...given, AT).key;
    const ended = (serverCode) => eventEntry("signedout", { reason: "refused", serverCode }, AT);
    assert.deepEqual(ended("token_not_valid").parameters, { code: "token_not_valid" });
    for (const code of ["eyJhbGciOiJIUzI1NiJ9", "a b", "a.b", "x".repeat(60), undefined]) {
      assert.deepEqual([ended(code).key, ended(code).parameters], ["refused", {}]);
    }
    const error = new SessionError("ERR_SESSION_UNAVAILABLE", { status: 500 });
    const failed = eventEntry("refreshfailed", { error, retryAt: AT + 1.2 }, AT);
    assert.deepEqual(failed.parameters, { code: "ERR_SESSION_UNAVAILABLE", seconds: 2 });
    assert.equal(key("refreshfailed", { error }), "refreshfailed-for-good");
    const odd = { error: { code: "eyJhbGciOiJIUzI1NiJ9" } };
    assert.equal(eventEntry("refreshfailed", odd, AT).parameters.code, "?");
    assert.equal(key("skew", { seconds: -3, source: "iat" }), "skew-behind");
    assert.equal(key("skew", { seconds: 3, source: "date" }), "skew-ahead");
    assert.deepEqual(eventEntry("signedin", { by: "self", access: "x" }, AT).parameters, {});
  },
  "every entry has words"() {
    const keys = [
      ...["signed-out", "elsewhere", "refused", "expired", "?"].map(
        (reason) => eventEntry("signedout", { reason }, AT).key,
      ),
      ...["signedin", "refreshed", "expiring", "expired", "clockchange"].map(
        (event) => eventEntry(event, {}, AT).key,
      ),
      ...["clock-suspect", "reauth-needed", "storageerror"].map(
        (event) => eventEntry(event, {}, AT).key,
      ),
      eventEntry("skew", { seconds: 9, source: "expiry" }, AT).key,
      ...[undefined, 0, 200].map(
        (status) => requestEntry({ method: "GET", path: "/", status, seconds: 0 }, AT).key,
      ),
    ];
    for (const key of keys) assert.ok(Object.hasOwn(STRINGS.en, `session.log.${key}`), key);
  },
  async "the session sends no cookie, and every request is told without its query"() {
    const backend = createBackend({ now: () => AT });
    const requests = [];
    const events = [];
    const sent = [];
    const { settings } = readSettings({ ...TYPED, base: "https://api.test" });
    const { session, call, refresh } = startSession(settings, {
      createSession,
      fetch: (input, init) => {
        sent.push(init.credentials);
        return backend.fetch(input, init);
      },
      onRequest: (request) => requests.push(`${request.method} ${request.path} ${request.status}`),
      onEvent: (type) => events.push(type),
    });
    try {
      await session.signIn({ username: "ada", password: "right" });
      assert.equal(await call("https://api.test/api/me/?q=1"), 200);
      assert.equal(await refresh(), true);
      assert.equal(await refresh(), false);
      await session.signOut();
    } finally {
      session.dispose();
    }
    assert.deepEqual(requests, [
      "POST /api/token/ 200",
      "GET /api/me/ 200",
      "POST /api/token/refresh/ 200",
      "POST /api/token/blacklist/ 200",
    ]);
    assert.deepEqual(sent, Array(4).fill("omit"));
    assert.deepEqual(
      events.filter((event) => event !== "skew"),
      ["signedin", "refreshed", "signedout"],
    );
  },
  "a token that is handed over is text of a size that can be read"() {
    assert.equal(readHanded({ type: "token", token: "a.b.c" }), "a.b.c");
    const wrong = [
      null,
      "a.b.c",
      {},
      { type: "token" },
      { type: "token", token: "" },
      { type: "token", token: ["a.b.c"] },
      { type: "token", token: "x".repeat(1_048_577) },
      { type: "keys", token: "a.b.c" },
    ];
    for (const data of wrong) assert.equal(readHanded(data), undefined);
  },
};
