/**
 * Packed: the package as npm would publish it, installed into a project of its own, so that
 * `import "wasm-jwt"` means what it means to a user.
 */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { VECTORS } from "./js/suite.mjs";
import { runNpm } from "./runtimes/child.mjs";

/** The root of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const folder = join(root, "target/packed");

/** The project that has the package installed, and a copy of the tests in its folder `tests`. */
export const project = join(folder, "project");

/** The package as installed there. */
export const installed = join(project, "node_modules/wasm-jwt");

/**
 * Packs pkg/ and installs it.
 *
 * Resolves to `{ tarball, files }`: the path of the tarball and the names of the files in it.
 */
export async function pack() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const said = JSON.parse(await runNpm(args, join(root, "pkg")));
  // npm 12 answers by package name, earlier ones with a list.
  const [{ filename, files }] = Object.values(said);
  const tarball = join(folder, filename);
  await writeFile(join(project, "package.json"), '{ "private": true }\n');
  // Offline: a dependency that has to be fetched would fail here.
  const flags = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"];
  await runNpm(["install", ...flags, tarball], project);
  for (const name of ["js", "vectors", "runtimes", "jwks", "session", "edge"]) {
    await cp(join(root, "tests", name), join(project, "tests", name), { recursive: true });
  }
  return { tarball, files: files.map(({ path }) => path) };
}

/** The vectors that the suite reads, by name, as text. */
export async function readVectors() {
  const read = (name) => readFile(join(project, "tests/vectors", `${name}.json`), "utf8");
  const entries = VECTORS.map(async (name) => [name, JSON.parse(await read(name))]);
  return Object.fromEntries(await Promise.all(entries));
}
