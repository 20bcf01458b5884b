/**
 * Part chromium: the ways in which the package gets into a page.
 */
import { deepEqual, equal } from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { version as viteVersion } from "vite";
import { pack, project } from "../packed.mjs";
import { bundle } from "./bundle.mjs";
import { serve } from "./static-server.mjs";
import { within } from "./time-limit.mjs";
import { viteBuild } from "./vite.mjs";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const SECONDS = 180;

const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(
    ["index", "full", "slim", "decode"].map((name) => [
      name === "index" ? "wasm-jwt" : `wasm-jwt/${name}`,
      `/node_modules/wasm-jwt/dist/${name}.js`,
    ]),
  ),
});

const HERE = "/tests/runtimes/chromium";

/** The pages that need nothing built, by path. */
const PAGES = {
  "/plain": { html: moduleScript("suite.mjs", IMPORT_MAP) },
  "/full": { html: moduleScript("full.mjs", IMPORT_MAP) },
  "/slim": { html: moduleScript("slim.mjs", IMPORT_MAP) },
  "/worker": { html: moduleScript("start-worker.mjs") },
  "/strict": { html: moduleScript("policy.mjs"), policy: "script-src 'self'" },
  "/strict-but-wasm": {
    html: moduleScript("policy.mjs"),
    policy: "script-src 'self' 'wasm-unsafe-eval'",
  },
  "/no-policy": { html: moduleScript("policy.mjs") },
};

function moduleScript(name, importMap) {
  const map = importMap ? `<script type="importmap">${importMap}</script>` : "";
  return `<!doctype html><title>${name}</title>${map}<script type="module" src="${HERE}/${name}"></script>`;
}

export default async function (report) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) {
    report.skip("chromium", "CHROMIUM is not set");
    return;
  }
  await pack();
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: SECONDS * 1_000 });
  report.say(`chromium: ${browser.version()}, vite: ${viteVersion}`);
  try {
    await inPages(report, browser);
    await bundled(report, browser);
  } finally {
    await within(30, browser.close());
  }
}

async function inPages(report, browser) {
  const { origin, close } = await serve([project], PAGES);
  const outcomeOf = (path) => open(browser, `${origin}${path}`);
  await report.tests("plain module script", SECONDS, () => outcomeOf("/plain"));
  await report.tests("plain module script, full", SECONDS, () => outcomeOf("/full"));
  await report.tests("plain module script, slim", SECONDS, () => outcomeOf("/slim"));
  await report.tests("module worker", SECONDS, () => outcomeOf("/worker"));

  const blocked = "ERR_JWT_WASM_BLOCKED";
  const strict = { verify: blocked, decode: blocked, key: blocked, init: blocked, again: blocked };
  const works = Object.fromEntries(Object.keys(strict).map((name) => [name, "works"]));
  for (const [path, expected] of [
    ["/strict", strict],
    ["/strict-but-wasm", works],
    ["/no-policy", works],
  ]) {
    const { policy = "no policy" } = PAGES[path];
    await report.test(policy, SECONDS, async () => {
      deepEqual(await outcomeOf(path), { ...expected, plain: "works" });
    });
  }
  close();
}

async function bundled(report, browser) {
  const folder = join(project, "bundled");
  await mkdir(folder);
  await report.tests("esbuild, a classic script", SECONDS, async () => {
    const { code, used } = await bundle("tests/runtimes/chromium/suite.mjs", { format: "iife" });
    deepEqual(used, ["decode.js", "index.js"]);
    await writeFile(join(folder, "suite.js"), code);
    const html = `<!doctype html><title>esbuild</title><script src="/suite.js"></script>`;
    return inOwnServer(browser, [folder, project], { "/": { html } });
  });
  await rm(folder, { recursive: true });

  await report.tests("Vite, production build without configuration", SECONDS, async () => {
    const { output, html } = await viteBuild("../tests/runtimes/chromium/suite.mjs");
    const names = await readdir(output, { recursive: true });
    equal(names.filter((name) => name.endsWith(".wasm")).length, 0);
    return inOwnServer(browser, [output, project], { "/": { html } });
  });
}

async function inOwnServer(browser, folders, pages) {
  const { origin, close } = await serve(folders, pages);
  try {
    return await open(browser, `${origin}/`);
  } finally {
    close();
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
    const outcome = await within(SECONDS, page.evaluate("globalThis.outcome"));
    if (!outcome) throw new Error(`the page has no outcome: ${faults.join("; ")}`);
    if (faults.length > 0 && !toleratesFaults) throw new Error(faults.join("; "));
    return outcome;
  } finally {
    await within(30, context.close());
  }
}
