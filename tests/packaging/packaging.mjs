/**
 * Part packaging: what npm would publish, looked at rather than run.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { installed, pack } from "../packed.mjs";
import budgets from "./budgets.mjs";
import files from "./files.mjs";
import forms from "./forms.mjs";
import linters from "./linters.mjs";
import shaking from "./shaking.mjs";

const SECONDS = 120;

export default async function (report) {
  const { tarball, files: names } = await pack();
  const contents = await Promise.all(names.map((name) => readFile(join(installed, name))));
  const packed = new Map(names.map((name, at) => [name, contents[at]]));
  const running = [];
  const test = (name, fn) => {
    const one = report.test(name, SECONDS, async () => fn());
    running.push(one);
    return one;
  };

  files(test, packed);
  forms(test, packed);
  await shaking(test);
  await budgets(test);
  await linters(test, tarball);
  await Promise.all(running);
}
