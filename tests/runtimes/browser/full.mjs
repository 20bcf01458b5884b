/**
 * A page that runs the suite over `wasm-jwt/full`.
 */
import { decode } from "wasm-jwt/decode";
import * as api from "wasm-jwt/full";
import { runSuiteOver } from "./subject.mjs";

globalThis.outcome = runSuiteOver({ api, plainDecode: decode });
