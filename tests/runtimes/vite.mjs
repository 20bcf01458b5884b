/**
 * Vite: what its production build makes of a page, without configuration and without plugins.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { project } from "../packed.mjs";

/** Builds a page that loads `script`; resolves to `{ output, html }`. */
export async function viteBuild(script) {
  const folder = join(project, "vite");
  await mkdir(folder);
  await writeFile(join(folder, "main.js"), `import ${JSON.stringify(script)};\n`);
  const page = '<!doctype html><title>Vite</title><script type="module" src="/main.js"></script>\n';
  await writeFile(join(folder, "index.html"), page);
  await build({ root: folder, configFile: false, logLevel: "silent" });
  const output = join(folder, "dist");
  return { output, html: await readFile(join(output, "index.html"), "utf8") };
}
