/**
 * The suite over the entry that the argument names, by `import`, and prints the outcome.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decode } from "wasm-jwt/decode";
import { VECTORS, runSuite } from "../../js/suite.mjs";

const entry = process.argv[2];
const api = await import(entry);
if (entry === "wasm-jwt/slim") {
  const wasm = fileURLToPath(import.meta.resolve("wasm-jwt/wasm-jwt.wasm"));
  api.initSync(readFileSync(wasm));
}
const read = (name) => readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), "utf8");
const vectors = Object.fromEntries(VECTORS.map((name) => [name, JSON.parse(read(name))]));
console.log(JSON.stringify(await runSuite({ api, plainDecode: decode, vectors })));
