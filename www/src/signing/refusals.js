/**
 * Refusals of signing: the package's errors as codes with parameters. Pure.
 */
import { placeOf } from "../reading/json-scan.js";
import { seenText } from "../reading/seen-text.js";

/**
 * What is wrong with the text of a part, and where.
 *
 * @param {string} text
 * @param {import("../reading/json-scan.js").Fault} fault
 * @param {string} part `header` or `payload`
 * @returns {import("./draft.js").Refusal}
 */
export function faultRefusal(text, { code, offset, name }, part) {
  const named = name === undefined ? {} : { name: seenText(name) };
  return refusal(`${part}-${code}`, part, { ...placeOf(text, offset), ...named });
}

/**
 * @param {any} error what `encode` or `decode` threw
 * @param {unknown} [algorithm] the one that was asked for
 * @returns {import("./draft.js").Refusal}
 */
export function refusalOf(error, algorithm) {
  const name = typeof algorithm === "string" ? seenText(algorithm.slice(0, 40)) : "";
  const { code, reason = "" } = error;
  switch (code) {
    case "ERR_JWT_KEY_INVALID":
      return refusal(KEY_REASONS.get(reason) ?? reason, "key", { reason });
    case "ERR_JWT_ALG_NOT_ALLOWED":
      return refusal("key-does-not-fit", "key", { algorithm: name });
    case "ERR_JWT_CRIT_UNSUPPORTED":
      return refusal("crit-unsupported", "header", { name: seenText(error.extension ?? "b64") });
    case "ERR_JWT_CLAIM_INVALID":
      return refusal("not-a-date", "payload", { name: error.claim });
    case "ERR_JWT_MALFORMED":
      return malformed(error);
    default:
      break;
  }
  if (
    error instanceof TypeError &&
    /no algorithm of that name|option algorithm/.test(error.message)
  ) {
    return refusal("unknown-algorithm", "header", { algorithm: name });
  }
  return refusal("failed", "payload", { reason: error.message });
}

function malformed({ part, reason }) {
  const where = part === "header" ? "header" : "payload";
  const [, name] = /^(typ|kid|cty) not a string$/.exec(reason) ?? [];
  if (name) return refusal("not-text", where, { name });
  if (reason === "too large") return refusal(`${where}-too-large`, where);
  if (reason.startsWith("crit ")) return refusal("crit-malformed", where);
  if (reason.startsWith("b64 ")) return refusal("b64-malformed", where);
  return refusal("failed", where, { reason });
}

function refusal(code, part, parameters = {}) {
  return { code, part, parameters };
}

/** What is about signing; for the rest the package's reason stands as it is. */
const KEY_REASONS = new Map([
  ["no private part to sign with", "key-is-public"],
  ["use or key_ops does not allow it", "key-for-other-work"],
]);
