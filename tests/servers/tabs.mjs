/**
 * Tabs: four tabs of one browser under load, whose access tokens live two seconds and whose refresh
 * tokens work once.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { within } from "../runtimes/time-limit.mjs";
import { makeAccount } from "./account.mjs";
import { watchForTokens } from "./leaks.mjs";

/**
 * Of the backend, besides PAGES: the pages have its origin.
 *
 * The leeway is for a machine with much else to do. Without it, of 2000 calls 30 were more than half a
 * second on their way and arrived with an expired token; the session repeated them, but once both
 * ways were so long. It says nothing to the clients: who does not refresh is refused two seconds later.
 */
export const SETTINGS = { ACCESS_SECONDS: 2, LEEWAY_SECONDS: 2, ROTATE: 1, BLACKLIST: 1 };

const TABS = 4;

const POLL_MS = 20;

const STORAGES = ["memory", "indexedDB"];

/**
 * Runs each storage in a browser of its own, as far as tabs can tell, all at the same time.
 *
 * - `browser`: one of ../browsers/tabs.mjs
 * - `say`: takes a line with what was counted
 * - `comparison`: whether the same load without single flight runs beside them
 */
export default async function (test, backend, browser, { say, seconds, comparison = false }) {
  const load = `${backend.name}, four tabs in ${browser.name}, ${seconds} s`;
  const loads = STORAGES.map((storage) =>
    test(`rotate_4_tabs_no_loss, ${storage}`, async () => {
      const { counts, reasons } = await runTabs(browser, backend, {
        client: "session",
        storage,
        seconds,
      });
      say(`${load}, ${storage}: ${JSON.stringify(counts)}`);
      const { calls, failed, refreshes, lost, leaks } = counts;
      deepEqual({ failed, lost, leaks, reasons }, { failed: 0, lost: 0, leaks: 0, reasons: [] });
      ok(calls > 0 && refreshes > 0, "nothing was asked for");
    }),
  );
  if (comparison) {
    const alone = test("four_tabs_without_single_flight_lose_sessions", async () => {
      const { counts } = await runTabs(browser, backend, { client: "alone", seconds });
      say(`${load}, no single flight: ${JSON.stringify(counts)}`);
      ok(counts.lost > 0, "the load is too light to show anything");
    });
    loads.push(alone);
  }
  await test("leaks_are_seen", () => leakOnPurpose(browser, backend));
  await Promise.all(loads);
}

/** A token in an address, one in the console, and a request to another origin. */
async function leakOnPurpose(browser, { origin }) {
  const seen = { leaks: 0, refused: 0 };
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    watchForTokens(page, origin, seen);
    await page.goto(`${origin}/pages/tabs/index.html`);
    equal(seen.leaks, 0);
    await page.evaluate(async () => {
      console.log("eyJhbGciOiJIUzI1NiJ9");
      await fetch("?token=eyJhbGciOiJIUzI1NiJ9");
      const { port } = location;
      // Nobody there allows this one, but it is sent.
      await fetch(`http://localhost:${port}/`, { mode: "no-cors" });
    });
    while (seen.leaks < 3) await sleep(POLL_MS);
    equal(seen.leaks, 3);
  } finally {
    await within(30, context.close());
  }
}

/**
 * Opens the tabs, signs in with the first and puts them all under load.
 *
 * Resolves to `{ counts, reasons }`: the sums of what load.mjs and leaks.mjs count, and why calls
 * failed.
 *
 * - `client`: the name of a module of tabs/
 * - `storage`: where that client keeps its tokens
 */
async function runTabs(browser, backend, { client, storage, seconds }) {
  const { username, password } = await makeAccount(backend);
  const given = { username, password, storage, name: "tabs" };
  const context = await browser.newContext();
  const seen = { leaks: 0, refused: 0 };
  try {
    const pages = [];
    for (let tab = 0; tab < TABS; tab++) {
      const page = await context.newPage();
      watchForTokens(page, backend.origin, seen);
      await page.goto(`${backend.origin}/pages/tabs/index.html`);
      await page.evaluate(open, { client, given, signsIn: tab === 0 });
      pages.push(page);
    }
    const counted = pages.map((page) => page.evaluate(run, seconds));
    const outcomes = await within(seconds + 60, Promise.all(counted));
    const counts = { ...sum(outcomes.map(({ counts }) => counts)), ...seen };
    return { counts, reasons: [...new Set(outcomes.flatMap(({ reasons }) => reasons))] };
  } finally {
    await within(30, context.close());
  }
}

/** In the page. */
async function open({ client, given, signsIn }) {
  const { createClient } = await import(`/pages/tabs/${client}.mjs`);
  globalThis.client = await createClient(given);
  if (signsIn) await globalThis.client.signIn();
}

/** In the page. */
async function run(seconds) {
  const { load } = await import("/pages/tabs/load.mjs");
  return load(globalThis.client, seconds);
}

function sum(counts) {
  const total = {};
  for (const [name, count] of counts.flatMap(Object.entries)) {
    total[name] = (total[name] ?? 0) + count;
  }
  return total;
}
