/**
 * The benchmark in Node: every contender in turn, many rounds, the best round of each counts.
 *
 * Machines drift by a third within minutes, so only ratios within one run mean anything. Lost rows
 * stay in the table.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { claimsOf, contenders, versions } from "./peers.mjs";

const ROUNDS = 30;
const SIZES = [300, 1000, 4000];
/** A round of one contender lasts about so long. */
const ROUND_NS = 4e6;

const report = {
  command: "cargo xtask bench",
  node: process.version,
  cpu: cpus()[0]?.model ?? "unknown",
  versions: versions(),
  rows: [],
};

for (const size of SIZES) {
  const { token, ...work } = await contenders(claimsOf(size));
  for (const [what, list] of Object.entries(work)) {
    process.stderr.write(`measuring ${what}, token of ${token.length} bytes\n`);
    const best = await measure(list);
    for (const [at, { name }] of list.entries()) {
      const ratio = best[at] / best[0];
      report.rows.push({ what, tokenBytes: token.length, name, nanoseconds: best[at], ratio });
    }
  }
}

mkdirSync("target/bench", { recursive: true });
writeFileSync("target/bench/node.json", `${JSON.stringify(report, null, 1)}\n`);
print(report);

async function measure(list) {
  const best = list.map(() => Infinity);
  const turns = [];
  // Warm up, check that each does its work at all, and find how many turns make a round.
  for (const one of list) turns.push(Math.max(20, Math.round(ROUND_NS / (await time(one, 200)))));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, one] of list.entries()) {
      best[at] = Math.min(best[at], await time(one, turns[at]));
    }
  }
  return best;
}

/** Nanoseconds a turn. */
async function time({ async: waits, run }, turns) {
  const start = process.hrtime.bigint();
  if (waits) for (let n = 0; n < turns; n++) await run();
  else for (let n = 0; n < turns; n++) run();
  return Number(process.hrtime.bigint() - start) / turns;
}

function print({ node, cpu, versions, rows }) {
  const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  console.log(`\nNode ${node}, ${cpu}\n${list.join(", ")}\n`);
  console.log("| work | token | contender | us | time against ours |");
  console.log("| --- | --: | --- | --: | --: |");
  for (const { what, tokenBytes, name, nanoseconds, ratio } of rows) {
    const us = (nanoseconds / 1000).toFixed(2);
    console.log(`| ${what} | ${tokenBytes} | ${name} | ${us} | ${ratio.toFixed(2)} |`);
  }
  console.log("\nthe same as JSON: target/bench/node.json");
}
