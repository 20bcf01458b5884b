/**
 * The suite over the entry that the argument names, by `require`, and prints the outcome.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { decode } = require("wasm-jwt/decode");

const entry = process.argv[2];
const api = require(entry);
if (entry === "wasm-jwt/slim") {
  api.initSync(readFileSync(require.resolve("wasm-jwt/wasm-jwt.wasm")));
}
import("../../js/suite.mjs").then(async ({ VECTORS, runSuite }) => {
  const read = (name) => readFileSync(join(__dirname, `../../vectors/${name}.json`), "utf8");
  const vectors = Object.fromEntries(VECTORS.map((name) => [name, JSON.parse(read(name))]));
  console.log(JSON.stringify(await runSuite({ api, plainDecode: decode, vectors })));
});
