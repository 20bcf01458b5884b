/**
 * Runs the tests of the page: its logic in node, the page itself in the Chromium of the environment
 * variable CHROMIUM.
 *
 * `node tests/page/run.mjs [NAME…]`: the files of logic/ and facts/ of these names only.
 */
import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { SIMPLEJWT } from "./tokens.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** What Playwright says where it blocks service workers: for every fact that is not about them. */
const BLOCKED_WORKER = "Service Worker registration blocked by Playwright";

/** Each with a clipboard of its own, so that facts do not get in each other's way. */
const BROWSERS = 2;

const wanted = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };

for (const [name, fact] of await factsOf("logic")) await run(name, fact);
const pageFacts = await factsOf("facts");
if (process.env.CHROMIUM) {
  await runInBrowser(process.env.CHROMIUM);
} else {
  console.log("CHROMIUM is not set: the page itself was not tested");
  counts.skipped += pageFacts.length;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** @returns {Promise<[name: string, fact: Function][]>} of every file of the folder */
async function factsOf(folder) {
  const found = [];
  for (const file of (await readdir(new URL(`${folder}/`, import.meta.url))).sort()) {
    const subject = basename(file, ".mjs");
    if (wanted.length > 0 && !wanted.includes(subject)) continue;
    const { facts } = await import(`./${folder}/${file}`);
    for (const [name, fact] of Object.entries(facts)) found.push([`${subject}: ${name}`, fact]);
  }
  return found;
}

async function run(name, fact) {
  try {
    await fact();
    counts.passed++;
  } catch (error) {
    counts.failed++;
    console.log(`FAILED ${name}: ${error.message.replace(/\s*\n\s*/g, " | ")}`);
  }
}

async function runInBrowser(executablePath) {
  const { origin, close } = await serve();
  const waiting = [...pageFacts];
  const work = async () => {
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    try {
      for (let next; (next = waiting.shift());) {
        const [name, fact] = next;
        await run(name, () => inContexts(browser, origin, fact));
      }
    } finally {
      await browser.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: BROWSERS }, work));
  } finally {
    close();
  }
}

/**
 * Runs `fact` with an `open` whose pages have a context each: a clock is one context's.
 *
 * Whatever else it is about, a page must log nothing, violate no policy and stay on its origin, but for
 * what `fact.expects`, a pattern, allows. `clock: false` leaves the clock running, `allows` names other
 * origins that may be asked, and `site` is where the site is, if it is a fact's own.
 */
async function inContexts(browser, origin, fact) {
  const contexts = [];
  const faults = [];
  const open = async ({
    address = "",
    now = SIMPLEJWT.iat,
    clock = true,
    allows = [],
    site = origin,
    ...options
  } = {}) => {
    const context = await browser.newContext({ serviceWorkers: "block", ...options });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    context.on("console", (message) => {
      if (message.text() !== BLOCKED_WORKER) faults.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => faults.push(`thrown: ${error.error().message}`));
    context.on("request", (request) => {
      const asked = new URL(request.url()).origin;
      if (asked !== site && !allows.includes(asked)) faults.push(`sent: ${request.url()}`);
    });
    const page = await context.newPage();
    if (clock) {
      await page.clock.install({ time: (now - 60) * 1000 });
      await page.clock.pauseAt(now * 1000);
    }
    await page.goto(`${site}/${address}`);
    return page;
  };
  try {
    await fact(open, origin);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
  const unexpected = faults.filter((fault) => !fact.expects?.test(fault));
  if (unexpected.length > 0) throw new Error(unexpected.join("; "));
}
