/**
 * The suite of `wasm-jwt/session` for Node: time is fake and the backend is scripted, so that nothing
 * here depends on how long anything takes.
 */
import { createHarness } from "../js/harness.mjs";
import { installTime } from "./fake-time.mjs";
import clockTests from "./suite/clocks.mjs";
import expiryTests from "./suite/expiry.mjs";
import failureTests from "./suite/failures.mjs";
import fetchTests from "./suite/fetching.mjs";
import optionTests from "./suite/options.mjs";
import slidingTests from "./suite/sliding.mjs";
import storeTests from "./suite/store.mjs";
import tabTests from "./suite/tabs.mjs";
import timerTests from "./suite/timers.mjs";
import tokenTests from "./suite/tokens.mjs";

/** `api`: the entry's namespace; `load`: another copy of it, as another tab has. */
export function runSuite({ api, load }) {
  const { test, run } = createHarness();
  const timed = (name, fn) =>
    test(name, async () => {
      const time = installTime();
      try {
        await fn(time);
      } finally {
        time.restore();
      }
    });
  for (const tests of [
    expiryTests,
    timerTests,
    storeTests,
    optionTests,
    tokenTests,
    failureTests,
    clockTests,
    slidingTests,
    fetchTests,
    tabTests,
  ]) {
    tests(timed, { api, load });
  }
  return run();
}
