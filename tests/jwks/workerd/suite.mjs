/** A worker that runs the suite against the host whose origin is posted to it. */
import * as api from "wasm-jwt/jwks";
import { runSuite } from "../suite.mjs";

export default {
  async fetch(request) {
    return Response.json(await runSuite({ api, origin: await request.text() }));
  },
};
