/**
 * The page of part start.
 */
import wasm from "../../pkg/dist/wasm_jwt_bg.wasm";
import { instantiateTimes } from "../instantiate.mjs";

globalThis.outcome = instantiateTimes(wasm);
