/** The suite over the entries as imported and as required: `node suite.mjs import|require`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Hono } from "hono";
import * as index from "wasm-jwt";
import * as edge from "wasm-jwt/edge";
import * as hono from "wasm-jwt/hono";
import * as jwks from "wasm-jwt/jwks";
import { runSuite } from "../suite.mjs";

const [way] = process.argv.slice(2);
const fixtures = JSON.parse(readFileSync("fixtures.json", "utf8"));
const require = createRequire(import.meta.url);
const required = () => ({
  index: require("wasm-jwt"),
  edge: require("wasm-jwt/edge"),
  hono: require("wasm-jwt/hono"),
  jwks: require("wasm-jwt/jwks"),
});
const entries = way === "import" ? { index, edge, hono, jwks } : required();
// A key set's own timers do not keep Node alive.
const alive = setInterval(() => {}, 1_000);
process.send(await runSuite({ ...entries, Hono, fixtures }));
clearInterval(alive);
