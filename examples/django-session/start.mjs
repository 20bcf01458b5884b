/**
 * Starts the example: `node examples/django-session/start.mjs [PORT]`, 8000 unless it says otherwise.
 *
 * Needs Node, Python 3.10 or newer with venv, and the built package (`cargo xtask build`). Makes a
 * Python environment at the first start, an empty database with one user at every start, and serves
 * on this machine only, until Ctrl-C. Environment: PYTHON, an interpreter that already has
 * requirements.txt.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../pkg/dist", import.meta.url));
const ENVIRONMENT = fileURLToPath(new URL("../../target/example-django-session", import.meta.url));

/** It reads name and password where nobody else can see them, unlike arguments. */
const CREATE_USER = `
import os, django
django.setup()
from django.contrib.auth import get_user_model
get_user_model().objects.create_user("ada", password=os.environ["EXAMPLE_PASSWORD"])
`;

const port = process.argv[2] ?? "8000";
if (!/^[0-9]{1,5}$/.test(port)) stop(`usage: node examples/django-session/start.mjs [PORT]`);
if (!existsSync(join(PACKAGE, "session.js"))) stop("no built package: run `cargo xtask build`");
if (!(await isFree(port)))
  stop(`port ${port} is not free: node examples/django-session/start.mjs PORT`);

const python = process.env.PYTHON ?? makeEnvironment();
const folder = mkdtempSync(join(tmpdir(), "django-session-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const password = randomBytes(6).toString("hex");
const env = {
  PATH: process.env.PATH,
  PYTHONPATH: HERE,
  PYTHONDONTWRITEBYTECODE: "1",
  DJANGO_SETTINGS_MODULE: "backend.settings",
  EXAMPLE_SECRET: randomBytes(64).toString("hex"),
  EXAMPLE_FOLDER: folder,
  EXAMPLE_PACKAGE: PACKAGE,
};
run(python, ["-m", "django", "migrate", "--verbosity", "0"], env);
run(python, ["-c", CREATE_USER], { ...env, EXAMPLE_PASSWORD: password });

const flags = ["--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning"];
const bind = ["--bind", `127.0.0.1:${port}`, "backend.wsgi"];
const server = spawn(python, ["-m", "gunicorn", ...flags, ...bind], { env, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill("SIGTERM"));
server.on("exit", (code) => process.exit(code ?? 1));
while (!(await answers(port))) await sleep(100);
console.log(`http://127.0.0.1:${port}/  user: ada  password: ${password}  (Ctrl-C stops)`);

function makeEnvironment() {
  const made = join(ENVIRONMENT, "bin/python");
  const list = join(HERE, "requirements.txt");
  // Quick when everything is there, and the whole work when something is missing.
  if (!existsSync(made)) run("python3", ["-m", "venv", ENVIRONMENT]);
  run(made, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", list]);
  return made;
}

async function isFree(port) {
  try {
    const probe = createServer().listen(port, "127.0.0.1");
    await once(probe, "listening");
    probe.close();
    await once(probe, "close");
    return true;
  } catch {
    return false;
  }
}

async function answers(port) {
  const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  return response?.ok;
}

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { env, stdio: "inherit" });
  if (status !== 0) stop(`${command} ${args[0]} ${args[1]}: ${error?.message ?? status}`);
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
