/**
 * Firefox: a browser for the tests, without a window, through WebDriver BiDi.
 *
 * It resolves to the same as its neighbour webkit.mjs: `{ name, version, open, close }`; `open(url)` to a
 * page with storage of its own.
 */
import puppeteer from "puppeteer-core";
import { insert } from "./insert.mjs";

/** @param {string} executablePath */
export async function launch(executablePath) {
  const { browser, version } = await start(executablePath);
  return {
    name: "Firefox",
    version,
    open: (url) => open(browser, url),
    close: () => browser.close(),
  };
}

/**
 * The browser itself, `{ browser, version }`, for whoever wants several tabs with one storage.
 *
 * @param {string} executablePath
 */
export async function start(executablePath) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    // Until when a script may take to answer; the tests have limits of their own.
    protocolTimeout: 0,
  });
  return { browser, version: (await browser.version()).replace("firefox/", "") };
}

async function open(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const { origin } = new URL(url);
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    // Firefox draws its own controls with a font that it carries: data, which nobody is asked for.
    const isData = address.startsWith("data:");
    if (!isData && new URL(address).origin !== origin) faults.push(`sent: ${address}`);
  });
  await page.goto(url);
  return {
    faults,
    evaluate: (fn, ...args) => page.evaluate(fn, ...args),
    fill: (selector, text) => page.evaluate(insert, selector, text),
    type: (selector, text) => page.type(selector, text),
    click: (selector) => page.click(selector),
    async press(...keys) {
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.reverse()) await page.keyboard.up(key);
    },
    text: (selector) => page.$eval(selector, (element) => element.innerText),
    resize: (width, height) => page.setViewport({ width, height }),
    reload: () => page.reload(),
    close: () => context.close(),
  };
}
