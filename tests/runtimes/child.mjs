/**
 * Child: a process of its own, which is ended when its time is over.
 */
import { fork, spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program; resolves to its stdout, rejects if it fails. */
export async function runProgram(command, args, { seconds, input = "", ...options }) {
  const child = spawn(command, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  // A child that ends without having read everything is judged by its exit code.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const { code, stdout, stderr } = await ended(child, seconds);
  if (code !== 0) throw new Error(`${command} ${args[0]}: ${code}: ${stdout}${stderr}`);
  return stdout;
}

/** npm, which is a script on Windows. */
export function runNpm(args, cwd) {
  const shell = process.platform === "win32";
  return runProgram("npm", args, { seconds: 180, cwd, shell });
}

/** Runs a Node script that says one thing with `process.send`; resolves to that. */
export async function runNode(script, args, { seconds, cwd, execArgv = [] }) {
  const child = fork(script, args, { cwd, execArgv, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let said;
  child.on("message", (message) => (said = message));
  const { code, stdout, stderr } = await ended(child, seconds);
  if (code !== 0) throw new Error(`exit code ${code}: ${stdout}${stderr}`);
  if (said === undefined) throw new Error(`ended without an outcome: ${stdout}${stderr}`);
  return said;
}

async function ended(child, seconds) {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => (output[name] += text));
  }
  const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1_000);
  try {
    const [code, signal] = await once(child, "close");
    return { code: code ?? `${signal} (limit ${seconds} s)`, ...output };
  } finally {
    clearTimeout(timer);
  }
}
