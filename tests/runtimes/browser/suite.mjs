/**
 * A page that runs the suite.
 */
import * as api from "wasm-jwt";
import { decode } from "wasm-jwt/decode";
import { runSuiteOver } from "./subject.mjs";

globalThis.outcome = runSuiteOver({ api, plainDecode: decode });
