/**
 * Comparing: what differs between two tokens, or between two texts of one. Pure.
 *
 * By the text of values, since `1` and `1.0`, or two large integers, are the same to `JSON.parse`. Layout
 * and the order of outermost members make no difference, nor does how a character is escaped.
 */
import { memberTexts } from "../reading/json-text.js";
import { isNumericDate } from "../time/date-text.js";

/**
 * - `before`, `after`: the value's text there; absent if the member is
 * - `seconds`: by how much a date moved, if it is one in both
 *
 * @typedef {{
 *   part: "header" | "payload",
 *   name: string,
 *   change: "added" | "removed" | "changed" | "same",
 *   before?: string,
 *   after?: string,
 *   seconds?: number,
 * }} ComparedMember
 */

/**
 * Every member of header and payload, in the order of the first token, then what only the second has.
 * What cannot be read has no members.
 *
 * @param {{ headerText?: string, payloadText?: string }} before
 * @param {{ headerText?: string, payloadText?: string }} after
 * @returns {ComparedMember[]}
 */
export function compareTokens(before, after) {
  return [
    ...compareTexts("header", before.headerText, after.headerText),
    ...compareTexts("payload", before.payloadText, after.payloadText),
  ];
}

/**
 * The names of the outermost members that differ.
 *
 * @param {string} beforeText JSON text of an object
 * @param {string} afterText
 * @returns {{ added: string[], removed: string[], changed: string[] }}
 */
export function changedMembers(beforeText, afterText) {
  const rows = compareTexts("payload", beforeText, afterText);
  const names = (change) => rows.filter((row) => row.change === change).map(({ name }) => name);
  return { added: names("added"), removed: names("removed"), changed: names("changed") };
}

/** The claims that are dates, of the RFC, OpenID Connect and makers. */
export const COMPARED_DATES = new Set([
  "exp",
  "nbf",
  "iat",
  "auth_time",
  "updated_at",
  "refresh_exp",
  "orig_iat",
  "toe",
  "xms_tcdt",
]);

/** @returns {ComparedMember[]} */
function compareTexts(part, beforeText, afterText) {
  const before = membersOf(beforeText);
  const after = membersOf(afterText);
  const rows = [...before].map(([name, text]) => {
    const other = after.get(name);
    if (other === undefined) return { part, name, change: "removed", before: text };
    const isSame = text === other || plain(text) === plain(other);
    const change = isSame ? "same" : "changed";
    return { part, name, change, before: text, after: other, ...moved(part, name, text, other) };
  });
  for (const [name, text] of after) {
    if (!before.has(name)) rows.push({ part, name, change: "added", after: text });
  }
  return rows;
}

function membersOf(text = "") {
  try {
    const value = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? memberTexts(text) : new Map();
  } catch {
    return new Map();
  }
}

function moved(part, name, before, after) {
  if (part !== "payload" || !COMPARED_DATES.has(name)) return {};
  const [from, to] = [JSON.parse(before), JSON.parse(after)];
  return isNumericDate(from) && isNumericDate(to) && from !== to ? { seconds: to - from } : {};
}

/** JSON text without layout, and with each character of strings written in one way. */
function plain(text) {
  const lexemes = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:[\]{}"]+|[,:[\]{}]/g) ?? [];
  return lexemes
    .map((lexeme) => (lexeme[0] === '"' ? JSON.stringify(JSON.parse(lexeme)) : lexeme))
    .join("");
}
