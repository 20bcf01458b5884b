/**
 * Part servers: plain requests, the package and its sessions against djangorestframework-simplejwt
 * behind every server of table.mjs; the example, which is one more such project; and the inspector.
 */
import { resolve } from "node:path";
import { pack } from "../packed.mjs";
import { within } from "../runtimes/time-limit.mjs";
import { serve as serveSite } from "../page/server.mjs";
import { prepareBackends } from "./backends.mjs";
import { launchChromium, launchFirefox } from "../browsers/tabs.mjs";
import clock from "./clock.mjs";
import cookie, { SETTINGS as COOKIE_SETTINGS } from "./cookie.mjs";
import example from "./example.mjs";
import exchange from "./exchange.mjs";
import origins, { VARIANTS, servePages } from "./origins.mjs";
import inspector from "./inspector.mjs";
import orphans from "./orphans.mjs";
import sessions from "./sessions.mjs";
import settings from "./settings.mjs";
import { GUNICORN, TABLE, UWSGI } from "./table.mjs";
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
    await inChromium(report, async (browser) => {
      const load = (row, options) => underLoad(report, backends, row, browser, options);
      const [, ...others] = TABLE;
      const long = load(GUNICORN, { seconds: LONG_LOAD_SECONDS, comparison: true });
      const shown = showExample(report, browser, python);
      // Nothing here depends on time, so a long load and short exchanges go well together.
      await Promise.all([long, shown, exchanges(report, backends)]);
      await acrossOrigins(report, backends, browser);
      await withCookie(report, backends, browser);
      await inInspector(report, backends, browser);
      for (const row of others) await load(row, { seconds: LOAD_SECONDS });
    });
    await inFirefox(report, (browser) =>
      underLoad(report, backends, GUNICORN, browser, { seconds: LOAD_SECONDS }),
    );
  } finally {
    await backends.remove();
  }
}

/** Plain requests, and sessions without a browser, to every server and with every setting. */
async function exchanges(report, backends) {
  for (const row of TABLE) {
    await onServer(report, backends, row, {}, async (test, backend) => {
      await exchange(test, backend, row);
      await clock(test, backend, row);
    });
  }
  for (const [name, { given, run }] of Object.entries({ ...settings, ...sessions })) {
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

/** The session in a page of another origin than its backend. */
async function acrossOrigins(report, backends, browser) {
  if (!browser) return report.skip("pages of another origin", "CHROMIUM is not set");
  const { origin, close } = await servePages(backends.pages);
  try {
    for (const { name, exposed, source } of VARIANTS) {
      const given = { CORS_ORIGINS: origin, CORS_EXPOSES_DATE: exposed };
      const run = (test, backend) => origins(test, backend, browser, { origin, source });
      await onServer(report, backends, GUNICORN, given, run, name);
    }
  } finally {
    close();
  }
}

/** The refresh token in a cookie, as the example's README says. */
async function withCookie(report, backends, browser) {
  if (!browser) return report.skip("refresh token in a cookie", "CHROMIUM is not set");
  const given = { ...COOKIE_SETTINGS, PAGES: backends.pages };
  const run = (test, backend) => cookie(test, backend, browser);
  await onServer(report, backends, GUNICORN, given, run, "refresh token in a cookie");
}

/** The page's own document for sessions, also with a server that does not tell the time. */
async function inInspector(report, backends, browser) {
  if (!browser) return report.skip("the inspector's session", "CHROMIUM is not set");
  const { origin, close } = await serveSite();
  try {
    for (const row of [GUNICORN, UWSGI]) {
      const given = { CORS_ORIGINS: origin, CORS_EXPOSES_DATE: 1 };
      const run = (test, backend) => inspector(test, backend, browser, { origin });
      await onServer(report, backends, row, given, run, "the inspector's session");
    }
  } finally {
    close();
  }
}

async function showExample(report, browser, python) {
  if (!browser) return report.skip("examples/django-session", "CHROMIUM is not set");
  const test = (name, fn) => report.test(`examples/django-session: ${name}`, SECONDS, fn);
  await example(test, browser, python);
}

/** Without a browser `run` gets none, and says what it leaves out. */
async function inChromium(report, run) {
  const path = process.env.CHROMIUM;
  await (path ? inBrowser(report, await launchChromium(path), run) : run());
}

async function inFirefox(report, run) {
  const path = process.env.FIREFOX;
  if (!path) return report.skip(`${GUNICORN.name}, four tabs in Firefox`, "FIREFOX is not set");
  await inBrowser(report, await launchFirefox(path), run);
}

async function inBrowser(report, browser, run) {
  report.say(`${browser.name}: ${browser.version}`);
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
    // The next one need not wait for the end of this one; whoever removes them all does.
    void backend.stop();
  }
}
