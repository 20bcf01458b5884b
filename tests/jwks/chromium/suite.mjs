/** A page's script that runs the suite against the host named in its address. */
import * as api from "wasm-jwt/jwks";
import { runSuite } from "../suite.mjs";

const origin = new URLSearchParams(location.search).get("host");
globalThis.outcome = runSuite({ api, origin, isBrowser: true });
