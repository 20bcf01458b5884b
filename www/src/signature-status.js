/**
 * Signature status: whether a signature holds, whatever the time says. Pure: the package's `verify`
 * comes in as an argument.
 */
import { keyText, malformedText } from "./refusal-text.js";

/** @typedef {import("./read-token.js").ReadToken} ReadToken */

/**
 * - `words`: the status, for announcing
 * - `detail`: what else to say, if anything
 * - `isWeak`: the secret is shorter than the algorithm asks for
 *
 * @typedef {{ state: string, words: string, detail?: string, isWeak?: boolean }} SignatureStatus
 */

/** The bytes that a secret should have: as many as the hash (RFC 7518 §3.2). */
export const SECRET_LENGTHS = new Map([
  ["HS256", 32],
  ["HS384", 48],
  ["HS512", 64],
]);

/** @type {SignatureStatus} */
export const NOT_CHECKED = { state: "not-checked", words: "not checked" };

/**
 * @param {string} reason
 * @returns {SignatureStatus}
 */
export function cannotBeChecked(reason) {
  return { state: "cannot", words: `cannot be checked: ${reason}` };
}

/**
 * Why no secret will do, if that is so. Known before anybody has typed one.
 *
 * @param {string} alg
 */
export function unsupported(alg) {
  if (SECRET_LENGTHS.has(alg)) return undefined;
  if (alg.toLowerCase() === "none")
    return cannotBeChecked("alg is none, so nobody has signed this token");
  return cannotBeChecked("this page checks HS256, HS384 and HS512 so far");
}

/**
 * Checks the signature of `token` with `secret`. A short secret is tried all the same.
 *
 * @param {(token: string, secret: string | Uint8Array, options: object) => unknown} verify
 * @param {string} token
 * @param {string | Uint8Array} secret
 * @returns {SignatureStatus}
 */
export function checkSignature(verify, token, secret) {
  // As bytes, since PEM text would be taken for the key that it is, and here a secret is asked for.
  const isPem = typeof secret === "string" && secret.includes("-----BEGIN ");
  const key = isPem ? new TextEncoder().encode(secret) : secret;
  const status = statusOf(() => verify(token, key, {}));
  if (!status.isTooShort) return status;
  return { ...statusOf(() => verify(token, key, { allowWeakKey: true })), isWeak: true };
}

/** @returns {SignatureStatus & { isTooShort?: boolean }} */
function statusOf(attempt) {
  const valid = { state: "valid", words: "valid with your key" };
  try {
    attempt();
    return valid;
  } catch (error) {
    switch (error.code) {
      case "ERR_JWT_SIGNATURE_INVALID": {
        const detail = "Another secret, another encoding of it, or the token was changed.";
        return { state: "invalid", words: "does not hold", detail };
      }
      // The signature is checked before the claims, so with these it held. The time has its own
      // status; of the rest the reader would not know.
      case "ERR_JWT_EXPIRED":
      case "ERR_JWT_NOT_YET_VALID":
        return valid;
      case "ERR_JWT_CLAIM_INVALID":
      case "ERR_JWT_CLAIM_MISMATCH":
      case "ERR_JWT_CLAIM_MISSING":
        return { ...valid, detail: `The token is to be refused all the same: ${error.message}.` };
      case "ERR_JWT_KEY_INVALID":
        return {
          ...cannotBeChecked(keyText(error)),
          isTooShort: error.reason === "secret shorter than the hash",
        };
      // The key was taken, so it is long enough for some algorithm but not for this token's.
      case "ERR_JWT_ALG_NOT_ALLOWED":
        return { ...cannotBeChecked("the secret does not fit the algorithm"), isTooShort: true };
      case "ERR_JWT_MALFORMED":
        return cannotBeChecked(malformedText(error));
      case "ERR_JWT_CRIT_UNSUPPORTED":
        return cannotBeChecked("its header asks for an extension that is not known here");
      default:
        return cannotBeChecked(error.message);
    }
  }
}
