/**
 * Runners: the suite as a test of Jest and of Vitest, in their Node and in their browser of paper.
 */
import { equal, ok } from "node:assert/strict";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../packed.mjs";
import { runProgram } from "../runtimes/child.mjs";

const SECONDS = 300;
const ENVIRONMENTS = ["node", "jsdom"];

export async function inRunner(test, name, folder) {
  for (const environment of ENVIRONMENTS) {
    await test(`${name}, ${environment}`, () => run[name](folder, environment));
  }
}

const run = {
  /** It loads CommonJS, so that is what the suite is made; the package is loaded as it is. */
  async jest(folder, environment) {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ["tests/js/suite.mjs"],
      bundle: true,
      format: "cjs",
      write: false,
      logLevel: "silent",
    });
    await rm(join(folder, "jest"), { recursive: true, force: true });
    await cp(join(root, "tests/bundlers/jest"), join(folder, "jest"), { recursive: true });
    await writeFile(join(folder, "jest/suite.cjs"), outputFiles[0].text);
    const args = ["jest", `--env=${environment}`, "--json", "--outputFile=outcome.json"];
    await judged(folder, args, ["--rootDir=jest", "--testRegex=package\\.test\\.cjs$"]);
  },

  async vitest(folder, environment) {
    await cp(join(root, "tests/bundlers/vitest"), folder, { recursive: true });
    const args = ["vitest", "run", `--environment=${environment}`, "--reporter=json"];
    await judged(folder, args, ["--outputFile=outcome.json", "package.test.mjs"]);
  },
};

async function judged(folder, [name, ...args], more) {
  const outcome = join(folder, "outcome.json");
  await rm(outcome, { force: true });
  const script = join(folder, "node_modules", name, name === "jest" ? "bin/jest.js" : "vitest.mjs");
  const options = { seconds: SECONDS, cwd: folder, env: { ...process.env, CI: "true" } };
  await runProgram(process.execPath, [script, ...args, ...more], options);
  const { numPassedTests, numTotalTests } = JSON.parse(await readFile(outcome, "utf8"));
  ok(numTotalTests > 0, "no test ran");
  equal(numPassedTests, numTotalTests);
}
