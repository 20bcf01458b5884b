/**
 * Forms: what the scripts of dist must not contain, since a host or a bundler would refuse it, and
 * the wasm inside of them.
 */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { transform } from "esbuild";

/** The entries with wasm inside, and the file that holds the same. */
const WASM = { index: "wasm_jwt_bg.wasm", full: "wasm_jwt_full_bg.wasm" };

/** These leave the wasm to the default entry, whichever of its files the host's condition chooses. */
const BESIDE = ["edge", "hono", "express"];

const CJS = [...Object.keys(WASM), "slim", "decode", "jwks", "session", ...BESIDE];
const EDGE = Object.keys(WASM).flatMap((name) => [`${name}.workerd`, `${name}.edge-light`]);
const ESM = [...CJS, ...EDGE];

/** Next refuses an edge bundle that merely mentions these. */
const EDGE_REFUSES = [/WebAssembly\.(compile|instantiate)/, /WebAssembly\.Module/, /\beval\(/];

/** Breaks `require` of ESM, classic scripts, or a policy without `unsafe-eval`. */
const ESM_REFUSES = [
  /\bimport\.meta\b/,
  /\beval\s*\(/,
  /\bnew Function\b/,
  /\brequire\s*\(/,
  /\bprocess\b/,
  /\bimport\s*\(/,
];

/** What an ESM file imports: an entry is one file, and on an edge host the wasm beside it. */
function importsOf(name) {
  if (BESIDE.includes(name)) return ["wasm-jwt"];
  const [entry, host] = name.split(".");
  if (!host) return [];
  return [host === "workerd" ? `./${WASM[entry]}` : `./${WASM[entry]}?module`];
}

export default function (test, packed) {
  const textOf = (name) => packed.get(`dist/${name}`).toString("utf8");

  for (const [entry, file] of Object.entries(WASM)) {
    const wasm = packed.get(`dist/${file}`);
    test(`${file} is wasm`, () => {
      equal(wasm.subarray(0, 4).toString("latin1"), "\0asm");
      ok(WebAssembly.validate(wasm));
    });
    for (const name of [`${entry}.js`, `${entry}.cjs`]) {
      test(`the wasm in ${name} is ${file}, byte for byte`, () => {
        const found = hexIn(textOf(name));
        equal(found.length, 1);
        ok(Buffer.from(found[0], "hex").equals(wasm));
      });
    }
  }
  for (const name of [...ESM.map((name) => `${name}.js`), ...CJS.map((name) => `${name}.cjs`)]) {
    if (/^(index|full)\.c?js$/.test(name)) continue;
    test(`no wasm in ${name}`, () => equal(hexIn(textOf(name)).length, 0));
  }

  for (const name of ESM) {
    test(`${name}.js: nothing that a host refuses`, () => {
      for (const pattern of ESM_REFUSES) ok(!pattern.test(textOf(`${name}.js`)), `${pattern}`);
    });
    test(`${name}.js: no top-level await`, () => hasNoTopLevelAwait(textOf(`${name}.js`)));
    test(`${name}.js: imports ${importsOf(name).join() || "nothing"}`, () => {
      const found = textOf(`${name}.js`).matchAll(/\bimport\b[^("']*["']([^"']+)["']/g);
      deepEqual(
        Array.from(found, ([, specifier]) => specifier),
        importsOf(name),
      );
    });
  }
  test("a top-level await would be found", async () => {
    await rejects(hasNoTopLevelAwait("await 0"), /Top-level await/);
  });

  for (const name of CJS) {
    const expected = BESIDE.includes(name) ? ["wasm-jwt"] : [];
    test(`${name}.cjs: requires ${expected.join() || "nothing"}`, () => {
      const found = textOf(`${name}.cjs`).matchAll(/\brequire\s*\(([^)]*)\)/g);
      deepEqual(
        Array.from(found, ([, specifier]) => JSON.parse(specifier)),
        expected,
      );
      ok(!/\beval\s*\(|\bnew Function\b|\bimport\s*\(/.test(textOf(`${name}.cjs`)));
    });
  }

  for (const name of EDGE) {
    test(`${name}.js: never speaks of compiling`, () => {
      for (const pattern of EDGE_REFUSES) ok(!pattern.test(textOf(`${name}.js`)), `${pattern}`);
      match(textOf(`${name}.js`), /WebAssembly\.Instance/);
    });
  }
  test("the default entry does: else these tests show nothing", () => {
    match(textOf("index.js"), EDGE_REFUSES[0]);
    match(textOf("index.js"), EDGE_REFUSES[1]);
  });

  test("decode, jwks, session, edge, hono and express have no wasm at all", () => {
    for (const name of ["decode", "jwks", "session", ...BESIDE]) {
      ok(!/WebAssembly/.test(textOf(`${name}.js`) + textOf(`${name}.cjs`)), name);
    }
  });
}

/** Texts in hexadecimal that are too long to be anything but the wasm. */
function hexIn(text) {
  return Array.from(text.matchAll(/["'`]([0-9a-f]{1000,})["'`]/g), ([, hex]) => hex);
}

/** esbuild refuses it in every form but ESM. */
async function hasNoTopLevelAwait(code) {
  await transform(code, { format: "cjs", logLevel: "silent" });
}
