/** The suite over the entry as imported and as required: `node suite.mjs import|require ORIGIN`. */
import { createRequire } from "node:module";
import * as imported from "wasm-jwt/jwks";
import { runSuite } from "../suite.mjs";

const [way, origin] = process.argv.slice(2);
const api = way === "import" ? imported : createRequire(import.meta.url)("wasm-jwt/jwks");
// The key set's own timers do not keep Node alive, and some of these tests have nothing else.
const alive = setInterval(() => {}, 1_000);
process.send(await runSuite({ api, origin }));
clearInterval(alive);
