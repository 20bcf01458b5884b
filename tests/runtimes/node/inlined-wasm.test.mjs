/**
 * The wasm inside the default entry is read the same whatever the host has for reading hexadecimal.
 */
import { createRequire } from "node:module";
import { createHarness, equal } from "../../js/harness.mjs";

const { Buffer } = globalThis;
const { fromHex } = Uint8Array;
const { Module } = WebAssembly;
const require = createRequire(import.meta.url);
const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.";

const { test, run } = createHarness();
const read = [];
WebAssembly.Module = class extends Module {
  constructor(bytes) {
    super(bytes);
    read.push(Buffer.from(bytes));
  }
};

/** A copy of the entry that has not been called yet. */
function fresh() {
  const path = require.resolve("wasm-jwt");
  delete require.cache[path];
  return require(path);
}

const HOSTS = {
  "a host with Uint8Array.fromHex": () => {
    Uint8Array.fromHex = (text) => new Uint8Array(Buffer.from(text, "hex"));
    delete globalThis.Buffer;
  },
  "a host with Buffer": () => delete Uint8Array.fromHex,
  "a host with neither": () => {
    delete Uint8Array.fromHex;
    delete globalThis.Buffer;
  },
};

for (const [name, arrange] of Object.entries(HOSTS)) {
  test(name, () => {
    const { decode } = fresh();
    read.length = 0;
    arrange();
    try {
      equal(decode(TOKEN).payload, {});
    } finally {
      globalThis.Buffer = Buffer;
      if (fromHex) Uint8Array.fromHex = fromHex;
      else delete Uint8Array.fromHex;
    }
    const wasm = require("node:fs").readFileSync(require.resolve("wasm-jwt/wasm-jwt.wasm"));
    equal(read.length, 1);
    equal(read[0].equals(wasm), true);
  });
}

process.send(await run());
