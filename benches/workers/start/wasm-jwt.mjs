/** A worker that answers with the issuer of the token that it is sent. */
import { verify } from "wasm-jwt";
import { SECRET } from "../../tokens.mjs";

export default {
  async fetch(request) {
    return new Response(verify(await request.text(), SECRET).payload.iss);
  },
};
