/**
 * `wasm-jwt` under the `workerd` condition: the host compiles the wasm when it takes the script.
 */
import wasm from "./wasm_jwt_bg.wasm";
import { instantiate, setSource } from "../engine.js";

export * from "../api.js";
export { Key } from "../key.js";

setSource(() => wasm);

/** Optional: instantiates now rather than at the first call. */
export async function init(): Promise<void> {
  instantiate();
}
