/**
 * In a browser: what the parts firefox and webkit do, each with the browser that it has launched.
 */
import { deepEqual } from "node:assert/strict";
import { pack } from "../packed.mjs";
import { WAY, inWorkers, plainly } from "../runtimes/browser-ways.mjs";
import { within } from "../runtimes/time-limit.mjs";
import { NOW, facts } from "./page-facts.mjs";
import { servePage } from "./page-server.mjs";

const SECONDS = 60;

/** @param {Awaited<ReturnType<typeof import("./firefox.mjs").launch>>} browser is closed at the end */
export async function inBrowser(report, browser) {
  report.at(browser.name, browser.version, WAY);
  try {
    await pack();
    const outcome = (address) => outcomeOf(browser, address);
    await plainly(report, outcome);
    if (process.env.ALL) await inWorkers(report, outcome);
    for (const [name, fact] of Object.entries(facts)) {
      await report.test(name, SECONDS, () => onPages(browser, fact));
    }
  } finally {
    await within(30, browser.close());
  }
}

async function outcomeOf(browser, address) {
  const page = await browser.open(address);
  try {
    const outcome = await page.evaluate("globalThis.outcome");
    if (!outcome) throw new Error(`the page has no outcome: ${page.faults.join("; ")}`);
    return outcome;
  } finally {
    await page.close();
  }
}

/**
 * Runs `fact` with an `open` that opens the page.
 *
 * Whatever else it is about, a page must log nothing, violate no policy and stay on its origin,
 * unless the fact is about that and has said `faulty`.
 */
async function onPages(browser, fact) {
  const served = await servePage(NOW);
  const pages = [];
  const open = async ({ fragment = "", faulty = false } = {}) => {
    const page = await browser.open(served.address + fragment);
    const heard = async () => [...page.faults, ...(await page.evaluate("witness.faults"))];
    pages.push({ close: page.close, faults: async () => (faulty ? [] : heard()) });
    return { ...page, heard, requests: served.requests };
  };
  const faults = async () => (await Promise.all(pages.map((page) => page.faults()))).flat();
  try {
    await fact(open);
    deepEqual(await faults(), []);
  } catch (error) {
    // What went wrong on the page is likely to be why.
    const heard = await faults().catch((reason) => [String(reason)]);
    throw new Error([error.message, ...heard].join("; "), { cause: error });
  } finally {
    for (const page of pages) await page.close();
    served.close();
  }
}
