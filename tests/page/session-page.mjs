/**
 * The document that keeps a session, in these tests: backends for it, and what is done to it.
 */
import assert from "node:assert/strict";
import { startServer } from "../session/server.mjs";
import { NOW } from "./page.mjs";

/** What the browser's log tells of hosts that are asked, and of what they answer. */
export const OF_HOSTS =
  /^console: (Failed to load resource|Access to fetch|Fetch API cannot load|Connecting to|Refused to connect)/;

/** What a server says that lets pages of `origin` read all that there is to read. */
export function corsFor(origin) {
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-headers": "authorization, content-type",
    "access-control-expose-headers": "Date, Retry-After, WWW-Authenticate",
  };
}

/**
 * A backend whose clock stands, `ahead` seconds from the page's, until `backend.time` is moved. The
 * tokens that it gave are in `backend.issued`.
 */
export async function within({ origin, cors = corsFor(origin), ahead = 0, now, ...options }, use) {
  const server = await startServer({ cors, now: now ?? (() => server.backend.time), ...options });
  const { backend } = server;
  const { handle } = backend;
  backend.time = NOW + ahead;
  backend.issued = [];
  backend.handle = async (request) => {
    const response = await handle(request);
    const texts = Object.values(await response.clone().json());
    backend.issued.push(...texts.filter((text) => `${text}`.startsWith("eyJ")));
    return response;
  };
  try {
    await use(server);
  } finally {
    server.close();
  }
}

export async function openSession(open, host, options) {
  const page = await open({ address: "session.html", allows: [host], ...options });
  await page.waitForSelector("#loading", { state: "detached" });
  return page;
}

export async function fill(page, host, password = "right") {
  await page.getByRole("textbox", { name: "Address of the server" }).fill(host);
  await page.getByRole("textbox", { name: "User name" }).fill("ada");
  await page.getByRole("textbox", { name: "Password" }).fill(password);
}

export async function signedIn(open, host, options) {
  const page = await openSession(open, host, options);
  await fill(page, host);
  await page.click("#sign-in");
  await isSignedIn(page);
  return page;
}

export function isSignedIn(page) {
  return page.locator("#access-panel").waitFor();
}

export const paths = (backend) => backend.requests.map(({ path }) => path);

export function events(page) {
  return page.$$eval("[role=log] li", (items) => items.map((item) => item.dataset.event));
}

/** Waits until the session's status says `words`: what a host answers takes its time. */
export const says = (page, words) => becomes(page.locator("#session-status"), words);
export const formSays = (page, words) => becomes(page.locator("#sign-in-status"), words);

async function becomes(status, words) {
  try {
    await status.filter({ hasText: words }).waitFor({ timeout: 5_000 });
  } catch {
    assert.fail(`${words} is not said, but: ${await status.textContent()}`);
  }
}
