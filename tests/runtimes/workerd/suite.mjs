/**
 * A worker that runs the suite when it is asked to.
 */
import * as api from "wasm-jwt";
import { decode } from "wasm-jwt/decode";
import { runSuite } from "../../js/suite.mjs";

export default {
  async fetch(request) {
    const vectors = await request.json();
    return Response.json(await runSuite({ api, plainDecode: decode, vectors }));
  },
};
