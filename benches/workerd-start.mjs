/**
 * Workerd start: from starting workerd to the answer of a first request that verifies a token.
 *
 * Most of it is workerd's own; a worker that does nothing says how much.
 */
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { compatibilityDate, version } from "workerd";
import { best, median } from "./instantiate.mjs";

const NAMES = ["nothing", "wasm-jwt", "jose"];
const ROUNDS = 15;

/** `{ runtime, rounds, rows: [{ name, best, median }] }`, in milliseconds; each in turn. */
export async function workerdStarts(token, print) {
  const workers = await Promise.all(NAMES.map(makeWorker));
  const times = NAMES.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    print(`first requests in workerd, round ${round + 1} of ${ROUNDS}`);
    for (const [at, modules] of workers.entries()) times[at].push(await timeOne(modules, token));
  }
  const rows = NAMES.map((name, at) => ({
    name,
    best: best(times[at]),
    median: median(times[at]),
  }));
  return { runtime: `workerd ${version}`, rounds: ROUNDS, rows };
}

async function makeWorker(name) {
  const { outputFiles } = await build({
    bundle: true,
    conditions: ["workerd", "worker", "browser"],
    entryPoints: [`benches/workers/start/${name}.mjs`],
    external: ["*.wasm"],
    format: "esm",
    minify: true,
    target: "es2022",
    write: false,
  });
  const script = { type: "ESModule", path: "worker.mjs", contents: outputFiles[0].text };
  if (name !== "wasm-jwt") return [script];
  const contents = readFileSync("pkg/dist/wasm_jwt_bg.wasm");
  return [script, { type: "CompiledWasm", path: "wasm_jwt_bg.wasm", contents }];
}

async function timeOne(modules, token) {
  const start = performance.now();
  const miniflare = new Miniflare({ compatibilityDate, modules });
  try {
    const address = await miniflare.ready;
    const response = await fetch(address, { method: "POST", body: token });
    if ((await response.text()) !== "https://issuer.example") throw new Error("not the claims");
    return performance.now() - start;
  } finally {
    await miniflare.dispose();
  }
}
