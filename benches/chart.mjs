/**
 * Chart: makes docs/bench.json, docs/bench.svg and the figures of README.md from one benchmark:
 * `node benches/chart.mjs [FILE]`. With docs/bench.json as FILE, it draws the same figures anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { FOLDER } from "./result.mjs";
import { svg } from "./svg.mjs";
import { algorithmTable, origin, ratioTable } from "./tables.mjs";

const DATA = "docs/bench.json";
const CHART = "docs/bench.svg";
const README = "README.md";
const [BEGIN, END] = ["<!-- bench -->", "<!-- /bench -->"];

const [from = `${FOLDER}/bench.json`] = process.argv.slice(2);
const text = readFileSync(from, "utf8");
const bench = JSON.parse(text);
for (const part of ["node", "chromium"]) {
  if (!bench.parts[part]) throw new Error(`${from} lacks the part ${part}`);
}
writeFileSync(CHART, svg(bench));
writeFileSync(README, withFigures(readFileSync(README, "utf8")));
writeFileSync(DATA, text);
console.log(`made ${DATA}, ${CHART} and the figures of ${README}`);

/** Puts the figures between the two marks of `readme`. */
function withFigures(readme) {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${README} lacks ${BEGIN} … ${END}`);
  const figures = [
    `\`${bench.command}\`, ${bench.date.slice(0, 10)}, on ${origin(bench)}.`,
    "<details><summary>All ratios: time of one call, as a multiple of ours</summary>",
    ratioTable(bench.parts),
    "</details>",
    "<details><summary>Algorithms with a key pair: one call of <code>wasm-jwt/full</code>, and the others as multiples of it</summary>",
    ...(bench.parts.asymmetric?.results ?? []).map(algorithmTable),
    "</details>",
  ].join("\n\n");
  return `${readme.slice(0, begin)}${BEGIN}\n\n${figures}\n\n${readme.slice(end)}`;
}
