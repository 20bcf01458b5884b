/**
 * Report: puts the parts together as target/bench/bench.json, and prints tables:
 * `node benches/report.mjs COMMAND PART...`.
 */
import { cpus } from "node:os";
import { FOLDER, readResult, writeResult } from "./result.mjs";
import { allTables, origin } from "./tables.mjs";
import { targets } from "./targets.mjs";
import { versions } from "./versions.mjs";

const [command, ...names] = process.argv.slice(2);
const parts = Object.fromEntries(names.map((name) => [name, readResult(name)]));
const [{ model = "unknown" } = {}] = cpus();
const bench = {
  date: new Date().toISOString(),
  command,
  machine: { cpu: model.trim(), cores: cpus().length, platform: process.platform },
  runtimes: [...new Set(Object.values(parts).flatMap(({ runtime }) => runtime.split(", ")))],
  versions: versions(),
  targets: targets(parts),
  parts,
};
writeResult("bench", bench);
console.log(`\n${command}, ${bench.date}\n${origin(bench)}\n\n${allTables(bench)}\n`);
const met = bench.targets.filter((target) => target.met === "met").length;
const measured = bench.targets.filter(({ value }) => value !== null).length;
console.log(`measured ${names.join(", ")}; targets met: ${met} of ${measured} measured`);
console.log(`all figures: ${FOLDER}/bench.json`);
