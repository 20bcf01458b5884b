/**
 * `wasm-jwt/full` under the `workerd` condition: the host compiles the wasm when it takes the script.
 */
import wasm from "./wasm_jwt_full_bg.wasm";
import { instantiate, setSource } from "../engine.js";

export * from "../api.js";
export * from "../full-api.js";

setSource(() => wasm);

/** Optional: instantiates now rather than at the first call. */
export async function init(): Promise<void> {
  instantiate();
}
