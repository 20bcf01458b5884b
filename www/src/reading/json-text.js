/**
 * JSON text: laying it out without changing a letter of its values. Pure.
 *
 * Reading and writing it again would round big integers and turn `1.0` into `1`. Text that is no
 * JSON is shown as it is.
 */
import { visible } from "./visible-text.js";

export { visible };

/**
 * The text of a segment of a token whose form is right.
 *
 * @param {string} segment canonical base64url of UTF-8
 */
export function segmentText(segment) {
  const binary = atob(segment.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/**
 * Lays `text` out over several lines; numbers and strings stay as they are written.
 *
 * @param {string} text
 */
export function prettyJson(text) {
  let laidOut = "";
  layOut(text, (_, lexeme) => {
    laidOut += lexeme;
    return true;
  });
  return laidOut;
}

/**
 * The pieces of the laid out `text`, for colouring. What is nested very deep stays on its line.
 *
 * - `kind`: `name`, `string`, `number`, `literal`, `mark`, `space`; `text` for what is no JSON
 *
 * @param {string} text
 * @returns {[kind: string, text: string][]}
 */
export function jsonLexemes(text) {
  return jsonHead(text, Infinity).pieces;
}

/**
 * The first `limit` characters of the pieces of the laid out `text`. The rest is not laid out.
 *
 * @param {string} text
 * @param {number} limit
 * @returns {{ pieces: [kind: string, text: string][], isCut: boolean }}
 */
export function jsonHead(text, limit) {
  /** @type {[string, string][]} */
  const pieces = [];
  let left = limit;
  layOut(text, (kind, lexeme) => {
    if (left > 0) pieces.push([kind, lexeme.slice(0, left)]);
    left -= lexeme.length;
    return left >= 0;
  });
  return { pieces, isCut: left < 0 };
}

/**
 * @param {string} text
 * @param {(kind: string, text: string) => boolean} emit whether it wants more
 */
function layOut(text, emit) {
  const mark = text.startsWith("\ufeff") ? text[0] : "";
  const json = text.slice(mark.length);
  if (!isJson(json)) {
    emit("text", visible(text));
    return;
  }
  if (mark) emit("text", visible(mark));
  const lexemes = new RegExp(LEXEME);
  const take = () => lexemes.exec(json)?.[0] ?? "";
  let depth = 0;
  const newLine = () => {
    if (depth <= DEEPEST) emit("space", INDENTS[depth]);
  };
  let before = "";
  let next = take();
  for (let lexeme = next; lexeme !== ""; before = lexeme, lexeme = next) {
    next = take();
    if (isClosing(lexeme)) {
      depth--;
      if (!isOpening(before)) newLine();
    }
    if (!emit(kindOf(lexeme, next), lexeme[0] === '"' ? visible(lexeme) : lexeme)) return;
    if (isOpening(lexeme)) {
      depth++;
      if (!isClosing(next)) newLine();
    } else if (lexeme === ":") {
      emit("space", " ");
    } else if (lexeme === ",") {
      newLine();
    }
  }
}

/**
 * The members of the object `text`, each value as it is written there; of members of one name the
 * last, as `JSON.parse` has it. None if it is no object.
 *
 * @param {string} text
 * @returns {Map<string, string>} values by name
 */
export function memberTexts(text) {
  return new Map(members(text));
}

/**
 * The names that the object `text` has more than once, each with all of its values as written.
 *
 * @param {string} text
 * @returns {Map<string, string[]>}
 */
export function duplicateTexts(text) {
  const values = new Map();
  for (const [name, value] of members(text)) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return new Map([...values].filter(([, texts]) => texts.length > 1));
}

/** @returns {[name: string, value: string][]} */
function members(text) {
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (!/^\s*\{/.test(json.slice(0, 1000)) || !isJson(json)) return [];
  /** @type {[string, string][]} */
  const found = [];
  let depth = 0;
  let name = "";
  let start = 0;
  for (const { 0: lexeme, index } of json.matchAll(LEXEME)) {
    if (depth === 1) {
      if (lexeme === ":" && start === 0) start = index + 1;
      else if (start > 0 && (lexeme === "," || lexeme === "}")) {
        found.push([name, visible(json.slice(start, index).trim())]);
        start = 0;
      } else if (start === 0 && lexeme[0] === '"') name = JSON.parse(lexeme);
    }
    if (isOpening(lexeme)) depth++;
    else if (isClosing(lexeme)) depth--;
  }
  return found;
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function kindOf(lexeme, next) {
  const first = lexeme[0];
  if (first === '"') return next === ":" ? "name" : "string";
  if (first === "-" || (first >= "0" && first <= "9")) return "number";
  return first >= "a" && first <= "z" ? "literal" : "mark";
}

function isOpening(lexeme) {
  return lexeme === "{" || lexeme === "[";
}

function isClosing(lexeme) {
  return lexeme === "}" || lexeme === "]";
}

// A string, a number or literal, or a mark.
const LEXEME = /"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:[\]{}"]+|[,:[\]{}]/g;

// Indentation of thousands of levels would grow with the square of the text.
const DEEPEST = 20;
const INDENTS = Array.from({ length: DEEPEST + 1 }, (_, depth) => `\n${"  ".repeat(depth)}`);
