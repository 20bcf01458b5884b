/**
 * The suite over the package as Jest loads it.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const api = require("wasm-jwt");
const { decode } = require("wasm-jwt/decode");

// Jest's jsdom has none. The package gets along without; the suite need not.
const { TextDecoder, TextEncoder } = require("node:util");
Object.assign(globalThis, { TextDecoder, TextEncoder });
Object.defineProperty(globalThis, "crypto", { value: require("node:crypto").webcrypto });
const { VECTORS, runSuite } = require("./suite.cjs");

const read = (name) => readFileSync(join(__dirname, `../tests/vectors/${name}.json`), "utf8");

test("the suite", async () => {
  const vectors = Object.fromEntries(VECTORS.map((name) => [name, JSON.parse(read(name))]));
  const { passed, failed } = await runSuite({ api, plainDecode: decode, vectors });
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(100);
}, 300_000);
