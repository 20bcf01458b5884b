/**
 * Verifies, and tells the size of the wasm memory and of the heap before and after.
 */
import { SECRET, PAYLOAD_BYTES, claimsOf } from "../tokens.mjs";

const PAGE = 65_536;

// The package keeps its memory to itself, so what it makes is noticed here.
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    memory = this.exports.memory;
  }
};

const { createVerifier, encode, verify } = await import("wasm-jwt");
const token = encode(claimsOf(PAYLOAD_BYTES[0]), SECRET);
const verifier = createVerifier(SECRET);

const rows = [
  measure("wasm-jwt createVerifier", 1_000_000, () => verifier.verify(token)),
  measure("wasm-jwt verify", 100_000, () => verify(token, SECRET)),
];
process.send({ rows });

function measure(name, times, run) {
  process.send({ say: `${name}, ${times} times` });
  // What compiling the code on first use takes is not what verifying leaves behind.
  for (let n = 0; n < 10_000; n++) run();
  const before = now();
  for (let n = 0; n < times; n++) run();
  const after = now();
  return { name, times, before, after };
}

function now() {
  globalThis.gc();
  globalThis.gc();
  return { wasmPages: memory.buffer.byteLength / PAGE, heapUsed: process.memoryUsage().heapUsed };
}
