/**
 * Origins: the session in a page whose backend has another origin, and shows `Date` or does not.
 *
 * Its 401 is known by the code, since CORS hides the challenge as well.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { within } from "../runtimes/time-limit.mjs";
import { serve } from "../runtimes/static-server.mjs";
import { expire, makeAccount } from "./account.mjs";

/** By how much the page's clock is late, in seconds, and by how much its request may be. */
const LATE = 3_600;
const SLACK = 60;

/** By name: whether `Date` is exposed, and where the session then has the time from. */
export const VARIANTS = [
  { name: "Date exposed by CORS", exposed: 1, source: "date" },
  { name: "date_not_exposed_cors", exposed: 0, source: "iat" },
];

/** Resolves to `{ origin, close }` of a server of blank pages, and of the package in `pages`. */
export function servePages(pages) {
  return serve([pages], { "/": { html: "<!doctype html><title>page</title>" } });
}

export default async function (test, backend, browser, { origin, source }) {
  const inPage = async (work, given) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${origin}/`);
      return await page.evaluate(work, { api: backend.origin, late: LATE, ...given });
    } finally {
      await within(30, context.close());
    }
  };

  await test(`the server's clock is known from ${source}, and every call succeeds`, async () => {
    const { username, password } = await makeAccount(backend);
    const { skew, statuses } = await inPage(callsOf, { username, password });
    equal(skew.source, source);
    ok(Math.abs(skew.seconds - LATE) < SLACK, `${skew.seconds}`);
    deepEqual(statuses, [200, 200, 200]);
  });

  await test("post_body_retried_intact, after a 401 whose challenge is hidden", async () => {
    const { access, refresh } = await makeAccount(backend);
    const text = randomBytes(15_000).toString("base64");
    const tokens = { access: expire(access, backend.secret), refresh };
    const { status, body, isOther } = await inPage(postAfterExpiry, { tokens, text });
    const sha256 = createHash("sha256").update(text).digest("hex");
    deepEqual([status, body], [200, { sha256, length: text.length }]);
    equal(isOther, true);
  });
}

/** In the page. */
async function callsOf({ api, late, username, password }) {
  const { createSession } = await import("/wasm-jwt/session.js");
  const session = createSession({ baseUrl: api, now: () => Date.now() / 1_000 - late });
  await session.signIn({ username, password });
  const statuses = [];
  for (const force of [false, true, false]) {
    await session.getToken({ force });
    statuses.push((await session.fetch("api/me/")).status);
  }
  return { skew: session.skew, statuses };
}

/** In the page. */
async function postAfterExpiry({ api, late, tokens, text }) {
  const { createSession } = await import("/wasm-jwt/session.js");
  const session = createSession({ baseUrl: api, now: () => Date.now() / 1_000 - late });
  await session.adopt(tokens);
  const response = await session.fetch("api/echo/", { method: "POST", body: text });
  const isOther = session.tokens.access !== tokens.access;
  return { status: response.status, body: await response.json(), isOther };
}
