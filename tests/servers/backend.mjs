/**
 * Backend: one server of the table with one choice of settings, in a folder of its own.
 */
import { randomBytes } from "node:crypto";
import { chown, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "./client.mjs";
import { freePort } from "./free-port.mjs";
import { startProgram } from "./program.mjs";

/** Another program may take a port between its being found free and its being listened on. */
const TRIES = 3;

const READY_MS = 60_000;
const POLL_MS = 25;
const LOG_LINES = 40;

/**
 * Starts `row` at `place`, see table.mjs, and waits until it answers.
 *
 * Resolves to `{ origin, secret, client, log(), stop() }`: `secret` is the key of its HMACs, `client`
 * that of client.mjs, `log` resolves to the end of what its programs said.
 */
export async function startBackend(row, place, environment, settings) {
  const secret = randomBytes(64).toString("hex");
  const controlKey = randomBytes(32).toString("hex");
  const given = {
    FOLDER: place.folder,
    SECRET: secret,
    CONTROL_KEY: controlKey,
    FAST_PASSWORDS: "1",
    ...settings,
  };
  const named = Object.entries(given).map(([name, value]) => [`BACKEND_${name}`, `${value}`]);
  const env = { ...environment, ...Object.fromEntries(named) };
  const log = () => endOf(join(place.folder, "log"));

  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const client = createClient(origin, controlKey);
    const programs = await startPrograms(
      row,
      { ...place, port },
      { ...env, BACKEND_PORT: `${port}` },
    );
    const stop = async () => {
      // The one in front first, so that it finds nobody gone.
      for (const program of [...programs].reverse()) await program.stop();
    };
    if (await isReady(client, programs))
      return { name: row.name, origin, secret, client, log, stop };
    await stop();
    if (tries === TRIES) throw new Error(`${row.name} did not start: ${await log()}`);
  }
}

async function startPrograms(row, place, env) {
  const { folder, project, owner } = place;
  const files = Object.entries({ log: "", ...row.files?.(place) });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  if (owner) {
    const paths = [folder, ...(await readdir(folder)).map((name) => join(folder, name))];
    for (const path of paths) await chown(path, owner.uid, owner.gid);
  }
  const programs = [];
  for (const command of row.programs(place)) {
    programs.push(await startProgram(command, { cwd: project, env, log: join(folder, "log") }));
  }
  return programs;
}

/** Whether the server answers as only it can; `false`: it ended, or nothing came of it. */
async function isReady(client, programs) {
  for (let waited = 0; waited < READY_MS; waited += POLL_MS) {
    if (!programs.every((program) => program.isRunning())) return false;
    const { status } = await client.control("ready").catch(() => ({}));
    if (status === 200) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function endOf(path) {
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  return lines.slice(-LOG_LINES).join("\n");
}
