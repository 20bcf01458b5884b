/**
 * The same over `wasm-jwt/full`.
 */
import { decode } from "wasm-jwt/decode";
import * as api from "wasm-jwt/full";
import { runSuite } from "../../js/suite.mjs";

export default {
  async fetch(request) {
    const vectors = await request.json();
    return Response.json(await runSuite({ api, plainDecode: decode, vectors }));
  },
};
