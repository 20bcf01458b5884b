/**
 * Part workerd: verifying in a worker, timed by who asks.
 *
 * The clock of a worker stands still while it computes. So each request says how often to verify, and
 * what the same request takes with nothing to do is subtracted.
 */
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { compatibilityDate, version } from "workerd";
import { writeResult } from "./result.mjs";

const ROUNDS = 30;
/** A request's own time, about a millisecond, must not matter beside its work. */
const REQUEST_MS = 40;
const HOW =
  "timed from outside: the best request with many calls in it, minus the best with none, " +
  "by the number of calls";

const { outputFiles } = await build({
  bundle: true,
  conditions: ["workerd", "worker", "browser"],
  entryPoints: ["benches/workers/verify.mjs"],
  external: ["*.wasm"],
  format: "esm",
  target: "es2022",
  write: false,
});
const wasm = readFileSync("pkg/dist/wasm_jwt_bg.wasm");
const miniflare = new Miniflare({
  compatibilityDate,
  modules: [
    { type: "ESModule", path: "worker.mjs", contents: outputFiles[0].text },
    { type: "CompiledWasm", path: "wasm_jwt_bg.wasm", contents: wasm },
  ],
});
try {
  const { names, token } = await ask({});
  const list = names.map((name) => ({ name, calls: 10, best: Infinity }));
  for (const one of list) await calibrate(one);
  let nothing = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    console.log(`round ${round + 1} of ${ROUNDS}`);
    for (const one of list) one.best = Math.min(one.best, await time(one.name, one.calls));
    nothing = Math.min(nothing, await time(names[0], 0));
  }
  const times = list.map(({ calls, best }) => ((best - nothing) / calls) * 1e6);
  const rows = list.map(({ name, calls }, at) => ({
    work: "verify",
    token,
    name,
    calls,
    nanoseconds: times[at],
    ratio: times[at] / times[0],
  }));
  writeResult("workerd", { runtime: `workerd ${version}`, how: HOW, emptyMs: nothing, rows });
} finally {
  await miniflare.dispose();
}

/** Finds how many calls make a request long enough. Warms up, too. */
async function calibrate(one) {
  for (let round = 0; round < 20; round++) {
    const ms = await time(one.name, one.calls);
    if (ms < REQUEST_MS) one.calls = Math.ceil(one.calls * Math.min(4, (1.25 * REQUEST_MS) / ms));
  }
}

/** Milliseconds that one request takes. */
async function time(name, calls) {
  const start = performance.now();
  await ask({ name, calls });
  return performance.now() - start;
}

async function ask(body) {
  const address = "http://worker.invalid/";
  const response = await miniflare.dispatchFetch(address, {
    method: "POST",
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}
