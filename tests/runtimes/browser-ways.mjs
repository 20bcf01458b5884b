/**
 * Browser ways: the ways in which the package gets into a page, the same in every browser.
 *
 * `outcomeOf` opens an address and resolves to what the page's promise `outcome` gives. The package has
 * to be packed already.
 */
import { deepEqual, equal } from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { version as esbuildVersion } from "esbuild";
import { version as viteVersion } from "vite";
import { project } from "../packed.mjs";
import { bundle } from "./bundle.mjs";
import { serve } from "./static-server.mjs";
import { viteBuild } from "./vite.mjs";

const SECONDS = 180;

const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(
    ["index", "full", "slim", "decode"].map((name) => [
      name === "index" ? "wasm-jwt" : `wasm-jwt/${name}`,
      `/node_modules/wasm-jwt/dist/${name}.js`,
    ]),
  ),
});

/** In words, those that are tried in every browser: workers in Chromium every day, elsewhere seldom. */
export const WAY = "module page, default entry and full; under policies; module and classic worker";

const HERE = "/tests/runtimes/browser";

/** The pages that need nothing built, by path. */
const PAGES = {
  "/plain": { html: moduleScript("suite.mjs", IMPORT_MAP) },
  "/full": { html: moduleScript("full.mjs", IMPORT_MAP) },
  "/slim": { html: moduleScript("slim.mjs", IMPORT_MAP) },
  "/worker": { html: moduleScript("start-worker.mjs") },
  "/classic": { html: moduleScript("start-classic-worker.mjs") },
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

/** All of them. */
export async function everyWay(report, outcomeOf) {
  await plainly(report, outcomeOf);
  await inPages(outcomeOf, async (at) => {
    await report.tests("plain module script, slim", SECONDS, at("/slim"));
  });
  await inWorkers(report, outcomeOf);
  await bundled(report, outcomeOf);
}

/** A module worker, which loads the package's file, and a classic one, for which it is bundled. */
export async function inWorkers(report, outcomeOf) {
  const path = join(project, "tests/runtimes/browser/classic-worker.js");
  const { code } = await bundle("tests/runtimes/browser/worker.mjs", {
    format: "iife",
    plugins: [fromRoot],
  });
  await writeFile(path, code);
  await inPages(outcomeOf, async (at) => {
    await report.tests("module worker", SECONDS, at("/worker"));
    await report.tests("classic worker", SECONDS, at("/classic"));
  });
}

/** The paths by which a module worker finds the package, from the server's root. */
const fromRoot = {
  name: "from-root",
  setup({ onResolve }) {
    onResolve({ filter: /^\/node_modules\// }, ({ path }) => ({ path: join(project, path) }));
  },
};

/**
 * Those that show what an engine makes of the package: both wasms as modules, and under policies. The
 * suite takes twenty seconds, so it is not run in every way in every browser.
 */
export async function plainly(report, outcomeOf) {
  await inPages(outcomeOf, async (at) => {
    await report.tests("plain module script", SECONDS, at("/plain"));
    await report.tests("plain module script, full", SECONDS, at("/full"));
    await underPolicies(report, at);
  });
}

async function inPages(outcomeOf, test) {
  const { origin, close } = await serve([project], PAGES);
  try {
    await test((path) => () => outcomeOf(`${origin}${path}`));
  } finally {
    close();
  }
}

async function underPolicies(report, at) {
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
      deepEqual(await at(path)(), { ...expected, plain: "works" });
    });
  }
}

async function bundled(report, outcomeOf) {
  const folder = join(project, "bundled");
  await mkdir(folder);
  report.at("esbuild", esbuildVersion, "classic script, in Chromium");
  await report.tests("esbuild, a classic script", SECONDS, async () => {
    const { code, used } = await bundle("tests/runtimes/browser/suite.mjs", { format: "iife" });
    deepEqual(used, ["decode.js", "index.js"]);
    await writeFile(join(folder, "suite.js"), code);
    const html = `<!doctype html><title>esbuild</title><script src="/suite.js"></script>`;
    return inOwnServer(outcomeOf, [folder, project], { "/": { html } });
  });
  await rm(folder, { recursive: true });

  report.at("Vite 8", viteVersion, "production build, in Chromium");
  await report.tests("Vite, production build without configuration", SECONDS, async () => {
    const { output, html } = await viteBuild("../tests/runtimes/browser/suite.mjs");
    const names = await readdir(output, { recursive: true });
    equal(names.filter((name) => name.endsWith(".wasm")).length, 0);
    return inOwnServer(outcomeOf, [output, project], { "/": { html } });
  });
}

async function inOwnServer(outcomeOf, folders, pages) {
  const { origin, close } = await serve(folders, pages);
  try {
    return await outcomeOf(`${origin}/`);
  } finally {
    close();
  }
}
