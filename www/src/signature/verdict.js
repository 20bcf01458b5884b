/**
 * Verdict: whether a token's signature holds, whatever the time says. Pure: the package's `inspect`
 * comes in as an argument.
 *
 * It only ever reads the token: on a page that signs with what is typed, every key would fit.
 */
import { embeddedKey } from "./embedded-key.js";

/** @typedef {import("../keys/read-key.js").KeyReading} KeyReading */

/**
 * - `state`: `not-checked`, `valid`, `embedded` (holds under a key that the token itself carries, which
 *   proves nothing), `invalid` or `cannot`
 * - `reason`: why it cannot be checked: a code, with its parameters
 * - `hints`: codes of `inspect`, likely causes
 * - `report`: of `inspect`, if it was asked
 *
 * @typedef {{
 *   state: string,
 *   kid?: string,
 *   reason?: string,
 *   parameters?: Record<string, string>,
 *   hints: { code: string, algorithm?: string, keyIndex?: number }[],
 *   report?: any,
 * }} Verdict
 */

/** Hints that are about the signature; the others are among the findings. */
const SIGNATURE_HINTS = new Set([
  "secret-is-base64",
  "secret-is-hex",
  "secret-is-padded",
  "secret-is-quoted",
  "secret-lacks-newline",
  "secret-is-encoded",
  "other-algorithm",
  "signature-is-der",
  "other-kid",
  "public-key-as-secret",
  "other-curve",
  "other-kind",
  "other-key",
]);

/**
 * @param {{ inspect: Function, Key: any }} parts the package's
 * @param {import("../reading/read-token.js").Reading} reading
 * @param {KeyReading} key
 * @param {{ passphrase?: string, maxTokenBytes?: number, report?: any }} [options] `report`: what
 *   `inspect` says now without a key, so that a long token is not read twice
 * @returns {Verdict}
 */
export function verdictOf(
  { inspect, Key },
  reading,
  key,
  { passphrase, maxTokenBytes, report: known } = {},
) {
  const cannot = (reason, parameters, report) => {
    return { state: "cannot", reason, parameters, hints: hintsOf(report), report };
  };
  if (reading.form === "jwe") return cannot("jwe");
  if (key.kind === "refused") return cannot(key.reason);
  const options = {
    maxTokenBytes,
    // A short secret is tried all the same; the findings say that it is short.
    allowWeakKey: true,
    ...(passphrase && { passphrase }),
  };
  const input = key.kind === "none" ? undefined : key.input;
  const report = (input === undefined && known) || inspect(reading.token, input, options);
  const checks = new Map(report.checks.map((check) => [check.name, check]));
  const faulty = ["form", "crit", "alg"].find((name) => checks.get(name)?.outcome === "failed");
  if (faulty) return cannot(...refusal(faulty, checks.get(faulty), reading), report);

  const signature = checks.get("signature");
  if (key.kind === "none") {
    const found = embeddedKey(reading.header, Key);
    const holds = found && inspect(reading.token, found, options).checks;
    const isHeld = holds?.some(({ name, outcome }) => name === "signature" && outcome === "passed");
    return { state: isHeld ? "embedded" : "not-checked", hints: [], report };
  }
  if (signature?.outcome === "passed") {
    const { kid } = report.keys.find((one) => one.matched) ?? {};
    return { state: "valid", hints: [], report, ...(kid !== undefined && { kid }) };
  }
  if (signature?.outcome === "failed") return { state: "invalid", hints: hintsOf(report), report };
  return cannot(...refusal("key", checks.get("key"), reading), report);
}

/** Why a check says that nothing can be checked, as a code and its parameters. */
function refusal(name, check, { alg = "" }) {
  if (name === "form") return ["malformed", {}];
  if (name === "crit") return ["crit", {}];
  if (name === "alg") {
    if (alg.toLowerCase() === "none") return ["none", {}];
    return ["alg", { alg }];
  }
  switch (check?.code) {
    case "ERR_JWT_KEY_NOT_FOUND":
      return ["kid", { kid: check.actual ?? "", offered: check.expected ?? "" }];
    case "ERR_JWT_ALG_NOT_ALLOWED":
      return ["key-not-for-alg", { alg }];
    default:
      // `key: not der of this kind of key`: the list of reasons is closed.
      return [(check?.reason ?? "").replace(/^\w+: /, ""), {}];
  }
}

function hintsOf(report) {
  return (report?.hints ?? []).filter(({ code }) => SIGNATURE_HINTS.has(code));
}
