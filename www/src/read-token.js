/**
 * Reading a token for showing. Pure: the package's `decode` comes in as an argument.
 */
import { segmentText } from "./json-text.js";
import { malformedText } from "./refusal-text.js";

/**
 * A token that could be read. The texts are the token's own, for showing exactly what it says.
 *
 * @typedef {{
 *   token: string,
 *   headerText: string,
 *   payloadText: string,
 *   alg: string,
 *   claims: Record<string, unknown>,
 * }} ReadToken
 */

/**
 * @param {(token: string) => { header: { alg: string }, payload: object }} decode
 * @param {string} token
 * @returns {{ read?: ReadToken, refusal?: string }} one of the two; `refusal` says in plain words why it cannot be read
 */
export function readToken(decode, token) {
  try {
    const { header, payload } = decode(token);
    const [headerText, payloadText] = token.split(".", 2).map(segmentText);
    const claims = { ...payload };
    return { read: { token, headerText, payloadText, alg: header.alg, claims } };
  } catch (error) {
    if (error.code === "ERR_JWT_MALFORMED") return { refusal: `Malformed ${malformedText(error)}` };
    // Such as WebAssembly being blocked: its message says what to do.
    return { refusal: `This page cannot read tokens here: ${error.message}` };
  }
}
