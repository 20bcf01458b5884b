/**
 * A Node that has ML-DSA: this one, or one that npm brings; and what is asked of libraries in it.
 */
import { join } from "node:path";
import { root } from "../packed.mjs";
import { bringProgram } from "../runtimes/bring-program.mjs";
import { runProgram } from "../runtimes/child.mjs";

const SECONDS = 120;

/** Resolves to `{ version, library }`, or to `{ absent }`, which tells why there is none. */
export async function makeNode24() {
  const { path: program, absent } = await findNode();
  if (absent) return { absent };
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
  if (await hasMlDsa()) return { path: process.execPath };
  const { path, absent } = await bringProgram("node24");
  if (!absent) return { path };
  return { absent: `Node ${process.version} has no ML-DSA, and ${absent}` };
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
