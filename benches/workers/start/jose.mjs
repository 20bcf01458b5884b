/** A worker that answers with the issuer of the token that it is sent. */
import { jwtVerify } from "jose";
import { SECRET } from "../../tokens.mjs";

export default {
  async fetch(request) {
    const { payload } = await jwtVerify(await request.text(), new TextEncoder().encode(SECRET));
    return new Response(payload.iss);
  },
};
