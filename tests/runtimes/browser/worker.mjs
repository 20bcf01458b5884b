/**
 * A module worker that runs the suite. No import map reaches a worker, hence the paths.
 */
import { decode } from "/node_modules/wasm-jwt/dist/decode.js";
import * as api from "/node_modules/wasm-jwt/dist/index.js";
import { runSuiteOver } from "./subject.mjs";

runSuiteOver({ api, plainDecode: decode }).then((outcome) => postMessage(outcome));
