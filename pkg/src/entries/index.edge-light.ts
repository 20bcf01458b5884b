/**
 * `wasm-jwt` under the `edge-light` condition: the bundler hands over the compiled wasm.
 */
import wasm from "./wasm_jwt_bg.wasm?module";
import { instantiate, setSource } from "../engine.js";

export * from "../api.js";
export { Key } from "../key.js";

setSource(() => wasm);

/** Optional: instantiates now rather than at the first call. */
export async function init(): Promise<void> {
  instantiate();
}
