/**
 * Files: what is in the tarball, and that nothing else is.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { homedir } from "node:os";
import { posix } from "node:path";
import { root } from "../packed.mjs";

/** Besides dist/. */
const TOP = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"];

const ENTRIES = [
  ...["decode", "full", "index", "jwks", "session", "slim"],
  ...["edge", "express", "hono"],
];

/** What npm runs, or fetches, when somebody installs the package. */
const FORBIDDEN_FIELDS = [
  "scripts",
  "dependencies",
  "peerDependencies",
  "optionalDependencies",
  "bundledDependencies",
  "bundleDependencies",
  "bin",
  "gypfile",
];

/** Where sources lie on the machines that build, and maps of them. */
const TRACES = [
  root,
  homedir(),
  "/home/",
  "/Users/",
  "C:\\",
  ".cargo/registry",
  "/rustc/",
  "rustlib",
  "sourceMappingURL",
];

/** `packed`: the bytes of each file by its name. */
export default function (test, packed) {
  const names = [...packed.keys()].sort();
  const textOf = (name) => packed.get(name).toString("latin1");
  const manifest = JSON.parse(textOf("package.json"));

  test("at the top: readme, licences, package.json and dist", () => {
    deepEqual(
      [...new Set(names.map((name) => name.split("/")[0]))].sort(),
      [...TOP, "dist"].sort(),
    );
  });

  test("in dist: the entries, their types and the wasm", () => {
    const own = names.filter((name) => /^dist\/[^/]*$/.test(name));
    const expected = ENTRIES.flatMap((name) =>
      [".js", ".cjs", ".d.ts", ".d.cts"].map((e) => name + e),
    );
    for (const name of ["index", "full"]) {
      expected.push(`${name}.workerd.js`, `${name}.edge-light.js`);
    }
    expected.push("wasm_jwt_bg.wasm", "wasm_jwt_full_bg.wasm");
    deepEqual(own.sort(), expected.map((name) => `dist/${name}`).sort());
  });

  test("in dist/types: types and nothing else", () => {
    const others = names.filter((name) => name.startsWith("dist/types/"));
    deepEqual(
      others.filter((name) => !/\.d\.c?ts$/.test(name)),
      [],
    );
  });

  test("every target of the exports map is there", () => {
    const targets = targetsOf([manifest.exports, manifest.main, manifest.module, manifest.types]);
    ok(targets.length > 10, `${targets.length} targets`);
    deepEqual(
      targets.filter((name) => !packed.has(name)),
      [],
    );
  });

  test("every file of dist is reached from the exports map", () => {
    const reached = new Set(targetsOf(manifest.exports));
    for (const name of reached) {
      for (const other of importsOf(name, textOf(name))) reached.add(other);
    }
    deepEqual(
      [...reached].filter((name) => !packed.has(name)),
      [],
    );
    const unreached = names.filter((name) => name.startsWith("dist/") && !reached.has(name));
    deepEqual(unreached, []);
  });

  test("package.json: no dependencies, nothing that runs", () => {
    deepEqual(
      FORBIDDEN_FIELDS.filter((name) => name in manifest),
      [],
    );
    equal(manifest.name, "wasm-jwt");
    equal(manifest.sideEffects, false);
    equal(manifest.type, "module");
  });

  test("workerd and edge-light come before every other condition", () => {
    for (const entry of [".", "./full"]) {
      const conditions = Object.keys(manifest.exports[entry]);
      deepEqual(conditions, ["workerd", "edge-light", "require", "default"]);
    }
  });

  test("no file tells where it was made", () => {
    for (const name of names) {
      const text = textOf(name);
      for (const trace of TRACES) ok(!text.includes(trace), `${name} holds ${trace}`);
    }
  });
}

/** The strings at the leaves, as names in the tarball. */
function targetsOf(exports) {
  if (typeof exports === "string") return [posix.normalize(exports)];
  return Object.values(exports).flatMap(targetsOf);
}

/** The files that a file of the package imports, as names in the tarball. */
function importsOf(name, text) {
  if (name.endsWith(".wasm")) return [];
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?["'](\.[^"']*)["']/g);
  return Array.from(found, ([, specifier]) => {
    const path = posix.join(posix.dirname(name), specifier.replace(/\?.*$/, ""));
    return /\.d\.c?ts$/.test(name) ? path.replace(/\.(c?)js$/, ".d.$1ts") : path;
  });
}
