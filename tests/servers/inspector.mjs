/**
 * Inspector: the page's document that keeps a session, with a backend that it reaches across origins.
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { within } from "../runtimes/time-limit.mjs";
import { makeAccount } from "./account.mjs";
import { TOKEN } from "./leaks.mjs";

/** `origin`: where the site is served, which the backend's CORS allows. */
export default async function (test, backend, browser, { origin }) {
  await test("signed in, renewed, asked and signed out by hand", () =>
    opened(browser, origin, async (page, requests) => {
      const { username, password } = await makeAccount(backend);
      const { host } = new URL(backend.origin);
      await signIn(page, backend, username, `${password}x`);
      await says(page, "#sign-in-status", /does not accept this user name with this password/);
      equal(await page.isVisible("#session-panel"), false);
      await signIn(page, backend, username, password);
      await page.locator("#access-panel").waitFor();

      await page.click("#do-refresh");
      await says(page, "#session-status", "Renewed.");
      await page.click("#do-verify");
      await says(page, "#session-status", `${host} takes the access token.`);
      await page.fill("#call-path", "api/me/");
      await page.click("#call");
      await says(page, "#session-status", `${host} answered with the status 200.`);
      await page.click("#do-sign-out");
      await says(page, "#sign-in-status", /^Signed out\./);

      const sent = requests.filter((request) => request.method() === "POST");
      const views = ["", "", "refresh/", "verify/", "blacklist/"].map(
        (view) => `/api/token/${view}`,
      );
      deepEqual(sent.map(pathOf), views);
      // What was given up is good for nothing; the one before it was by being renewed.
      for (const { refresh } of [2, 4].map((index) => sent[index].postDataJSON())) {
        const { status, body } = await backend.client.post("/api/token/refresh/", { refresh });
        deepEqual([status, body.code], [401, "token_not_valid"]);
      }
      for (const url of requests.map((request) => request.url())) {
        ok([origin, backend.origin].includes(new URL(url).origin), url);
        ok(!TOKEN.test(url) && !url.includes(password), url);
      }
      ok(!TOKEN.test(await page.innerText("#log-panel")));
    }));

  await test("an origin that the backend's CORS does not name is told so", () =>
    opened(browser, origin.replace("127.0.0.1", "localhost"), async (page) => {
      const { username, password } = await makeAccount(backend);
      await signIn(page, backend, username, password);
      await says(page, "#sign-in-status", /\(CORS\)/);
      equal(await page.isVisible("#session-panel"), false);
      match(
        await page.innerText("#cors-settings"),
        /^CORS_ALLOWED_ORIGINS = \["http:\/\/localhost:/,
      );
    }));
}

async function opened(browser, origin, use) {
  const context = await browser.newContext();
  const requests = [];
  context.on("request", (request) => requests.push(request));
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/session.html`);
    await page.waitForSelector("#loading", { state: "detached" });
    await use(page, requests);
  } finally {
    await within(30, context.close());
  }
}

async function signIn(page, { origin }, username, password) {
  await page.fill("#session-base", origin);
  await page.fill("#username", username);
  await page.fill("#password", password);
  await page.click("#sign-in");
}

/** Waits until the status says `words`. */
async function says(page, status, words) {
  await page.locator(status).filter({ hasText: words }).waitFor();
}

const pathOf = (request) => new URL(request.url()).pathname;
