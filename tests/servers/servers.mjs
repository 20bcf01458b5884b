/**
 * Part servers: the package, and plain requests, against djangorestframework-simplejwt behind every
 * server of table.mjs.
 */
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { pack } from "../packed.mjs";
import { FLAGS } from "../runtimes/chromium.mjs";
import { within } from "../runtimes/time-limit.mjs";
import { prepareBackends } from "./backends.mjs";
import exchange from "./exchange.mjs";
import orphans from "./orphans.mjs";
import settings from "./settings.mjs";
import { GUNICORN, TABLE } from "./table.mjs";
import tabs, { SETTINGS as TAB_SETTINGS } from "./tabs.mjs";

const SECONDS = 120;

/** How long the tabs are under load: on Gunicorn, and on each of the others. */
const LONG_LOAD_SECONDS = 60;
const LOAD_SECONDS = 5;

export default async function (report) {
  if (!process.env.PYTHON || process.platform === "win32") {
    const reason = process.env.PYTHON ? "they do not run on Windows" : "PYTHON is not set";
    report.skip("servers", reason);
    return;
  }
  const python = resolve(process.env.PYTHON);
  await orphans((name, fn) => report.test(name, SECONDS, fn));
  await pack();
  const backends = await prepareBackends(python);
  try {
    await inBrowser(report, async (browser) => {
      const load = (row, options) => underLoad(report, backends, row, browser, options);
      const [, ...others] = TABLE;
      const long = load(GUNICORN, { seconds: LONG_LOAD_SECONDS, comparison: true });
      // Nothing here depends on time, so a long load and short exchanges go well together.
      await Promise.all([long, exchanges(report, backends)]);
      for (const row of others) await load(row, { seconds: LOAD_SECONDS });
    });
  } finally {
    await backends.remove();
  }
}

/** Plain requests, to every server and with every setting. */
async function exchanges(report, backends) {
  for (const row of TABLE) {
    await onServer(report, backends, row, {}, (test, backend) => exchange(test, backend, row));
  }
  for (const [name, { given, run }] of Object.entries(settings)) {
    await onServer(report, backends, GUNICORN, given, run, name);
  }
}

/** The session in several tabs. Without a browser that is skipped, and only that. */
async function underLoad(report, backends, row, browser, options) {
  if (!browser) return report.skip(`${row.name}, four tabs`, "CHROMIUM is not set");
  const given = { ...TAB_SETTINGS, PAGES: backends.pages };
  const run = (test, backend) => tabs(test, backend, browser, { say: report.say, ...options });
  await onServer(report, backends, row, given, run, "four tabs");
}

async function inBrowser(report, run) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) return run();
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: SECONDS * 1_000 });
  report.say(`chromium: ${browser.version()}`);
  try {
    await run(browser);
  } finally {
    await within(30, browser.close());
  }
}

/** Runs `run(test, backend)` with a server of its own, and shows the server's log if a test fails. */
async function onServer(report, backends, row, given, run, setting) {
  const title = [row.name, setting].filter(Boolean).join(", ");
  const backend = await backends.start(row, given).catch((error) => ({ error }));
  if (backend.missing) return report.skip(title, backend.missing);
  if (backend.error) return report.fail(title, backend.error);
  let failed = false;
  const test = (name, fn) =>
    report.test(`${title}: ${name}`, SECONDS, async () => {
      try {
        await fn();
      } catch (error) {
        failed = true;
        throw error;
      }
    });
  try {
    await run(test, backend);
  } finally {
    if (failed) report.say(`log of ${title}:\n${await backend.log()}`);
    await backend.stop();
  }
}
