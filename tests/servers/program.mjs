/**
 * Program: a server process and all that it starts, which ends with the test, however that ends.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";

/**
 * Becomes the program, in a process group of its own. Beside it waits a process for the end of
 * stdin, which comes when `stop` closes it and also when Node is gone, and ends the whole group.
 */
const KEEPER = 'exec 3<&0; (cat <&3 >/dev/null; kill -KILL 0) & exec 3<&-; exec "$@" </dev/null';

/** How long a server may take to close its connections before it is ended. */
const GRACE_MS = 3_000;

/**
 * Starts `[command, ...args]`; its output goes to the file `log`.
 *
 * Resolves to `{ isRunning(), stop() }`. `stop` resolves once the process is gone.
 */
export async function startProgram([command, ...args], { cwd, env, log }) {
  const output = await open(log, "a");
  const child = spawn("/bin/sh", ["-c", KEEPER, "sh", command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["pipe", output.fd, output.fd],
  });
  child.stdin.on("error", () => {});
  const ended = once(child, "exit");
  let running = true;
  const over = ended.then(
    () => (running = false),
    () => (running = false),
  );
  try {
    await once(child, "spawn");
  } finally {
    await output.close();
  }
  return {
    isRunning: () => running,
    async stop() {
      if (running) child.kill("SIGTERM");
      const timer = setTimeout(() => child.stdin.destroy(), GRACE_MS);
      await over;
      clearTimeout(timer);
      // Whatever the program left behind goes too.
      child.stdin.destroy();
    },
  };
}
