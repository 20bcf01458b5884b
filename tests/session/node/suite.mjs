/** The suite over the entry as imported and as required: `node suite.mjs import|require`. */
import { createRequire } from "node:module";
import { runSuite } from "../suite.mjs";

const [way] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const path = require.resolve("wasm-jwt/session");
/** Another copy, as another tab would have it. */
const load = async (tab) => {
  if (way === "import") return import(`${import.meta.resolve("wasm-jwt/session")}?tab=${tab}`);
  delete require.cache[path];
  return require(path);
};
const api = way === "import" ? await import("wasm-jwt/session") : require(path);
// Timers are fake, and nothing else keeps Node alive while a test waits.
const alive = setInterval(() => {}, 1_000);
process.send?.(await runSuite({ api, load }));
clearInterval(alive);
