/**
 * Workshop: a folder with a tool as its lock file pins it, the package as npm would install it, and the
 * tests.
 *
 * The tools are no dependencies of the workspace: some bring hundreds of packages, and each other's
 * versions.
 */
import { access, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { project, root } from "../packed.mjs";
import { runNpm } from "../runtimes/child.mjs";

/** Made when everything is there: an installation that was broken off is done again. */
const MARK = "installed.txt";

/** Resolves to `{ folder, version }`, or to `{ absent }`, which tells why there is none. */
export async function makeWorkshop(name) {
  const wanted = join(root, "tests/bundlers/tools", name);
  const lock = await readFile(join(wanted, "package-lock.json"), "utf8");
  const description = await readFile(join(wanted, "package.json"), "utf8");
  const [version] = Object.values(JSON.parse(description).dependencies);
  const folder = join(root, "target/bundlers", name);
  if ((await readIfThere(join(folder, MARK))) !== description + lock) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await cp(wanted, folder, { recursive: true });
    try {
      // Not `ci`: it wants even the optional packages of other systems, which a registry may lack.
      await runNpm(["install", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
    } catch (error) {
      return { absent: `npm has it not to give: ${error.message}` };
    }
    await writeFile(join(folder, MARK), description + lock);
  }
  for (const part of ["node_modules/wasm-jwt", "tests"]) {
    await rm(join(folder, part), { recursive: true, force: true });
    await cp(join(project, part), join(folder, part), { recursive: true });
  }
  return { folder, version };
}

async function readIfThere(path) {
  try {
    await access(path);
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
