/**
 * Places: where the tests ran last, by part, and the table that docs/runtimes.md shows of it.
 *
 * `node tests/runtimes/places.mjs` writes the table, after `cargo xtask test runtimes --all`.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { root } from "../packed.mjs";

const FOLDER = join(root, "target/places");
const PAGE = join(root, "docs/runtimes.md");

const PARTS = ["node", "programs", "workerd", "chromium", "firefox", "webkit", "bundlers"];

/** Keeps what a part of `PARTS` says of where it ran. */
export async function writePlaces(part, places) {
  if (!PARTS.includes(part)) return;
  await mkdir(FOLDER, { recursive: true });
  const text = JSON.stringify({ day: new Date().toISOString().slice(0, 10), places });
  await writeFile(join(FOLDER, `${part}.json`), text);
}

async function table() {
  const rows = ["| where | version | how | passed | failed |", "| --- | --- | --- | --: | --: |"];
  const days = new Set();
  for (const part of PARTS) {
    const { day, places } = JSON.parse(await readFile(join(FOLDER, `${part}.json`), "utf8"));
    days.add(day);
    for (const { name, version, way, passed, failed } of places) {
      rows.push(`| ${name} | ${version} | ${way} | ${passed} | ${failed} |`);
    }
  }
  return `${rows.join("\n")}\n\nLast run: ${[...days].sort().join(", ")}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await readFile(PAGE, "utf8");
  const made = text.replace(/(<!-- table -->\n)[^]*(<!-- end -->)/, `$1\n${await table()}\n\n$2`);
  const options = { ...(await resolveConfig(PAGE)), parser: "markdown" };
  await writeFile(PAGE, await format(made, options));
}
