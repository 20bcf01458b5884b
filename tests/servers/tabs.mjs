/**
 * Tabs: four tabs of one browser under load, whose access tokens live two seconds and whose refresh
 * tokens work once.
 */
import { deepEqual, ok } from "node:assert/strict";
import { within } from "../runtimes/time-limit.mjs";
import { makeAccount } from "./account.mjs";

/**
 * Of the backend, besides PAGES: the pages have its origin.
 *
 * The leeway is for a machine with much else to do, where a token may well expire on its way. It says
 * nothing to the clients: who does not refresh is refused after another two seconds.
 */
export const SETTINGS = { ACCESS_SECONDS: 2, LEEWAY_SECONDS: 2, ROTATE: 1, BLACKLIST: 1 };

const TABS = 4;

/** The beginning of every header of a JWT. */
const TOKEN = /eyJ/;

const STORAGES = ["memory", "indexedDB"];

/**
 * Runs each storage in a browser of its own, as far as tabs can tell, all at the same time.
 *
 * - `say`: takes a line with what was counted
 * - `comparison`: whether the same load without single flight runs beside them
 */
export default async function (test, backend, browser, { say, seconds, comparison = false }) {
  const loads = STORAGES.map((storage) =>
    test(`rotate_4_tabs_no_loss, ${storage}`, async () => {
      const { counts, reasons } = await runTabs(browser, backend, {
        client: "session",
        storage,
        seconds,
      });
      say(`${backend.name}, four tabs, ${seconds} s, ${storage}: ${JSON.stringify(counts)}`);
      const { calls, failed, refreshes, lost, leaks } = counts;
      deepEqual({ failed, lost, leaks, reasons }, { failed: 0, lost: 0, leaks: 0, reasons: [] });
      ok(calls > 0 && refreshes > 0, "nothing was asked for");
    }),
  );
  if (comparison) {
    const alone = test("four_tabs_without_single_flight_lose_sessions", async () => {
      const { counts } = await runTabs(browser, backend, { client: "alone", seconds });
      say(`${backend.name}, four tabs, ${seconds} s, no single flight: ${JSON.stringify(counts)}`);
      ok(counts.lost > 0, "the load is too light to show anything");
    });
    loads.push(alone);
  }
  await Promise.all(loads);
}

/**
 * Opens the tabs, signs in with the first and puts them all under load.
 *
 * Resolves to `{ counts, reasons }`: the sums of what load.mjs counts, with `leaks`, and why calls
 * failed.
 *
 * - `client`: the name of a module of tabs/
 * - `storage`: where that client keeps its tokens
 */
async function runTabs(browser, backend, { client, storage, seconds }) {
  const { username, password } = await makeAccount(backend);
  const given = { username, password, storage, name: "tabs" };
  const context = await browser.newContext();
  const leaks = watchForTokens(context, backend.origin);
  try {
    const pages = [];
    for (let tab = 0; tab < TABS; tab++) {
      const page = await context.newPage();
      await page.goto(`${backend.origin}/pages/tabs/index.html`);
      await page.evaluate(open, { client, given, signsIn: tab === 0 });
      pages.push(page);
    }
    const counted = pages.map((page) => page.evaluate(run, seconds));
    const outcomes = await within(seconds + 60, Promise.all(counted));
    const counts = { ...sum(outcomes.map(({ counts }) => counts)), leaks: leaks.count };
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

/** `{ count }` of the places where no token may be: addresses, other origins, the console. */
function watchForTokens(context, origin) {
  const seen = { count: 0 };
  context.on("request", (request) => {
    if (TOKEN.test(request.url()) || !request.url().startsWith(`${origin}/`)) seen.count++;
  });
  context.on("console", (message) => {
    if (TOKEN.test(message.text())) seen.count++;
  });
  return seen;
}

function sum(counts) {
  const total = {};
  for (const [name, count] of counts.flatMap(Object.entries)) {
    total[name] = (total[name] ?? 0) + count;
  }
  return total;
}
