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
/** Where the wasm of the entry called `name` is, and what is made of it. */
const folderOf = (name) => join(here, "wasm", name.startsWith("full") ? "full" : "core");
const WASM = "wasm_jwt_bg.wasm";

/** Jest's jsdom hides these two from the modules it runs. */
const JSDOM_BANNER =
  "const { TextDecoder, TextEncoder } = globalThis.TextDecoder && globalThis.TextEncoder" +
  ' ? globalThis : process.getBuiltinModule("node:util");';

/**
 * Gives an entry the wasm that is its own: as hexadecimal text, which compresses better than base64
 * since it keeps the bytes aligned, and the glue of what it imports.
 */
const wasmOf = (name) => ({
  name: "wasm",
  setup({ onLoad, onResolve }) {
    const folder = folderOf(name);
    onResolve({ filter: /^wasm-as-hex$/ }, () => ({
      path: join(folder, WASM),
      namespace: "wasm-as-hex",
    }));
    onLoad({ filter: /./, namespace: "wasm-as-hex" }, ({ path }) => ({
      contents: `export default ${JSON.stringify(readFileSync(path).toString("hex"))}`,
    }));
    // Written once, for the smaller one.
    onResolve({ filter: /\/wasm\/core\/imports\.js$/ }, () => ({
      path: join(folder, "imports.js"),
    }));
  },
});

/**
 * Entries that verify with the default one import it by its name: they bring no wasm of their own, and
 * each host's condition chooses for them too.
 */
const defaultEntry = {
  name: "default-entry",
  setup({ onResolve }) {
    onResolve({ filter: /\/default-entry\.js$/ }, () => ({ path: "wasm-jwt", external: true }));
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
  target: "es2022",
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
copyFileSync(join(folderOf("index"), WASM), join(dist, WASM));
copyFileSync(join(folderOf("full"), WASM), join(dist, "wasm_jwt_full_bg.wasm"));
// npm packs licences only from beside package.json.
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) {
  copyFileSync(join(here, "..", name), join(here, name));
}

const both = [
  ...["index", "full", "slim", "decode", "jwks", "session"],
  ...["edge", "hono", "express"],
];
const hosted = ["index.workerd", "index.edge-light", "full.workerd", "full.edge-light"];
const bundle = (name, options) =>
  build({
    ...shared,
    ...options,
    entryPoints: [`src/entries/${name}.ts`],
    plugins: [wasmOf(name), defaultEntry],
  });
await Promise.all([
  ...[...both, ...hosted].map((name) => bundle(name, { format: "esm" })),
  ...both.map((name) =>
    bundle(name, {
      format: "cjs",
      outExtension: { ".js": ".cjs" },
      banner: { js: JSDOM_BANNER },
    }),
  ),
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
