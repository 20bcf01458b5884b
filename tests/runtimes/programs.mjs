/**
 * Part programs: the suite in the runtimes that are programs of their own, by `import` and `require`.
 *
 * Environment: ALL, not empty: every entry in every way.
 */
import { pack } from "../packed.mjs";
import { bringProgram } from "./bring-program.mjs";
import { runProgram } from "./child.mjs";
import { WAYS, runSuites } from "./suites.mjs";

/** Those that differ to a runtime: each wasm once, each kind of module once. */
const USUAL = [
  ["import", "wasm-jwt"],
  ["require", "wasm-jwt"],
  ["import", "wasm-jwt/full"],
];

/** What comes between a program and its script. */
const ARGUMENTS = {
  node22: [],
  node24: [],
  node26: [],
  // The tests read their vectors. The package itself needs no permission.
  deno: ["run", "--no-prompt", "--allow-read=tests,node_modules", "--node-modules-dir=manual"],
  bun: ["run"],
};

export default async function (report) {
  await pack();
  for (const [name, args] of Object.entries(ARGUMENTS)) {
    const { path, absent } = await bringProgram(name);
    if (absent) {
      report.skip(name, absent);
      continue;
    }
    const version = (await runProgram(path, ["--version"], { seconds: 30 })).split("\n")[0];
    report.say(`${name}: ${version}`);
    await runSuites(report, name, { path, args }, process.env.ALL ? WAYS : USUAL);
  }
}
