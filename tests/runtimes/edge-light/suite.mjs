/**
 * The suite, for a sandbox that hands over the vectors as JSON text.
 */
import * as api from "wasm-jwt";
import { decode } from "wasm-jwt/decode";
import { runSuite } from "../../js/suite.mjs";

const subject = { api, plainDecode: decode, vectors: JSON.parse(globalThis.vectors) };
globalThis.outcome = runSuite(subject).then(JSON.stringify);
