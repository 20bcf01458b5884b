/**
 * Part node: the suite over every entry that Node can load, and what only Node can look at.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pack, project } from "../packed.mjs";
import { runNode } from "./child.mjs";
import { WAYS, describe, runSuites } from "./suites.mjs";

const SECONDS = 180;

export default async function (report) {
  const [major] = process.versions.node.split(".");
  report.at(`Node ${major}`, process.versions.node, describe(WAYS));
  await pack();
  const here = join(project, "tests/runtimes/node");
  const run = (name, args, execArgv) =>
    runNode(join(here, name), args, { seconds: SECONDS, cwd: project, execArgv });

  await runSuites(report, "node", { path: process.execPath });
  // A process for each: they replace globals, which has to happen before the first call.
  for (const name of (await readdir(here)).sort()) {
    if (!name.endsWith(".test.mjs")) continue;
    await report.tests(name, SECONDS, () => run(name, [], ["--expose-gc"]));
  }
}
