/**
 * Results: what a part leaves for benches/report.mjs, in target/bench.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

export const FOLDER = "target/bench";

/** Writes `FOLDER/name.json`. */
export function writeResult(name, result) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
}

/** Reads `FOLDER/name.json`. */
export function readResult(name) {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));
}
