/**
 * Runs the tests of the page: its logic in node, the page itself in the Chromium of the environment
 * variable CHROMIUM.
 */
import { chromium } from "playwright-core";
import { facts as pageFacts } from "./facts.mjs";
import { facts as logicFacts } from "./logic.mjs";
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

const counts = { passed: 0, failed: 0, skipped: 0 };

for (const [name, fact] of Object.entries(logicFacts)) await run(name, fact);
if (process.env.CHROMIUM) {
  await runInBrowser(process.env.CHROMIUM);
} else {
  console.log("CHROMIUM is not set: the page itself was not tested");
  counts.skipped += Object.keys(pageFacts).length;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

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
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    for (const [name, fact] of Object.entries(pageFacts)) {
      await run(name, () => inContexts(browser, origin, fact));
    }
  } finally {
    await browser.close();
    close();
  }
}

/**
 * Runs `fact` with an `open` whose pages have a context each: a clock is one context's.
 *
 * Whatever else it is about, a page must log nothing, violate no policy and stay on its origin.
 */
async function inContexts(browser, origin, fact) {
  const contexts = [];
  const faults = [];
  const open = async ({ address = "", now = SIMPLEJWT.iat, ...options } = {}) => {
    const context = await browser.newContext(options);
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    context.on("console", (message) => faults.push(`console: ${message.text()}`));
    context.on("weberror", (error) => faults.push(`thrown: ${error.error().message}`));
    context.on("request", (request) => {
      if (new URL(request.url()).origin !== origin) faults.push(`sent: ${request.url()}`);
    });
    const page = await context.newPage();
    await page.clock.install({ time: (now - 60) * 1000 });
    await page.clock.pauseAt(now * 1000);
    await page.goto(`${origin}/${address}`);
    return page;
  };
  try {
    await fact(open);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
  if (faults.length > 0) throw new Error(faults.join("; "));
}
