/**
 * Shaking: what bundlers leave of imports that are not used, or used in part.
 */
import { equal, match, ok } from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { project } from "../packed.mjs";
import { bundle } from "../runtimes/bundle.mjs";

const UNUSED = {
  "a bare import": 'import "wasm-jwt";',
  "a named import": 'import { verify } from "wasm-jwt";',
  "a namespace": 'import * as jwt from "wasm-jwt";',
  "a bare import of slim": 'import "wasm-jwt/slim";',
  "a named import of slim": 'import { verify } from "wasm-jwt/slim";',
  "a named import of full": 'import { verify } from "wasm-jwt/full";',
  "a named import of decode": 'import { decode } from "wasm-jwt/decode";',
  "a named import of jwks": 'import { createRemoteKeySet } from "wasm-jwt/jwks";',
  "a named import of edge": 'import { protect } from "wasm-jwt/edge";',
  "a named import of hono": 'import { jwt } from "wasm-jwt/hono";',
  "a named import of express": 'import { jwt } from "wasm-jwt/express";',
  "a named import of session": 'import { createSession } from "wasm-jwt/session";',
};

export default async function (test) {
  const bundlers = { esbuild: withEsbuild, rolldown: await makeRolldown() };
  for (const [name, bundleOf] of Object.entries(bundlers)) {
    for (const [what, code] of Object.entries(UNUSED)) {
      await test(`${name}: ${what}, unused, leaves nothing`, async () => {
        equal(withoutComments(await bundleOf(code)), "");
      });
    }
    await test(`${name}: decode alone brings no wasm`, async () => {
      const code = await bundleOf(
        'import { decode } from "wasm-jwt/decode"; console.log(decode("x"));',
      );
      ok(!code.includes("WebAssembly"));
      ok(code.length < 10_000, `${code.length} bytes`);
      match(code, /console\.log/);
    });
    await test(`${name}: protect beside verify brings the wasm once`, async () => {
      const code = await bundleOf(
        'import { verify } from "wasm-jwt"; import { protect } from "wasm-jwt/edge";' +
          'import { jwt } from "wasm-jwt/hono"; console.log(verify, protect, jwt);',
      );
      equal(code.match(/[0-9a-f]{1000,}/g).length, 1);
    });
    await test(`${name}: bearer alone brings no wasm`, async () => {
      const code = await bundleOf('import { bearer } from "wasm-jwt/edge"; console.log(bearer);');
      ok(!code.includes("WebAssembly"));
      match(code, /console\.log/);
    });
    await test(`${name}: verify brings the wasm: else these tests show nothing`, async () => {
      const code = await bundleOf('import { verify } from "wasm-jwt"; console.log(verify);');
      match(code, /new WebAssembly\.Module/);
      match(code, /[0-9a-f]{1000}/);
    });
  }
}

async function withEsbuild(code) {
  return (await bundle(await write(code), { minifySyntax: true })).code;
}

/** The bundler that Vite brings. */
async function makeRolldown() {
  const ofVite = createRequire(createRequire(import.meta.url).resolve("vite/package.json"));
  const { rolldown } = await import(pathToFileURL(ofVite.resolve("rolldown")));
  return async (code) => {
    const build = await rolldown({
      input: await write(code),
      cwd: project,
      platform: "browser",
      logLevel: "silent",
    });
    const { output } = await build.generate({ format: "esm" });
    await build.close();
    equal(output.length, 1);
    return output[0].code;
  };
}

async function write(code) {
  const path = join(project, "shaking.mjs");
  await writeFile(path, `${code}\n`);
  return path;
}

/** Bundlers name the files that they read, and say `export {}` of a module that is left empty. */
function withoutComments(code) {
  return code
    .replace(/^\/\/.*$/gm, "")
    .replace("export {};", "")
    .trim();
}
