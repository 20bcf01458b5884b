/**
 * The suite of `wasm-jwt/edge` and `wasm-jwt/hono`, wherever there is a `Request`.
 */
import { createHarness } from "../js/harness.mjs";
import answerTests from "./suite/answers.mjs";
import bearerTests from "./suite/bearer.mjs";
import handlerTests from "./suite/handlers.mjs";
import keyTests from "./suite/keys.mjs";
import optionTests from "./suite/options.mjs";

/**
 * `index`, `edge`, `hono`, `jwks`: the entries' namespaces; `Hono`: the class; `fixtures`: what
 * fixtures.mjs makes.
 */
export function runSuite(subject) {
  const { test, run } = createHarness();
  for (const tests of [bearerTests, answerTests, handlerTests, keyTests, optionTests]) {
    tests(test, subject);
  }
  return run();
}
