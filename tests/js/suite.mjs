/**
 * The suite: every test that any runtime can run, over any entry of the package.
 *
 * `subject` is what is tested: `{ api, plainDecode, vectors }`, where `api` is the module namespace
 * of an entry, `plainDecode` the `decode` of `wasm-jwt/decode`, and `vectors` the files of
 * tests/vectors by name.
 */
import { createHarness } from "./harness.mjs";
import algorithmTests from "./suite/algorithms.mjs";
import argumentTests from "./suite/arguments.mjs";
import asyncTests from "./suite/async.mjs";
import cacheTests from "./suite/cache.mjs";
import encodeTests from "./suite/encode.mjs";
import errorTests from "./suite/errors.mjs";
import handleTests from "./suite/handles.mjs";
import hostileTests from "./suite/hostile.mjs";
import inspectTests from "./suite/inspect.mjs";
import integerTests from "./suite/integers.mjs";
import keyTests from "./suite/keys.mjs";
import vectorTests from "./suite/vectors.mjs";

/** The files of tests/vectors that a runner has to give as `vectors`, without `.json`. */
export const VECTORS = [
  "algorithms",
  "form",
  "key-forms",
  "key-rfc",
  "keys",
  "rfc",
  "simplejwt",
  "verify",
];

/** Runs all of it; resolves to `{ passed, failed: [{ name, message }] }`. */
export function runSuite(subject) {
  const { test, run } = createHarness();
  vectorTests(test, subject);
  argumentTests(test, subject);
  encodeTests(test, subject);
  integerTests(test, subject);
  hostileTests(test, subject);
  handleTests(test, subject);
  cacheTests(test, subject);
  algorithmTests(test, subject);
  keyTests(test, subject);
  asyncTests(test, subject);
  inspectTests(test, subject);
  errorTests(test, subject);
  return run();
}
