/**
 * Part start: what the first call costs, when nothing is loaded, compiled or warm.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { encode } from "wasm-jwt";
import { inChromium } from "./browser.mjs";
import { FIRST } from "./children/first-result.mjs";
import { best, instantiateTimes, median } from "./instantiate.mjs";
import { writeResult } from "./result.mjs";
import { workerdStarts } from "./workerd-start.mjs";
import { PAYLOAD_BYTES, SECRET, claimsOf } from "./tokens.mjs";

const PROCESSES = 25;

const wasm = readFileSync("pkg/dist/wasm_jwt_bg.wasm");
const token = encode(claimsOf(PAYLOAD_BYTES[0]), SECRET);
const runtime = `Node ${process.version}`;
const times = await firstResults();
const workerd = await workerdStarts(token, console.log);
console.log("instantiating the wasm");
const instantiate = [{ runtime, bytes: wasm.length, ...instantiateTimes(wasm) }];
if (process.env.CHROMIUM) {
  const { runtime, outcome } = await inChromium("benches/pages/instantiate.mjs", console.log);
  instantiate.push({ runtime, bytes: wasm.length, ...outcome });
}
const rows = FIRST.map(({ work, name }, at) => {
  return { work, name, best: best(times[at]), median: median(times[at]) };
});
writeResult("start", {
  runtime,
  unit: "ms",
  firstResult: { runtime, processes: PROCESSES, rows },
  workerd,
  instantiate,
});

/** Milliseconds, by contender and process; a process of its own for each, in turn. */
async function firstResults() {
  const times = FIRST.map(() => []);
  for (let round = 0; round < PROCESSES; round++) {
    console.log(`first results, round ${round + 1} of ${PROCESSES}`);
    for (const at of FIRST.keys()) times[at].push(await firstResult(at));
  }
  return times;
}

async function firstResult(at) {
  const child = fork("benches/children/first-result.mjs", [String(at), token]);
  let said;
  child.on("message", (message) => (said = message));
  const [code] = await once(child, "exit");
  if (code !== 0 || typeof said !== "number") throw new Error(`${FIRST[at].name} failed: ${code}`);
  return said;
}
