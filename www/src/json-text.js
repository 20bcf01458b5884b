/**
 * JSON text: laying it out without changing a letter of its values. Pure.
 *
 * Reading and writing it again would round big integers and turn `1.0` into `1`. All functions take
 * text that is known to be JSON.
 */

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
  const lexemes = text.match(LEXEME) ?? [];
  let depth = 0;
  let laidOut = "";
  const newLine = () => `\n${"  ".repeat(depth)}`;
  lexemes.forEach((lexeme, index) => {
    const isEmpty = isOpening(lexemes[index - 1]) && isClosing(lexeme);
    if (isClosing(lexeme)) depth--;
    if (isClosing(lexeme) && !isEmpty) laidOut += newLine();
    laidOut += lexeme;
    if (isOpening(lexeme)) depth++;
    if (lexeme === ":") laidOut += " ";
    if (lexeme === "," || (isOpening(lexeme) && !isClosing(lexemes[index + 1]))) {
      laidOut += newLine();
    }
  });
  return visible(laidOut);
}

/**
 * The members of the object `text`, each value as it is written there.
 *
 * @param {string} text
 * @returns {Map<string, string>} values by name
 */
export function memberTexts(text) {
  const members = new Map();
  let depth = 0;
  let name = "";
  let start = 0;
  for (const { 0: lexeme, index } of text.matchAll(LEXEME)) {
    if (depth === 1 && lexeme === ":" && start === 0) start = index + 1;
    const ends = depth === 1 && (lexeme === "," || lexeme === "}");
    if (ends && start > 0) {
      members.set(name, visible(text.slice(start, index).trim()));
      start = 0;
    } else if (depth === 1 && start === 0 && lexeme.startsWith('"')) {
      name = JSON.parse(lexeme);
    }
    if (isOpening(lexeme)) depth++;
    if (isClosing(lexeme)) depth--;
  }
  return members;
}

// A string, a number or literal, or a mark.
const LEXEME = /"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:[\]{}"]+|[,:[\]{}]/g;

function isOpening(lexeme) {
  return lexeme === "{" || lexeme === "[";
}

function isClosing(lexeme) {
  return lexeme === "}" || lexeme === "]";
}

/**
 * Writes the invisible characters that turn the direction of text as escapes: left alone, they make
 * one claim look like another. In JSON the escape is the same character.
 */
function visible(text) {
  return text.replace(
    /\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
