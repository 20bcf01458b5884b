/**
 * Backends: what all runs of a server have in common, made once: a copy of the Django project that
 * every user of this machine can read, and an empty database.
 */
import { randomBytes } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed } from "../packed.mjs";
import { runProgram } from "../runtimes/child.mjs";
import { startBackend } from "./backend.mjs";
import { cookieViews } from "./cookie.mjs";
import { gatewayMiddleware } from "../gateway/readme.mjs";

const PROJECT = fileURLToPath(new URL("project", import.meta.url));
const TABS = fileURLToPath(new URL("tabs", import.meta.url));

const PATHS = `
import json, sysconfig
print(json.dumps({"bin": sysconfig.get_path("scripts"), "packages": sysconfig.get_path("platlib")}))
`;

/**
 * Resolves to `{ start, remove, pages }`: `pages` is a value for the setting PAGES, a folder with
 * those of tabs/ and with the installed package.
 *
 * `start(row, settings)` takes a row of the table and `settings`, variables of
 * project/config/given.py without their prefix. It resolves to what `startBackend` gives, or to
 * `{ missing }`, why the row cannot run on this machine. `remove` stops what still runs.
 *
 * - `python`: an interpreter with the libraries of requirements.txt
 */
export async function prepareBackends(python) {
  const folder = await mkdtemp(join(tmpdir(), "servers-"));
  await chmod(folder, 0o755);
  const project = join(folder, "project");
  await cp(PROJECT, project, { recursive: true, filter: (path) => !path.includes("__pycache__") });
  await writeFile(join(project, "api/cookie.py"), await cookieViews());
  await writeFile(join(project, "api/gateway.py"), await gatewayMiddleware());
  const pages = join(folder, "pages");
  await cp(TABS, join(pages, "tabs"), { recursive: true });
  await cp(join(installed, "dist"), join(pages, "wasm-jwt"), { recursive: true });
  const { bin, packages } = JSON.parse(await runProgram(python, ["-c", PATHS], { seconds: 60 }));
  const environment = {
    PATH: process.env.PATH,
    PYTHONPATH: project,
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONUNBUFFERED: "1",
    DJANGO_SETTINGS_MODULE: "config.settings",
  };
  const empty = join(folder, "empty");
  await migrate(python, empty, environment);

  const common = { python, bin, packages, project };
  const started = new Set();
  let folders = 0;
  let readable;

  async function start(row, settings = {}) {
    const found = (await row.needs?.(common)) ?? {};
    if (found.missing) return found;
    const place = { ...common, ...found, folder: join(folder, `${folders++}`) };
    if (place.owner) {
      readable ??= readableCopy(packages, join(folder, "packages"));
      place.packages = await readable;
    }
    await cp(empty, place.folder, { recursive: true });
    const backend = await startBackend(row, place, environment, settings);
    started.add(backend);
    return backend;
  }

  async function remove() {
    await Promise.all([...started].map(({ stop }) => stop()));
    await rm(folder, { recursive: true, force: true });
  }
  return { start, remove, pages };
}

async function migrate(python, folder, environment) {
  await mkdir(folder);
  const given = { BACKEND_FOLDER: folder, BACKEND_SECRET: randomBytes(64).toString("hex") };
  const args = ["-m", "django", "migrate", "--verbosity", "0"];
  await runProgram(python, args, { seconds: 120, env: { ...environment, ...given } });
}

/** `folder`, or a copy if it is in a place where not everybody may go. */
async function readableCopy(folder, copy) {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & 0o5) === 0o5) continue;
    await runProgram("cp", ["-R", folder, copy], { seconds: 120 });
    return copy;
  }
  return folder;
}
