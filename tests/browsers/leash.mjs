/**
 * Leash: a program that ends when this process does, with everything that it has started.
 *
 * A driver that is killed leaves its browser behind, and a killed runner its driver. So a shell
 * stands in between, the first of a process group: when the pipe to it closes, for whatever reason,
 * it kills the group. POSIX only.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";

/** The program's own end ends the group too. The first argument is the folder. */
const SHELL =
  'folder=$1; shift; ("$@" </dev/null; kill -KILL 0) & read -r _; ' +
  '[ -z "$folder" ] || rm -rf -- "$folder"; kill -KILL 0';

/**
 * Starts a program. `onLine` hears what it and its children print; `release` ends them all. `folder` is
 * theirs and goes with them.
 *
 * @param {string[]} command
 * @param {{
 *   env?: Record<string, string | undefined>,
 *   folder?: string,
 *   onLine?: (line: string) => void,
 * }} [options]
 */
export function onLeash(command, { env = process.env, folder = "", onLine = () => {} } = {}) {
  const child = spawn("/bin/sh", ["-c", SHELL, "sh", folder, ...command], {
    detached: true,
    env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  // What ends without reading closes the pipe; `ended` tells of that.
  child.stdin.on("error", () => {});
  const last = [];
  const hear = (line) => {
    last.push(line);
    if (last.length > KEPT_LINES) last.shift();
    onLine(line);
  };
  for (const stream of [child.stdout, child.stderr]) forward(stream, hear);
  return {
    ended,
    lastLines: () => last.join("\n"),
    async release() {
      child.stdin.end();
      await ended;
      // Again, for what they wrote while it was removed.
      if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function forward(stream, onLine) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) onLine(line);
  });
}

const KEPT_LINES = 20;
