/**
 * `wasm-jwt/slim`: the same without the wasm, for who would rather load `wasm-jwt/wasm-jwt.wasm`
 * their own way.
 */
import { instantiate, setSource } from "../engine.js";

export * from "../api.js";
export { Key } from "../key.js";

/**
 * The wasm: a compiled `WebAssembly.Module`, or its bytes (`ArrayBuffer`, `Uint8Array`).
 *
 * Said as `object`, which is all that TypeScript knows of a module too, so that these types need
 * neither those of the DOM nor those of Node.
 */
export type WasmSource = object;

/** What `fetch` gives. */
export interface WasmResponse {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Makes the wasm ready, synchronously. Before this, or `init`, every call is a `TypeError`.
 *
 * @throws JwtError `ERR_JWT_WASM_BLOCKED` where the host forbids it
 * @throws TypeError if the bytes are no wasm
 */
export function initSync(source: WasmSource): void {
  let module = isModule(source) ? source : undefined;
  // Kept, in case that the instance has to be replaced.
  setSource(() => (module ??= compile(source as BufferSource)));
  instantiate();
}

/** Makes the wasm ready: compiled, as bytes, or a response such as `fetch(url)` promises. */
export async function init(
  source: WasmSource | WasmResponse | Promise<WasmSource | WasmResponse>,
): Promise<void> {
  const given = await source;
  initSync("arrayBuffer" in given ? await (given as WasmResponse).arrayBuffer() : given);
}

/** Hosts that forbid compiling throw a CompileError too, so what is wrong has to be asked. */
function compile(bytes: BufferSource): WebAssembly.Module {
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    if (WebAssembly.validate(bytes)) throw error;
    throw new TypeError("wasm-jwt/slim: these bytes are no wasm module", { cause: error });
  }
}

// By tag, not by class: in a sandbox the class may be another realm's.
function isModule(source: WasmSource): source is WebAssembly.Module {
  return Object.prototype.toString.call(source) === "[object WebAssembly.Module]";
}
