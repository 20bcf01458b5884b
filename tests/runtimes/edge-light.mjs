/**
 * Vercel's edge, as far as `@edge-runtime/vm` is it: a sandbox that compiles neither text nor wasm,
 * where the bundler hands over the compiled module.
 */
import { deepEqual, equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { EdgeVM } from "@edge-runtime/vm";
import { installed } from "../packed.mjs";
import { bundle } from "./bundle.mjs";

const SECONDS = 180;

/** Stands for what Vercel's build does with `import wasm from "./x.wasm?module"`. */
export const wasmModule = {
  name: "wasm-module",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "wasm-module" }));
    onLoad({ filter: /./, namespace: "wasm-module" }, () => ({
      contents: "export default globalThis.compiledWasm",
    }));
  },
};

/** `vectors` is JSON text: what goes into the sandbox has to be made inside. */
export default async function (report, vectors) {
  const { version } = createRequire(import.meta.url)("@edge-runtime/vm/package.json");
  report.at("@edge-runtime/vm", version, "bundled with its condition; no code generation");
  const common = { format: "iife" };
  const own = { ...common, conditions: ["edge-light"], plugins: [wasmModule] };
  const bundles = {
    "edge-light": await bundle("tests/runtimes/edge-light/suite.mjs", own),
    refused: await bundle("tests/runtimes/edge-light/first-call.mjs", common),
    taken: await bundle("tests/runtimes/edge-light/first-call.mjs", own),
  };
  await report.test("the edge-light condition leads to its entry", SECONDS, async () => {
    deepEqual(bundles["edge-light"].used, ["decode.js", "index.edge-light.js"]);
  });
  await report.test("without it, the default entry is bundled for the edge", SECONDS, async () => {
    deepEqual(bundles.refused.used, ["index.js"]);
  });
  await report.tests("edge-light entry", SECONDS, async () => {
    const outcome = await evaluate(bundles["edge-light"].code, vectors);
    return JSON.parse(outcome);
  });
  await report.test("default entry in the edge sandbox: refused by code", SECONDS, async () => {
    equal(await evaluate(bundles.refused.code, vectors), "ERR_JWT_WASM_BLOCKED");
  });
  await report.test("edge-light entry, the same script: works", SECONDS, async () => {
    equal(await evaluate(bundles.taken.code, vectors), "none");
  });
}

/** Runs `code`, which leaves a promise of text as `outcome`. */
export async function evaluate(code, vectors) {
  const bytes = await readFile(join(installed, "dist/wasm_jwt_bg.wasm"));
  const compiledWasm = await WebAssembly.compile(bytes);
  const vm = new EdgeVM({
    codeGeneration: { strings: false, wasm: false },
    extend: (context) => Object.assign(context, { compiledWasm, vectors }),
  });
  vm.evaluate(code);
  return vm.evaluate("outcome");
}
