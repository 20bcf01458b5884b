/**
 * Instantiating: the first time that an engine sees our wasm. Runs unchanged in Node and in browsers.
 */
import * as glue from "../pkg/wasm/core/wasm_jwt_bg.js";

const TIMES = 30;

/** `{ best, median }`, in milliseconds, of compiling and instantiating synchronously. */
export function instantiateTimes(wasm) {
  const times = [];
  for (let n = 0; n < TIMES; n++) {
    const bytes = neverSeen(wasm, n);
    const start = performance.now();
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
      "./wasm_jwt_bg.js": glue,
    });
    glue.__wbg_set_wasm(exports);
    exports.__wbindgen_start?.();
    times.push(performance.now() - start);
  }
  return { best: best(times), median: median(times) };
}

export function best(times) {
  return Math.min(...times);
}

export function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

/** V8 keeps compiled code by content, so each has a custom section (id 0) of another content. */
function neverSeen(wasm, n) {
  const [length, lengthOfName] = [6, 1];
  const nonce = new Uint8Array(4);
  new DataView(nonce.buffer).setUint32(0, n);
  return Uint8Array.from([...wasm, 0, length, lengthOfName, "n".charCodeAt(0), ...nonce]);
}
