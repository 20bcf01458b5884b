/**
 * Builds pkg/dist from pkg/src and the wasm of pkg/wasm/core: one self-contained file an entry.
 *
 * Each entry is bundled whole, so that `sideEffects: false` is true of it: bundlers have dropped
 * the body of an entry that only set something up and re-exported the rest.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const wasm = join(here, "wasm/core/wasm_jwt_bg.wasm");

/** Jest's jsdom hides these two from the modules it runs. */
const JSDOM_BANNER =
  "const { TextDecoder, TextEncoder } = globalThis.TextDecoder && globalThis.TextEncoder" +
  ' ? globalThis : process.getBuiltinModule("node:util");';

/** Hexadecimal compresses better than base64: it keeps the bytes aligned. */
const wasmAsHex = {
  name: "wasm-as-hex",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^wasm-as-hex$/ }, () => ({ path: wasm, namespace: "wasm-as-hex" }));
    onLoad({ filter: /./, namespace: "wasm-as-hex" }, ({ path }) => ({
      contents: `export default ${JSON.stringify(readFileSync(path).toString("hex"))}`,
    }));
  },
};

const shared = {
  absWorkingDir: here,
  bundle: true,
  external: ["*.wasm", "*.wasm?module"],
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  outdir: "dist",
  plugins: [wasmAsHex],
  target: "es2022",
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
copyFileSync(wasm, join(dist, "wasm_jwt_bg.wasm"));
// npm packs licences only from beside package.json.
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) {
  copyFileSync(join(here, "..", name), join(here, name));
}

const both = ["index", "slim", "decode"];
const edge = ["index.workerd", "index.edge-light"];
const entryPoints = (names) => names.map((name) => `src/entries/${name}.ts`);
await Promise.all([
  build({ ...shared, format: "esm", entryPoints: entryPoints([...both, ...edge]) }),
  build({
    ...shared,
    format: "cjs",
    entryPoints: entryPoints(both),
    outExtension: { ".js": ".cjs" },
    banner: { js: JSDOM_BANNER },
  }),
]);

// The types: the sources' own, as far as an entry reaches them, side by side for both module systems.
const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
const types = join(dist, "types");
execFileSync(process.execPath, [tsc, "-p", here, "--outDir", types], { stdio: "inherit" });
const reached = new Set();
for (const name of both) {
  reach(join(types, "entries", `${name}.d.ts`));
  writeFileSync(join(dist, `${name}.d.ts`), `export * from "./types/entries/${name}.js";\n`);
  writeFileSync(join(dist, `${name}.d.cts`), `export * from "./types/entries/${name}.cjs";\n`);
}
for (const name of readdirSync(types, { recursive: true })) {
  const path = join(types, name);
  if (name.endsWith(".d.ts") && !reached.has(path)) rmSync(path);
}

/** Gives `path`, and what it imports, a twin for CommonJS. */
function reach(path) {
  if (reached.has(path)) return;
  reached.add(path);
  const text = readFileSync(path, "utf8");
  const imported = /(from "(\.[^"]*))\.js"/g;
  writeFileSync(path.replace(/\.d\.ts$/, ".d.cts"), text.replaceAll(imported, '$1.cjs"'));
  for (const [, , to] of text.matchAll(imported)) reach(join(dirname(path), `${to}.d.ts`));
}
