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
  'export { verify, decode } from "wasm-jwt/full";': [310 * KB, 360 * KB],
  'export { verify, decode, initSync } from "wasm-jwt/slim";': [6 * KB, 6 * KB],
  'export { decode } from "wasm-jwt/decode";': [1.5 * KB, 1.5 * KB],
  'export { createRemoteKeySet } from "wasm-jwt/jwks";': [2.4 * KB, 2.4 * KB],
  'export { watch, createSession } from "wasm-jwt/session";': [7.7 * KB, 7.7 * KB],
  'export { watch } from "wasm-jwt/session";': [2.5 * KB, 2.5 * KB],
};

/** In bytes, over the default entry, which they share with whoever else imports it. */
const OVER_THE_DEFAULT = {
  'export { bearer, protect } from "wasm-jwt/edge";': 2 * KB,
  'export { bearer } from "wasm-jwt/edge";': KB,
  'export { jwt } from "wasm-jwt/hono";': 2 * KB,
  'export { jwt } from "wasm-jwt/express";': 2 * KB,
};

export default async function (test) {
  for (const [code, budget] of Object.entries(OVER_THE_DEFAULT)) {
    await test(`${code} ships at most ${budget} bytes over the default entry`, async () => {
      isWithin(await shipped(code, [withoutDefault]), budget);
    });
  }
  // Only a panic that can be reported knows where in the library it happened.
  const wasm = readFileSync(join(installed, "dist/wasm_jwt_bg.wasm"), "latin1");
  const isLean = !wasm.includes("library/core/src");
  for (const [code, [lean, full]] of Object.entries(BUDGETS)) {
    const budget = isLean ? lean : full;
    await test(`${code} ships at most ${budget} bytes`, async () => {
      isWithin(await shipped(code), budget);
    });
  }
}

function isWithin(bytes, budget) {
  ok(bytes <= budget, `${bytes} bytes`);
  ok(bytes > budget / 2, `${bytes} bytes: the budget is too wide to catch anything`);
}

/** esbuild's own `external` would leave out everything below the name, too. */
const withoutDefault = {
  name: "without-default",
  setup({ onResolve }) {
    onResolve({ filter: /^wasm-jwt$/ }, ({ path }) => ({ path, external: true }));
  },
};

async function shipped(code, plugins = []) {
  const path = join(project, "budgets.mjs");
  writeFileSync(path, code);
  const bundled = await bundle(path, { minify: true, target: "es2022", plugins });
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return brotliCompressSync(bundled.code, quality).length;
}
