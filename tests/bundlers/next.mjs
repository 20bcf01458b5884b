/**
 * Next: an app with a route on its edge, one in Node and a page that is rendered on both sides, built
 * without configuration and started.
 */
import { deepEqual } from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../packed.mjs";
import { open } from "../runtimes/chromium.mjs";
import { runProgram } from "../runtimes/child.mjs";

const SECONDS = 300;

/** What each of its three places says of a token that holds, and of its nearest forgery. */
const EXPECTED = { good: "ada", forged: "ERR_JWT_SIGNATURE_INVALID" };

export async function inNext(test, browser, folder) {
  const script = join(folder, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "true" };
  for (const name of ["app", ".next"])
    await rm(join(folder, name), { recursive: true, force: true });
  await cp(join(root, "tests/bundlers/next"), folder, { recursive: true });
  let built = false;
  await test("next: build", async () => {
    await runProgram(process.execPath, [script, "build"], { seconds: SECONDS, cwd: folder, env });
    built = true;
  });
  if (!built) return;
  const server = spawn(process.execPath, [script, "start", "-p", "0", "-H", "127.0.0.1"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const origin = await addressOf(server);
    for (const place of ["edge", "node"]) {
      await test(`next: a route in ${place}`, async () => {
        const response = await fetch(`${origin}/${place}`);
        deepEqual(await response.json(), EXPECTED);
      });
    }
    await test("next: a page, as the server sends it", async () => {
      const html = await (await fetch(origin)).text();
      const [, said] = /<pre>(.*?)<\/pre>/.exec(html) ?? [];
      deepEqual(JSON.parse(said.replaceAll("&quot;", '"')), EXPECTED);
    });
    await test("next: the page, in a browser", async () => {
      deepEqual(await open(browser, `${origin}/`), EXPECTED);
    });
  } finally {
    server.kill("SIGKILL");
  }
}

/** The address that it says it listens on. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.on("exit", (code) => reject(new Error(`next start: ${code}: ${said}`)));
    server.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:[0-9]+/.exec(said);
      if (found && /Ready/.test(said)) resolve(found[0]);
    });
  });
}
