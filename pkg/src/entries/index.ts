/**
 * `wasm-jwt`: the wasm is inside, as text, and is compiled at the first call.
 */
import hex from "wasm-as-hex";
import { compileInlined, setInlined } from "../inlined-wasm.js";

export * from "../api.js";
export { Key } from "../key.js";

setInlined(hex);

/** Optional: compiles now and off the main thread, so that the first call is as fast as the rest. */
export async function init(): Promise<void> {
  await compileInlined(hex);
}
