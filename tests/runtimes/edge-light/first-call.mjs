/**
 * Tells the code of the error of the first call.
 */
import { encode } from "wasm-jwt";

globalThis.outcome = codeOfFirstCall();

function codeOfFirstCall() {
  try {
    encode({}, "a secret of thirty-two bytes: ok");
    return "none";
  } catch (error) {
    return error.code ?? String(error);
  }
}
