/**
 * Part gateway: requests a second with examples/edge-gateway in workerd, without it, and with the same
 * gateway written with jose; in front of an origin that costs next to nothing, and of Django on Gunicorn.
 *
 * Client, gateway and origin share the machine, so only the ratios mean anything. Environment: PYTHON,
 * one with tests/servers/requirements.txt; without it there is no Django.
 */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { once } from "node:events";
import { promisify } from "node:util";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { compatibilityDate, version } from "workerd";
import { encode } from "wasm-jwt";
import { makeAccount } from "../tests/servers/account.mjs";
import { prepareBackends } from "../tests/servers/backends.mjs";
import { GUNICORN } from "../tests/servers/table.mjs";
import { pack } from "../tests/packed.mjs";
import { writeResult } from "./result.mjs";

const ROUNDS = 5;
const SECONDS = 2;
const FOR_CLIENT = { seconds: SECONDS, connections: 16 };
const GATEWAYS = {
  "wasm-jwt": "examples/edge-gateway/gateway.mjs",
  jose: "benches/workers/gateway-jose.mjs",
};

const GATEWAY_SECRET = randomBytes(32).toString("hex");

const run = promisify(execFile);
const results = [await beforeNothing()];
if (process.env.PYTHON) results.push(await beforeDjango(resolve(process.env.PYTHON)));
writeResult("gateway", { runtime: `workerd ${version}`, rounds: ROUNDS, results });

async function beforeNothing() {
  const server = spawn(process.execPath, ["benches/children/origin.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [said] = await once(server.stdout, "data");
    const secret = randomBytes(32).toString("hex");
    const claims = { token_type: "access", user_id: "1" };
    const token = encode(claims, secret, { issuedAt: true, expiresIn: 3_600, jwtId: true });
    const origin = { address: `${said}`.trim(), path: "/", secret };
    return { origin: "one that costs next to nothing", rows: await measure(origin, token) };
  } finally {
    server.kill();
  }
}

async function beforeDjango(python) {
  // What the backends are made with.
  await pack();
  const backends = await prepareBackends(python);
  try {
    const backend = await backends.start(GUNICORN, { ACCESS_SECONDS: 3_600 });
    const { access } = await makeAccount(backend);
    const origin = { address: backend.origin, path: "/api/me/", secret: backend.secret };
    return { origin: "Django on Gunicorn", rows: await measure(origin, access) };
  } finally {
    await backends.remove();
  }
}

/** `[{ name, perSecond, ratio }]`: the best of the rounds, each contender in turn. */
async function measure({ address, path, secret }, token) {
  const bindings = { ORIGIN: address, SECRET: secret, GATEWAY_SECRET, TOKEN_TYPE: "access" };
  const gateways = [];
  for (const name of Object.keys(GATEWAYS)) gateways.push(await startGateway(name, bindings));
  const contenders = [{ name: "no gateway", address }, ...gateways];
  const found = contenders.map(() => []);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      console.log(`${address}${path}, round ${round + 1} of ${ROUNDS}`);
      for (const [at, { address }] of contenders.entries()) {
        const given = { address: `${address}${path}`, token, ...FOR_CLIENT };
        const args = ["benches/children/requests.mjs", JSON.stringify(given)];
        const { stdout } = await run(process.execPath, args);
        found[at].push(Number(stdout));
      }
    }
  } finally {
    for (const { stop } of gateways) await stop();
  }
  const [without] = found.map((all) => Math.max(...all));
  return contenders.map(({ name }, at) => {
    const perSecond = Math.max(...found[at]);
    return { name, perSecond, ratio: perSecond / without };
  });
}

async function startGateway(name, bindings) {
  const { outputFiles } = await build({
    bundle: true,
    conditions: ["workerd", "worker", "browser"],
    entryPoints: [GATEWAYS[name]],
    external: ["*.wasm"],
    format: "esm",
    target: "es2022",
    write: false,
  });
  const modules = [{ type: "ESModule", path: "worker.mjs", contents: outputFiles[0].text }];
  if (name === "wasm-jwt") {
    const contents = readFileSync("pkg/dist/wasm_jwt_bg.wasm");
    modules.push({ type: "CompiledWasm", path: "wasm_jwt_bg.wasm", contents });
  }
  const miniflare = new Miniflare({ compatibilityDate, modules, bindings });
  const { origin: address } = await miniflare.ready;
  return { name: `gateway, ${name}`, address, stop: () => miniflare.dispose() };
}
