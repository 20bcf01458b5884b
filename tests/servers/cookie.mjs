/**
 * Cookie: the refresh token where no script can read it, by the views and the options that the README of
 * examples/django-session gives, word for word.
 */
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { within } from "../runtimes/time-limit.mjs";
import { makeAccount } from "./account.mjs";

const README = new URL("../../examples/django-session/README.md", import.meta.url);

/** The README's block of `language` that contains `text`. */
async function blockWith(language, text) {
  const blocks = (await readFile(README, "utf8")).matchAll(/^```(\w+)\n(.*?)^```$/gms);
  const found = [...blocks].filter(([, name, block]) => name === language && block.includes(text));
  equal(found.length, 1);
  return found[0][2];
}

/** The views, as a module. */
export const cookieViews = () => blockWith("python", "class SetsCookie");

/** Of the backend, besides PAGES. */
export const SETTINGS = { COOKIE: 1 };

export default async function (test, backend, browser) {
  const begin = await blockWith("js", "createSession");

  await test("signed in, renewed, kept over a reload, signed out", async () => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const open = async () => {
        await page.goto(`${backend.origin}/pages/tabs/index.html`);
        await page.evaluate(startWith, begin);
      };
      const { username, password } = await makeAccount(backend);
      await open();
      equal(await page.evaluate(outcome), "ERR_SESSION_SIGNED_OUT");
      await page.evaluate((given) => session.signIn(given), { username, password });
      equal(await page.evaluate(outcome), 200);

      const [cookie] = await context.cookies(`${backend.origin}/api/token/`);
      const { httpOnly, secure, sameSite, path } = cookie;
      deepEqual(
        { httpOnly, secure, sameSite, path },
        { httpOnly: true, secure: true, sameSite: "Strict", path: "/api/token/" },
      );

      const held = () =>
        page.evaluate(() => ({ ...session.tokens, claims: undefined, cookie: document.cookie }));
      const before = await held();
      deepEqual([before.refresh, before.cookie], [undefined, ""]);
      await open();
      equal(await page.evaluate(outcome), 200);
      // The page had forgotten everything, so the cookie has renewed it.
      notEqual((await held()).access, before.access);
      const [renewed] = await context.cookies(`${backend.origin}/api/token/`);
      notEqual(renewed.value, cookie.value);
      await page.evaluate(() => session.signOut());
      equal(await page.evaluate(outcome), "ERR_SESSION_SIGNED_OUT");
      deepEqual(await context.cookies(), []);
      const headers = { cookie: `refresh=${renewed.value}` };
      equal((await backend.client.post("/api/token/refresh/", {}, { headers })).status, 401);
      await open();
      equal(await page.evaluate(outcome), "ERR_SESSION_SIGNED_OUT");
    } finally {
      await within(30, context.close());
    }
  });
}

/** In the page: `begin` is the text that makes a session. */
async function startWith(begin) {
  const { createSession } = await import("wasm-jwt/session");
  globalThis.session = new Function("createSession", `${begin}; return session;`)(createSession);
}

/** In the page: the status of a protected call, or why there is no token for it. */
function outcome() {
  return session.fetch("/api/me/").then(
    ({ status }) => status,
    ({ code }) => code,
  );
}
