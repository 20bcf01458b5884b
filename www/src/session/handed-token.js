/**
 * Handed token: a token on its way from the document that obtained it to the inspector. In no address,
 * not even in a fragment: those are kept in histories.
 */
import { handOver, receive } from "../handing-over.js";
import { MAX_TOKEN_BYTES } from "../reading/read-token.js";

/**
 * Calls `onToken` with every token that is handed over. What has another shape is ignored.
 *
 * @param {(token: string) => void} onToken
 */
export function receiveToken(onToken) {
  receive(new BroadcastChannel(NAME), readHanded, onToken);
}

/**
 * Hands a token to whatever inspectors are open.
 *
 * @param {string} token
 * @returns {Promise<boolean>} whether one took it within a second
 */
export function handTokenOver(token) {
  return handOver(new BroadcastChannel(NAME), { type: "token", token });
}

/**
 * @param {any} data
 * @returns {string | undefined}
 */
export function readHanded(data) {
  if (typeof data !== "object" || data === null || data.type !== "token") return undefined;
  const { token } = data;
  const isToken = typeof token === "string" && token !== "" && token.length <= MAX_TOKEN_BYTES;
  return isToken ? token : undefined;
}

const NAME = "wasm-jwt token";
