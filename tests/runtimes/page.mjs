/**
 * Part page: tests/page/run.mjs, which counts for itself.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../packed.mjs";

const SECONDS = 15 * 60;

export default async function (report) {
  const child = spawn(process.execPath, [join(root, "tests/page/run.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), SECONDS * 1_000);
  const closed = once(child, "close");
  let counts;
  for await (const line of createInterface({ input: child.stdout })) {
    const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
    if (match) counts = match.slice(1).map(Number);
    else report.say(line);
  }
  const [code, signal] = await closed;
  clearTimeout(timer);
  if (!counts) throw new Error(`tests/page/run.mjs ended without counts: ${code ?? signal}`);
  const [passed, failed, skipped] = counts;
  report.pass(passed);
  if (failed > 0) report.fail("page", `${failed} failed, as told above`, failed);
  if (skipped > 0) report.skip("page", "as told above", skipped);
  if (failed === 0 && code !== 0) throw new Error(`tests/page/run.mjs: exit code ${code}`);
}
