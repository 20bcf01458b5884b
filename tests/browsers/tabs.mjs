/**
 * Tabs: Chromium and Firefox, with contexts whose tabs share what an origin stores.
 *
 * Each is `{ name, version, newContext(), close() }`. What playwright and puppeteer give have in common:
 * a context `newPage` and `close`; a page `goto`, `evaluate` with one argument, and `on` with the
 * events `request`, `response` and `console`.
 */
import { chromium } from "playwright-core";
import { start as startFirefox } from "./firefox.mjs";
import { FLAGS } from "../runtimes/chromium.mjs";

const SECONDS = 120;

export async function launchChromium(executablePath) {
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: SECONDS * 1_000 });
  return {
    name: "Chromium",
    version: browser.version(),
    newContext: () => browser.newContext(),
    close: () => browser.close(),
  };
}

export async function launchFirefox(executablePath) {
  const { browser, version } = await startFirefox(executablePath);
  return {
    name: "Firefox",
    version,
    newContext: () => browser.createBrowserContext(),
    close: () => browser.close(),
  };
}
