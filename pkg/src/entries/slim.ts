/**
 * `wasm-jwt/slim`: the same without the wasm, for who would rather load `wasm-jwt/wasm-jwt.wasm`
 * their own way.
 */
import { instantiate, setSource } from "../engine.js";

export * from "../api.js";

/** The wasm, compiled or as bytes. */
export type WasmSource = WebAssembly.Module | BufferSource;

/**
 * Makes the wasm ready, synchronously. Before this, or `init`, every call is a `TypeError`.
 *
 * @throws JwtError `ERR_JWT_WASM_BLOCKED` where the host forbids it
 */
export function initSync(source: WasmSource): void {
  let module = isModule(source) ? source : undefined;
  // Kept, in case that the instance has to be replaced.
  setSource(() => (module ??= new WebAssembly.Module(source as BufferSource)));
  instantiate();
}

/** Makes the wasm ready: compiled, as bytes, or a response such as `fetch(url)` promises. */
export async function init(
  source: WasmSource | Response | Promise<WasmSource | Response>,
): Promise<void> {
  let given = await source;
  if (tagOf(given) === "[object Response]") given = await (given as Response).arrayBuffer();
  initSync(given as WasmSource);
}

// By tag, not by class: in a sandbox the class may be another realm's.
function isModule(source: WasmSource): source is WebAssembly.Module {
  return tagOf(source) === "[object WebAssembly.Module]";
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}
