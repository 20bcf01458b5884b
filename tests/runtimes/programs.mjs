/**
 * Part programs: the suite in the runtimes that are programs of their own, by `import` and `require`.
 *
 * Environment: ALL, not empty: every entry in every way.
 */
import { pack } from "../packed.mjs";
import { bringProgram } from "./bring-program.mjs";
import { runProgram } from "./child.mjs";
import { WAYS, describe, runSuites } from "./suites.mjs";

/** Those that differ to a runtime: each wasm once, each kind of module once. */
const USUAL = [
  ["import", "wasm-jwt"],
  ["require", "wasm-jwt"],
  ["import", "wasm-jwt/full"],
];

/** By folder of programs/: what it is called, and what comes between the program and its script. */
const PROGRAMS = {
  node22: ["Node 22", []],
  node24: ["Node 24", []],
  node26: ["Node 26", []],
  // The tests read their vectors. The package itself needs no permission.
  deno: [
    "Deno",
    ["run", "--no-prompt", "--allow-read=tests,node_modules", "--node-modules-dir=manual"],
  ],
  bun: ["Bun", ["run"]],
};

export default async function (report) {
  await pack();
  for (const [name, [title, args]] of Object.entries(PROGRAMS)) {
    const { path, absent } = await bringProgram(name);
    if (absent) {
      report.skip(name, absent);
      continue;
    }
    const said = await runProgram(path, ["--version"], { seconds: 30 });
    const ways = process.env.ALL ? WAYS : USUAL;
    report.at(title, /\d+\.\d+\.\d+/.exec(said)[0], describe(ways));
    await runSuites(report, title, { path, args }, ways);
  }
}
