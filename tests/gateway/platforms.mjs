/**
 * Platforms: one handler, started as the README says on each, and the same answers everywhere.
 */
import { deepEqual, equal } from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sendRaw } from "../edge/raw-http.mjs";
import { project } from "../packed.mjs";
import { bringProgram } from "../runtimes/bring-program.mjs";
import { bundle } from "../runtimes/bundle.mjs";
import { evaluate, wasmModule } from "../runtimes/edge-light.mjs";
import { freePort } from "../servers/free-port.mjs";
import { startProgram } from "../servers/program.mjs";
import { AUDIENCE, GATEWAY_SECRET, SECRET, hs256, tamper } from "./identity.mjs";
import { claimsIn, valueOf } from "./requests.mjs";
import { startOrigin } from "./scripted-origin.mjs";
import { EXAMPLE } from "./worker.mjs";

const POLL_MS = 50;

const DENO = ["serve", "--no-prompt", "--allow-env", "--allow-net", "--node-modules-dir=manual"];

/** How each is started at a port; `environment` is what names the port where nothing else does. */
const PLATFORMS = {
  node: (path, port) => ({ command: [path, "start-node.mjs", port] }),
  deno: (path, port) => ({
    command: [path, ...DENO, "--host", "127.0.0.1", "--port", port, "start-deno.mjs"],
  }),
  bun: (path, port) => ({ command: [path, "start-bun.mjs"], environment: { PORT: port } }),
};

export default async function (report, test, start) {
  const host = await startOrigin();
  const settings = { ORIGIN: host.origin, SECRET, GATEWAY_SECRET, AUDIENCE, TOKEN_TYPE: "access" };
  const folder = await mkdtemp(join(tmpdir(), "gateway-"));
  try {
    const worker = await start(settings);
    await answers(test, "workerd", host, overHttp(worker.origin));
    await worker.stop();
    await answers(test, "edge-light", host, await inEdgeLight(settings));
    for (const [name, command] of Object.entries(PLATFORMS)) {
      const { path, absent } =
        name === "node" ? { path: process.execPath } : await bringProgram(name);
      if (absent) {
        report.skip(`gateway on ${name}`, absent);
        continue;
      }
      const started = await startAt(folder, name, settings, (port) => command(path, port));
      await answers(test, name, host, overHttp(started.origin));
      await started.stop();
    }
  } finally {
    host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `ask({ path, method, headers, body })` resolves to `{ status, fields, text }`. */
async function answers(test, name, host, ask) {
  const now = Math.floor(Date.now() / 1_000);
  const token = await hs256();
  const send = (path, token, more) =>
    ask({ path, headers: [["authorization", `Bearer ${token}`]], ...more });
  await test(`${name}: a token that holds, and its claims`, async () => {
    const { status, text } = await send("/a?b=c", token);
    equal(status, 200);
    const { url, fields } = JSON.parse(text);
    equal(url, "/a?b=c");
    equal((await claimsIn(fields, host.origin)).user_id, "7");
  });
  await test(`${name}: refused, and the origin not asked`, async () => {
    host.asked = 0;
    for (const bad of [
      await hs256({ exp: now - 1 }),
      tamper(token),
      await hs256({ token_type: "refresh" }),
    ]) {
      const { status, fields } = await send("/", bad);
      deepEqual(
        [status, valueOf(fields, "www-authenticate")],
        [401, 'Bearer error="invalid_token"'],
      );
    }
    equal((await ask({ path: "/", headers: [] })).status, 401);
    equal(host.asked, 0);
  });
  await test(`${name}: two headers and bytes beyond ASCII are malformed, not a 500`, async () => {
    if (!ask.port) return equal((await twice(ask, token)).status, 400);
    host.asked = 0;
    for (const authorization of [[`Bearer ${token}`, `Bearer ${token}`], [`Bearer ${token}\xe9`]]) {
      equal((await sendRaw(ask.port, { path: "/", authorization })).status, 400);
    }
    equal(host.asked, 0);
  });
  await test(`${name}: a body with its length`, async () => {
    const body = "x".repeat(70_000);
    const { status, text } = await send("/", token, { method: "POST", body });
    equal(status, 200);
    const got = JSON.parse(text);
    equal(got.body, body);
    equal(valueOf(got.fields, "content-length"), "70000");
  });
  await test(`${name}: redirects, cookies, unpacked bodies and a 404 are passed on`, async () => {
    const { status, fields } = await send("/redirect", token);
    deepEqual([status, valueOf(fields, "location")], [302, "/elsewhere"]);
    const cookies = (await send("/cookies", token)).fields.filter(
      ([name]) => name === "set-cookie",
    );
    deepEqual(cookies, [
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    equal((await send("/gzip", token)).text, "unpacked");
    equal((await send("/missing", token)).status, 404);
  });
}

/** Where there is no wire, but what joins two headers. */
function twice(ask, token) {
  const headers = ["", ""].map(() => ["authorization", `Bearer ${token}`]);
  return ask({ path: "/", headers });
}

/** `ask.port`: where it is asked. */
function overHttp(origin) {
  const ask = async ({ path, ...init }) => {
    const response = await fetch(`${origin}${path}`, { redirect: "manual", ...init });
    return { status: response.status, fields: [...response.headers], text: await response.text() };
  };
  return Object.assign(ask, { port: new URL(origin).port });
}

/** Each request in a sandbox of its own; what goes in and comes out is text. */
async function inEdgeLight(settings) {
  const contents = `
    import handler from "./${EXAMPLE}/edge-light.mjs";
    const { env, path, body, ...init } = JSON.parse(globalThis.vectors);
    globalThis.process = { env };
    globalThis.outcome = (async () => {
      // As a host does it, which knows how long a body is.
      const headers = new Headers(init.headers);
      if (body) headers.set("content-length", body.length);
      const request = new Request("https://gateway.example" + path, { ...init, headers, body });
      const response = await handler(request, { waitUntil() {} });
      const fields = [...response.headers];
      return JSON.stringify({ status: response.status, fields, text: await response.text() });
    })();
  `;
  const { code } = await bundle(undefined, {
    entryPoints: undefined,
    stdin: { contents, resolveDir: project },
    format: "iife",
    conditions: ["edge-light"],
    plugins: [wasmModule],
  });
  return async (request) =>
    JSON.parse(await evaluate(code, JSON.stringify({ ...request, env: settings })));
}

/** Resolves to `{ origin, stop }` once something answers there. */
async function startAt(folder, name, settings, describe) {
  const port = await freePort();
  const { command, environment } = describe(`${port}`);
  const log = join(folder, name);
  const origin = `http://127.0.0.1:${port}`;
  const program = await startProgram(command, {
    cwd: join(project, EXAMPLE),
    env: { PATH: process.env.PATH, HOME: folder, ...settings, ...environment },
    log,
  });
  while (!(await fetch(origin).catch(() => undefined))) {
    if (!program.isRunning()) throw new Error(`${name} ended: ${await readFile(log, "utf8")}`);
    await sleep(POLL_MS);
  }
  return { origin, stop: program.stop };
}
