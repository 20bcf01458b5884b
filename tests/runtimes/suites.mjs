/**
 * Suites: the suite over entries in a program, by `import` and `require`.
 */
import { project } from "../packed.mjs";
import { runProgram } from "./child.mjs";

/** Every way in which a program can load an entry with the suite in it. */
export const WAYS = ["wasm-jwt", "wasm-jwt/slim", "wasm-jwt/full"].flatMap((entry) => [
  ["import", entry],
  ["require", entry],
]);

/** Ways in words. */
export const describe = (ways) =>
  ["import", "require"]
    .map(
      (mode) =>
        `${mode} of ${ways
          .filter(([by]) => by === mode)
          .map(([, entry]) => entry)
          .join(", ")}`,
    )
    .join("; ");

const SCRIPTS = { import: "suite.mjs", require: "suite.cjs" };
const SECONDS = 300;

/** How many run at a time: they wait for nothing but the processor. */
const AT_ONCE = 2;

/** @param {{ path: string, args?: string[] }} program and what comes before the script's name */
export async function runSuites(report, name, { path, args = [] }, ways = WAYS) {
  const waiting = [...ways];
  const work = async () => {
    for (let next; (next = waiting.shift());) {
      const [way, entry] = next;
      await report.tests(`${name}: ${way} ${entry}`, SECONDS, async () => {
        const all = [...args, `tests/runtimes/programs/${SCRIPTS[way]}`, entry];
        const said = await runProgram(path, all, { seconds: SECONDS, cwd: project });
        return JSON.parse(said.trim().split("\n").at(-1));
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
