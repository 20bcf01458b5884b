/**
 * Handed keys: a key set on its way from the document that fetched it to the inspector.
 */
import { handOver, receive } from "../handing-over.js";

/**
 * Calls `onKeys` with every key set that is handed over. What has another shape is ignored.
 *
 * @param {(handed: { jwks: string, host: string }) => void} onKeys
 */
export function receiveKeys(onKeys) {
  receive(new BroadcastChannel(NAME), readHanded, onKeys);
}

/**
 * Hands a key set to whatever inspectors are open.
 *
 * @param {{ jwks: string, host: string }} keys
 * @returns {Promise<boolean>} whether one took it within a second
 */
export function handKeysOver({ jwks, host }) {
  return handOver(new BroadcastChannel(NAME), { type: "keys", jwks, host });
}

/**
 * @param {any} data
 * @returns {{ jwks: string, host: string } | undefined}
 */
export function readHanded(data) {
  if (typeof data !== "object" || data === null || data.type !== "keys") return undefined;
  const { jwks, host } = data;
  if (typeof jwks !== "string" || jwks.length > MAX_CHARACTERS) return undefined;
  if (typeof host !== "string" || !HOST.test(host)) return undefined;
  return isKeySet(jwks) ? { jwks, host } : undefined;
}

function isKeySet(text) {
  try {
    const { keys } = JSON.parse(text);
    const isJwk = (key) => typeof key === "object" && typeof key?.kty === "string";
    return Array.isArray(keys) && keys.length > 0 && keys.length <= MAX_KEYS && keys.every(isJwk);
  } catch {
    return false;
  }
}

const NAME = "wasm-jwt keys";

/** As browsers write them: ASCII, with the port. */
const HOST = /^[\w.:[\]-]{1,261}$/;

// What is fetched is bounded by 256 KiB and 100 keys; laying it out over lines adds to that.
const MAX_CHARACTERS = 524_288;
const MAX_KEYS = 100;
