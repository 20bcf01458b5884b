/**
 * Part memory: what many tokens leave behind, in Node with --expose-gc.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeResult } from "./result.mjs";

const child = fork("benches/children/memory.mjs", { execArgv: ["--expose-gc"] });
child.on("message", ({ say, rows }) => {
  if (say) console.log(say);
  if (rows) writeResult("memory", { runtime: `Node ${process.version}`, rows });
});
const [code] = await once(child, "exit");
process.exitCode = code;
