/**
 * Part asymmetric: every algorithm with a key pair, in Node and, where there is one, in a Chromium.
 */
import { readFileSync } from "node:fs";
import { algorithms } from "./algorithms.mjs";
import { awake } from "./awake.mjs";
import { inChromium } from "./browser.mjs";
import { nodeAlgorithms } from "./node-algorithms.mjs";
import { writeResult } from "./result.mjs";

const vectors = JSON.parse(readFileSync("tests/vectors/algorithms.json", "utf8"));
const say = console.log;
const rows = await awake(() => algorithms({ vectors, more: nodeAlgorithms, say }));
const results = [{ runtime: `Node ${process.version}`, rows }];
if (process.env.CHROMIUM) {
  const page = () => inChromium("benches/pages/algorithms.mjs", say);
  const { runtime, outcome } = await awake(page);
  results.push({ runtime, rows: outcome });
} else {
  say("no Chromium: only Node is measured");
}
writeResult("asymmetric", { runtime: results.map(({ runtime }) => runtime).join(", "), results });
