/**
 * Segment reading: the state of one segment of a token. Pure.
 */
import { visible } from "./visible-text.js";

/**
 * - `role`: `header`, `payload`, `signature`; of a JWE `encrypted-key`, `iv`, `ciphertext`, `tag`;
 *   `extra` beyond them
 * - `state`: `ok`, `empty`, `absent`, `not-base64url`, `not-canonical`, `not-utf8`, `not-json`,
 *   `not-an-object`, `refused`
 * - `reason`: a code for words, if there is more to say, with its `parameters`
 * - `text`: what it says, if that is text
 *
 * @typedef {{
 *   role: string,
 *   length: number,
 *   bytes?: number,
 *   state: string,
 *   reason?: string,
 *   parameters?: Record<string, string | number>,
 *   text?: string,
 * }} SegmentReading
 */

/**
 * @param {string} role
 * @param {any} segment as `inspect` has it; absent if there is none
 * @param {string} written its base64url
 * @param {{ reason: string }} [fault] what is wrong with the members in it
 * @returns {SegmentReading}
 */
export function readSegment(role, segment, written, fault) {
  if (!segment) return { role, length: 0, state: "absent" };
  const { length, bytes, text } = segment;
  const own = {
    role,
    length,
    ...(bytes !== undefined && { bytes }),
    ...(text !== undefined && length > 0 && { text }),
  };
  if (length === 0) return { ...own, state: "empty" };
  const cause = causeOf(segment, fault);
  if (cause === undefined) return { ...own, state: "ok" };
  return {
    ...own,
    state: stateOf(cause, segment),
    reason: SLUGS.get(cause) ?? "other",
    parameters: parametersOf(cause, segment, written),
  };
}

/**
 * The object that `text` is, leniently: with a byte order mark, and of duplicates the last.
 *
 * @param {string | undefined} text
 * @returns {Record<string, unknown> | undefined}
 */
export function objectOf(text) {
  if (text === undefined) return undefined;
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (!/^\s*\{/.test(json.slice(0, 1000))) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether a reason is one that segments have, and not another message. */
export function isReason(reason) {
  return SLUGS.has(reason);
}

/** What is wrong, the gravest first: a segment that can be decoded may still be no JSON. */
function causeOf({ reason, text }, fault) {
  const isSpelling = reason !== undefined && SPELLINGS.has(reason);
  if ((isSpelling || reason === undefined) && text !== undefined && objectOf(text) === undefined) {
    return reason === undefined
      ? fault?.reason
      : text.includes("\ufffd")
        ? "not utf-8"
        : "not json";
  }
  return reason ?? fault?.reason;
}

function stateOf(cause, { bytes }) {
  // Another alphabet or white space can be read all the same.
  if (cause === "character outside base64url" && bytes !== undefined) return "not-canonical";
  return STATES.get(cause) ?? "refused";
}

function parametersOf(cause, { length, duplicates }, written) {
  if (cause === "character outside base64url") {
    const position = written.search(/[^\w-]/);
    const character = position < 0 ? "" : String.fromCodePoint(written.codePointAt(position) ?? 0);
    return { length, position: position + 1, character: visible(character) };
  }
  const names = duplicates
    ?.slice(0, MOST_NAMES)
    .map((name) => visible(name.slice(0, LONGEST_NAME)));
  return { length, ...(names && { names: names.join(", ") }) };
}

const SPELLINGS = new Set([
  "padded base64url",
  "character outside base64url",
  "spare bits set in base64url",
]);

const STATES = new Map([
  ["padded base64url", "not-canonical"],
  ["spare bits set in base64url", "not-canonical"],
  ["character outside base64url", "not-base64url"],
  ["impossible base64url length", "not-base64url"],
  ["not utf-8", "not-utf8"],
  ["not json", "not-json"],
  ["not a json object", "not-an-object"],
]);

/** What `inspect` says of segments, and the last parts of the keys of its words. */
const SLUGS = new Map([
  ["padded base64url", "padded"],
  ["character outside base64url", "character"],
  ["impossible base64url length", "length"],
  ["spare bits set in base64url", "spare-bits"],
  ["byte order mark", "byte-order-mark"],
  ["not utf-8", "not-utf8"],
  ["not json", "not-json"],
  ["not a json object", "not-an-object"],
  ["duplicate name", "duplicate-name"],
  ["lone surrogate", "lone-surrogate"],
  ["too deep", "too-deep"],
  ["too large", "too-large"],
  ["alg missing", "alg-missing"],
  ["alg not a string", "alg-not-text"],
  ["typ not a string", "typ-not-text"],
  ["kid not a string", "kid-not-text"],
  ["cty not a string", "cty-not-text"],
  ["b64 not a boolean", "b64-not-boolean"],
  ["crit not a list of distinct extension names in the header", "crit-list"],
]);

// A hostile token has thousands.
const MOST_NAMES = 10;
const LONGEST_NAME = 60;
