/**
 * Part bundlers: the suite in a page, as each bundler builds it without configuration; in the runners that
 * front ends are tested by; and in a Next.js app.
 *
 * Environment: CHROMIUM, the path of a browser; ALL, not empty: also those that are not looked at
 * every day.
 */
import { equal, ok } from "node:assert/strict";
import { cp, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pack, root } from "../packed.mjs";
import { FLAGS, open } from "../runtimes/chromium.mjs";
import { runProgram } from "../runtimes/child.mjs";
import { serve } from "../runtimes/static-server.mjs";
import { within } from "../runtimes/time-limit.mjs";
import { inNext } from "./next.mjs";
import { inRunner } from "./runners.mjs";
import { makeWorkshop } from "./workshop.mjs";

const SECONDS = 300;

/**
 * By tool, the script of builds/ that calls it.
 *
 * Vite 8 and esbuild are tried by the parts that run in browsers and at the edge.
 */
const BUILDS = {
  webpack: "webpack",
  vite5: "vite",
  vite6: "vite",
  vite7: "vite",
  rollup: "rollup",
  rspack: "rspack",
  parcel: "parcel",
};
/** What each is called. */
const TITLES = {
  webpack: "webpack",
  vite5: "Vite 5",
  vite6: "Vite 6",
  vite7: "Vite 7",
  rollup: "Rollup",
  rspack: "Rspack",
  parcel: "Parcel",
  jest: "Jest",
  vitest: "Vitest",
  next: "Next.js",
};
const RUNNERS = ["jest", "vitest"];
const EVERY_DAY = ["webpack"];

export default async function (report) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) {
    report.skip("bundlers", "CHROMIUM is not set");
    return;
  }
  await pack();
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: SECONDS * 1_000 });
  const isWanted = (name) => process.env.ALL || EVERY_DAY.includes(name);
  const withTool = async (name, way, run) => {
    if (!isWanted(name)) return;
    const { folder, version, absent } = await makeWorkshop(name);
    if (absent) return report.skip(name, absent);
    report.at(TITLES[name], version, way);
    await run(folder);
  };
  try {
    for (const [name, script] of Object.entries(BUILDS)) {
      await withTool(name, "production build, in Chromium", async (folder) => {
        await report.tests(name, SECONDS, () => inPage(browser, folder, script));
      });
    }
    for (const name of RUNNERS) {
      await withTool(
        name,
        "the suite as a test of its own, in Node and in jsdom",
        async (folder) => {
          await inRunner((title, fn) => report.test(title, SECONDS, fn), name, folder);
        },
      );
    }
    await withTool("next", "edge route, Node route, page on both sides", async (folder) => {
      await inNext((title, fn) => report.test(title, SECONDS, fn), browser, folder);
    });
  } finally {
    await within(30, browser.close());
  }
}

/** Builds the page and opens it. */
async function inPage(browser, folder, script) {
  const output = join(folder, "dist");
  await rm(output, { recursive: true, force: true });
  for (const [from, to] of [
    [`builds/${script}.mjs`, "build.mjs"],
    ["page/index.html", "index.html"],
    ["page/main.js", "main.js"],
  ]) {
    await cp(join(root, "tests/bundlers", from), join(folder, to));
  }
  await runProgram(process.execPath, ["build.mjs"], { seconds: SECONDS, cwd: folder });
  const names = await readdir(output, { recursive: true });
  equal(names.filter((name) => name.endsWith(".wasm")).length, 0, "a wasm on its own");
  const html = names.includes("index.html")
    ? await readFile(join(output, "index.html"), "utf8")
    : '<!doctype html><title>built</title><script src="/main.js"></script>';
  ok(names.some((name) => name.endsWith(".js")));
  const { origin, close } = await serve([output, folder], { "/": { html } });
  try {
    return await open(browser, `${origin}/`);
  } finally {
    close();
  }
}
