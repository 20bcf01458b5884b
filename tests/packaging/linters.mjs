/**
 * Linters: publint and arethetypeswrong, which know what goes wrong in packages.
 */
import { deepEqual } from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { installed } from "../packed.mjs";
import { runProgram } from "../runtimes/child.mjs";

export default async function (test, tarball) {
  await test("publint has nothing to say", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
    deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  await test("attw finds the types of every entry, in both module systems", async () => {
    const manifest = createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json");
    const attw = join(dirname(manifest), createRequire(manifest)(manifest).bin.attw);
    const options = ["--profile", "node16", "--exclude-entrypoints", "wasm-jwt.wasm"];
    const args = [attw, tarball, ...options, "--no-color", "--format", "ascii"];
    await runProgram(process.execPath, args, { seconds: 100 });
  });
}
