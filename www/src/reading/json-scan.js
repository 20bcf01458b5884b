/**
 * JSON scan: strict JSON with the place of its first fault, for text that people are editing. Pure.
 *
 * `JSON.parse` says where a fault is in each browser otherwise, or not at all, and takes duplicate
 * names; the package refuses them, but says no place.
 */

/**
 * An outermost member: its name, and where name and value stand in the text.
 *
 * @typedef {{ name: string, nameStart: number, start: number, end: number }} Member
 */

/**
 * - `code`: `empty`, `syntax`, `duplicate-name`, `lone-surrogate`, `too-deep`, `number-too-large`
 * - `name`: the duplicate one
 *
 * @typedef {{ code: string, offset: number, name?: string }} Fault
 */

/**
 * Reads `text` by the package's rules. Names count after their escapes are undone.
 *
 * @param {string} text
 * @returns {{ lexemes: string[], members: Member[], fault?: undefined } | { fault: Fault }}
 */
export function scanJson(text) {
  const lexemes = [];
  const members = [];
  /** Open objects and arrays, innermost last; arrays have no names. */
  const open = [];
  let expected = VALUE;
  let offset = skipSpace(text, 0);
  if (offset === text.length) return { fault: { code: "empty", offset } };
  while (offset < text.length) {
    LEXEME.lastIndex = offset;
    const lexeme = LEXEME.exec(text)?.[0] ?? "";
    const kind = kindOf(lexeme);
    if (kind === "" || !expected.includes(kind)) return { fault: { code: "syntax", offset } };
    const names = open.at(-1)?.names;
    const isName = kind === '"' && (expected === NAME || expected === NAME_OR_END);
    const fault = kind === '"' || kind === "0" ? faultOf(lexeme, kind) : undefined;
    if (fault) return { fault: { code: fault, offset } };
    if (isName) {
      const name = JSON.parse(lexeme);
      if (names.has(name)) return { fault: { code: "duplicate-name", offset, name } };
      names.add(name);
      if (open.length === 1) members.push({ name, nameStart: offset, start: 0, end: 0 });
    } else if (expected === VALUE && open.length === 1 && names) {
      members[members.length - 1].start = offset;
    }
    const end = offset + lexeme.length;
    if (kind === "{") open.push({ names: new Set() });
    if (kind === "[") open.push({});
    if (open.length > MAX_DEPTH) return { fault: { code: "too-deep", offset } };
    if (kind === "}" || kind === "]") open.pop();
    const isInObject = open.at(-1)?.names !== undefined;
    const endsValue = !isName && '}]"0'.includes(kind);
    if (endsValue && open.length === 1 && isInObject) members[members.length - 1].end = end;
    expected = nextOf(kind, { isName, isInObject, isOutside: open.length === 0 });
    lexemes.push(lexeme);
    offset = skipSpace(text, end);
  }
  return expected === NOTHING ? { lexemes, members } : { fault: { code: "syntax", offset } };
}

/**
 * The line and column of `offset`, both counted from 1; columns count characters.
 *
 * @param {string} text
 * @param {number} offset
 */
export function placeOf(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

function skipSpace(text, offset) {
  SPACE.lastIndex = offset;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

/** A mark stands for itself, `"` for a string, `0` for a number or literal. */
function kindOf(lexeme) {
  const first = lexeme.charAt(0);
  return first === "" || '{}[],:"'.includes(first) ? first : "0";
}

function faultOf(lexeme, kind) {
  if (kind === '"') {
    return /\p{Surrogate}/u.test(JSON.parse(lexeme)) ? "lone-surrogate" : undefined;
  }
  // 1e400: readers make it infinite, or refuse it. The package reads integers exactly, however long.
  const isInfinite = Math.abs(Number(lexeme)) === Infinity && /[.eE]/.test(lexeme);
  return isInfinite ? "number-too-large" : undefined;
}

function nextOf(kind, { isName, isInObject, isOutside }) {
  if (isName) return ":";
  if (kind === "{") return NAME_OR_END;
  if (kind === "[") return VALUE_OR_END;
  if (kind === ":") return VALUE;
  if (kind === ",") return isInObject ? NAME : VALUE;
  if (isOutside) return NOTHING;
  return isInObject ? ",}" : ",]";
}

// RFC 8259 §2 to §7. Repetitions never overlap, so that the time is linear.
const SPACE = /[ \t\n\r]*/y;
const LEXEME =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

// What may come next, by kinds.
const VALUE = '{["0';
const VALUE_OR_END = '{["0]';
const NAME = '"';
const NAME_OR_END = '"}';
const NOTHING = "-";

/** The depth that the package takes. */
const MAX_DEPTH = 128;
