/**
 * Orphans: no server outlives its test, even if nobody is left to stop it.
 *
 * Run with `--start FOLDER` it is that test: it starts a program whose child listens, says at which
 * port, and waits to be killed.
 */
import { equal } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startProgram } from "./program.mjs";

const LISTENER = `
const server = require("node:net").createServer().listen(0, "127.0.0.1", () => {
  console.log(server.address().port);
});
`;

const POLL_MS = 20;

export default async function (test) {
  for (const [end, name] of [
    [(child) => child.kill("SIGKILL"), "killed_test_leaves_no_server"],
    [(child) => child.stdin.end(), "stopped_program_leaves_no_child"],
  ]) {
    await test(name, async () => {
      const folder = await mkdtemp(join(tmpdir(), "orphans-"));
      try {
        const args = [fileURLToPath(import.meta.url), "--start", folder];
        const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
        const [port] = await once(child.stdout.setEncoding("utf8"), "data");
        equal(await answers(port), true);
        end(child);
        while (await answers(port)) await sleep(POLL_MS);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
}

/** Whether somebody listens there. */
async function answers(port) {
  const socket = connect(Number(port), "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function start(folder) {
  const log = join(folder, "log");
  const inShell = '"$0" -e "$1" & wait';
  const command = ["/bin/sh", "-c", inShell, process.execPath, LISTENER];
  const program = await startProgram(command, { cwd: folder, env: process.env, log });
  let port = "";
  while (!port.endsWith("\n")) {
    await sleep(POLL_MS);
    port = await readFile(log, "utf8");
  }
  process.stdout.write(port);
  process.stdin.resume().on("end", () => program.stop().then(() => process.exit()));
}

if (process.argv[2] === "--start") await start(process.argv[3]);
