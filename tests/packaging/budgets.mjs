/**
 * Budgets: no entry gets heavier without somebody deciding so, here.
 *
 * Measured as a bundler ships it, minified, in brotli: what users download.
 */
import { ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { installed, project } from "../packed.mjs";
import { bundle } from "../runtimes/bundle.mjs";

const KB = 1024;

/** In bytes: with the standard library built along for size, and with the one of the toolchain. */
const BUDGETS = {
  'export { verify, decode } from "wasm-jwt";': [51 * KB, 64 * KB],
  'export { verify, decode } from "wasm-jwt/full";': [308 * KB, 360 * KB],
  'export { verify, decode, initSync } from "wasm-jwt/slim";': [6 * KB, 6 * KB],
  'export { decode } from "wasm-jwt/decode";': [1.5 * KB, 1.5 * KB],
  'export { createRemoteKeySet } from "wasm-jwt/jwks";': [2.4 * KB, 2.4 * KB],
  'export { watch, createSession } from "wasm-jwt/session";': [7.5 * KB, 7.5 * KB],
  'export { watch } from "wasm-jwt/session";': [2.5 * KB, 2.5 * KB],
};

export default async function (test) {
  // Only a panic that can be reported knows where in the library it happened.
  const wasm = readFileSync(join(installed, "dist/wasm_jwt_bg.wasm"), "latin1");
  const isLean = !wasm.includes("library/core/src");
  for (const [code, [lean, full]] of Object.entries(BUDGETS)) {
    const budget = isLean ? lean : full;
    await test(`${code} ships at most ${budget} bytes`, async () => {
      const bytes = await shipped(code);
      ok(bytes <= budget, `${bytes} bytes`);
      ok(bytes > budget / 2, `${bytes} bytes: the budget is too wide to catch anything`);
    });
  }
}

async function shipped(code) {
  const path = join(project, "budgets.mjs");
  writeFileSync(path, code);
  const bundled = await bundle(path, { minify: true, target: "es2022" });
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return brotliCompressSync(bundled.code, quality).length;
}
