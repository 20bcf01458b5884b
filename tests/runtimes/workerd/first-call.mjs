/**
 * A worker that tells the code of the error of its first call, and whether the plain decode works.
 */
import { encode } from "wasm-jwt";
import { decode } from "wasm-jwt/decode";

const TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.3j4WH5i22lEllFV_Jt6zVpFGtH0cGvgloqUhcy_Bdy0";

export default {
  async fetch() {
    return Response.json({ code: codeOfFirstCall(), decoded: decode(TOKEN).payload });
  },
};

function codeOfFirstCall() {
  try {
    encode({}, "a secret of thirty-two bytes: ok");
    return "none";
  } catch (error) {
    return error.code ?? String(error);
  }
}
