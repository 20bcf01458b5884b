/**
 * Draft: a token's header and claims as text to be edited and signed. Pure: the package's functions
 * come in as arguments.
 *
 * Signing is an act of its own. Nothing here looks at a signature: on a page that signs while it
 * verifies, every key would fit.
 */
import { prettyJson, segmentText } from "../reading/json-text.js";
import { scanJson } from "../reading/json-scan.js";
import { faultRefusal, refusalOf } from "./refusals.js";
import { toSegment } from "./segment.js";

export { moveDates } from "./move-dates.js";

/** @typedef {{ headerText: string, payloadText: string }} Draft */

/**
 * - `part`: `header`, `payload` or `key`: where it is to be put right
 * - `code`: `signing.refusal.<code>` in the page's strings; for a key that cannot be used the package's
 *   reason, `cannot.<reason>` there
 *
 * @typedef {{ code: string, part: string, parameters: Record<string, string | number> }} Refusal
 */

/**
 * The token's own text, laid out. What is no JSON stays as it is, to be put right.
 *
 * @param {{ headerText?: string, payloadText?: string }} reading
 * @returns {Draft}
 */
export function draftFrom({ headerText = "", payloadText = "" }) {
  return { headerText: laidOut(headerText), payloadText: laidOut(payloadText) };
}

/**
 * Signs a draft, or says what is wrong with it.
 *
 * - `key`: what the package's `encode` takes; none is needed for `none`
 * - `algorithm`: default what the draft's header says; if both do, this one counts
 *
 * Warnings are codes, `signing.warning.<code>` in the page's strings.
 *
 * @param {Draft} draft
 * @param {any} key
 * @param {{ encode: Function, decode: Function, algorithm?: string }} parts
 * @returns {{ token: string, warnings: string[] } | { refusal: Refusal }}
 */
export function signDraft({ headerText, payloadText }, key, { encode, decode, algorithm }) {
  const header = readObject(headerText, "header", decode);
  if ("refusal" in header) return header;
  const payload = readObject(payloadText, "payload", decode);
  if ("refusal" in payload) return payload;

  const { alg, ...members } = header.value;
  const asked = algorithm ?? alg;
  if (asked === undefined) return refused("algorithm-needed", "header");
  if (asked === "none") {
    return { token: unsecured(headerText, payloadText), warnings: ["unsecured"] };
  }
  if (key === undefined) return refused("key-missing", "key");
  const warnings = Object.hasOwn(members, "typ") ? [] : ["typ-added"];
  try {
    const { token, isShort } = sign(encode, payload.value, key, {
      algorithm: asked,
      header: members,
    });
    if (isShort) warnings.push("short-secret");
    const before = [...header.numbers, ...payload.numbers];
    if (isRewritten(before, token)) warnings.push("numbers-rewritten");
    return { token, warnings };
  } catch (error) {
    return { refusal: refusalOf(error, asked) };
  }
}

function laidOut(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  return prettyJson(text);
}

/** Reads an object exactly: big integers are `bigint`. */
function readObject(text, part, decode) {
  const { fault, lexemes = [] } = scanJson(text);
  if (fault) {
    return { refusal: faultRefusal(text, fault, part) };
  }
  if (lexemes[0] !== "{") return refused(`${part}-not-an-object`, part);
  try {
    // As claims, whichever part it is: of a header `decode` would want more than of claims.
    const value = decode(`${toSegment('{"alg":"none"}')}.${toSegment(text)}.AA`).payload;
    return { value, numbers: lexemes.filter(isNumber) };
  } catch (error) {
    return { refusal: { ...refusalOf(error), part } };
  }
}

/** A short secret is for tests, where nobody is kept out: it signs, and is said to be short. */
function sign(encode, claims, key, options) {
  try {
    return { token: encode(claims, key, options), isShort: isShortSecret(key, options.algorithm) };
  } catch (error) {
    if (error.reason !== "secret shorter than the hash") throw error;
    return { token: encode(claims, key, { ...options, allowWeakKey: true }), isShort: true };
  }
}

/** Whether `key` is a `Key` of the package that was told to let a short secret pass. */
function isShortSecret(key, algorithm) {
  const hashBytes = SECRET_BYTES.get(algorithm);
  if (hashBytes === undefined || key?.kty !== "oct" || typeof key.toJwk !== "function")
    return false;
  return Math.floor((key.toJwk({ private: true }).k.length * 3) / 4) < hashBytes;
}

/** A token that nobody signs (RFC 7515 §A.5), of the draft's own text. */
function unsecured(headerText, payloadText) {
  const others = scanJson(headerText).members.filter(({ name }) => name !== "alg");
  const members = others.map(
    ({ name, start, end }) => `${JSON.stringify(name)}:${compact(headerText.slice(start, end))}`,
  );
  const header = `{${['"alg":"none"', ...members].join()}}`;
  return `${toSegment(header)}.${toSegment(compact(payloadText))}.`;
}

function compact(text) {
  return scanJson(text).lexemes.join("");
}

/** Whether numbers changed their text on the way: `1.0` and `1e3` become `1` and `1000`. */
function isRewritten(before, token) {
  const segments = token.split(".", 2).map(segmentText);
  const after = segments.flatMap((text) => scanJson(text).lexemes.filter(isNumber));
  return before.sort().join() !== after.sort().join();
}

function isNumber(lexeme) {
  return /^[-\d]/.test(lexeme);
}

function refused(code, part, parameters = {}) {
  return { refusal: { code, part, parameters } };
}

/** The bytes that a secret should have: as many as the hash (RFC 7518 §3.2). */
const SECRET_BYTES = new Map([
  ["HS256", 32],
  ["HS384", 48],
  ["HS512", 64],
]);
