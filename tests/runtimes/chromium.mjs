/**
 * Part chromium: the ways in which the package gets into a page, in Chromium.
 */
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { pack } from "../packed.mjs";
import { WAY, everyWay } from "./browser-ways.mjs";
import { within } from "./time-limit.mjs";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const SECONDS = 180;

export default async function (report) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) {
    report.skip("chromium", "CHROMIUM is not set");
    return;
  }
  await pack();
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: SECONDS * 1_000 });
  report.at("Chromium", browser.version(), WAY);
  try {
    await everyWay(report, (address) => open(browser, address));
  } finally {
    await within(30, browser.close());
  }
}

/** Opens a page and resolves to what its promise `outcome` gives. */
export async function open(browser, address, { toleratesFaults = false } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`not loaded: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) {
      faults.push(`${response.status()}: ${response.url()}`);
    }
  });
  try {
    await within(60, page.goto(address, { waitUntil: "load" }));
    const outcome = await within(SECONDS, outcomeOf(page, faults));
    if (!outcome) throw new Error(`the page has no outcome: ${faults.join("; ")}`);
    if (faults.length > 0 && !toleratesFaults) throw new Error(faults.join("; "));
    return outcome;
  } finally {
    await within(30, context.close());
  }
}

/** Frameworks run a page's own code some time after it has loaded: it is asked until it says something. */
async function outcomeOf(page, faults) {
  for (;;) {
    const outcome = await page.evaluate("globalThis.outcome");
    if (outcome || faults.length > 0) return outcome;
    await pause(50);
  }
}
