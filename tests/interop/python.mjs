/**
 * The Python libraries: a process for each list of requests.
 */
import { join } from "node:path";
import { root } from "../packed.mjs";
import { runProgram } from "../runtimes/child.mjs";

const SECONDS = 120;

/** Resolves to `{ version, ask }` of a script of this folder. */
export async function makePython(python, script) {
  const path = join(root, "tests/interop", script);
  const run = async (requests) => {
    const options = { seconds: SECONDS, input: JSON.stringify(requests) };
    return JSON.parse(await runProgram(python, [path], options));
  };
  const { version } = await run([]);
  return { version, ask: async (requests) => (await run(requests)).answers };
}
