/**
 * A page that runs the suite over `wasm-jwt/slim`, whose wasm comes by `fetch`.
 */
import { decode } from "wasm-jwt/decode";
import * as api from "wasm-jwt/slim";
import { runSuiteOver } from "./subject.mjs";

globalThis.outcome = api
  .init(fetch("/node_modules/wasm-jwt/dist/wasm_jwt_bg.wasm"))
  .then(() => runSuiteOver({ api, plainDecode: decode }));
