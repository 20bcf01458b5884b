/**
 * The suite of `wasm-jwt/jwks`, in every runtime: against the host of tests/jwks/host.mjs.
 *
 * Requests are counted and the clock is given; nothing here depends on how long anything takes.
 */
import { createHarness } from "../js/harness.mjs";
import addressTests from "./suite/address.mjs";
import answerTests from "./suite/answers.mjs";
import cacheTests from "./suite/cache.mjs";
import freshnessTests from "./suite/freshness.mjs";
import memberTests from "./suite/members.mjs";
import requestTests from "./suite/requests.mjs";
import waitTests from "./suite/waiting.mjs";
import { createPlaces } from "./suite/places.mjs";

/** `api`: the entry's namespace; `origin`: the host's; `isBrowser`: who follows CORS. */
export function runSuite({ api, origin, isBrowser = false }) {
  const { test, run } = createHarness();
  const subject = { api, origin, isBrowser, place: createPlaces(api, origin) };
  addressTests(test, subject);
  answerTests(test, subject);
  memberTests(test, subject);
  freshnessTests(test, subject);
  requestTests(test, subject);
  waitTests(test, subject);
  cacheTests(test, subject);
  return run();
}
