/**
 * Browser ways: the ways in which the package gets into a page, the same in every browser.
 *
 * `outcomeOf` opens an address and resolves to what the page's promise `outcome` gives. The package has
 * to be packed already.
 */
import { deepEqual, equal } from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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

const HERE = "/tests/runtimes/browser";

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

/** All of them. */
export async function everyWay(report, outcomeOf) {
  await plainly(report, outcomeOf);
  await inPages(outcomeOf, async (at) => {
    await report.tests("plain module script, slim", SECONDS, at("/slim"));
    await report.tests("module worker", SECONDS, at("/worker"));
  });
  await bundled(report, outcomeOf);
}

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
  await report.tests("esbuild, a classic script", SECONDS, async () => {
    const { code, used } = await bundle("tests/runtimes/browser/suite.mjs", { format: "iife" });
    deepEqual(used, ["decode.js", "index.js"]);
    await writeFile(join(folder, "suite.js"), code);
    const html = `<!doctype html><title>esbuild</title><script src="/suite.js"></script>`;
    return inOwnServer(outcomeOf, [folder, project], { "/": { html } });
  });
  await rm(folder, { recursive: true });

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
