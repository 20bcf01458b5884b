/**
 * The page of part chromium.
 */
import wasm from "../../target/bench/floor.wasm";
import { speed } from "../speed.mjs";

globalThis.outcome = speed({ wasm, say: console.log });
