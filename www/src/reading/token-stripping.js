/**
 * Stripping: what people copy along with a token. Pure.
 */

/**
 * Takes off what surrounds the one thing in `text`: white space, quotation marks, a leading
 * `Bearer `, `Authorization:`. Nothing inside: what is wrong with a token itself is to be seen.
 *
 * @param {string} text
 * @returns {{ inner: string, stripped: string[] }} `stripped` has codes, each once
 */
export function strip(text) {
  const stripped = new Set();
  let inner = text;
  // In turns, because they nest either way: `"Bearer …"` in JSON, `Bearer "…"` in a shell.
  for (let turn = 0; turn < MOST_LAYERS; turn++) {
    const before = inner;
    for (const [code, take] of LAYERS) {
      const left = take(inner);
      if (left.length < inner.length) stripped.add(code);
      inner = left;
    }
    if (inner === before) break;
  }
  return { inner, stripped: [...stripped] };
}

/** @type {[code: string, take: (text: string) => string][]} */
const LAYERS = [
  ["bom", (text) => (text.startsWith("\ufeff") ? text.slice(1) : text)],
  ["white-space", (text) => trimmed(text)],
  ["header-name", (text) => text.replace(/^(?:proxy-)?authorization\s{0,9}[:=]\s{0,9}/i, "")],
  // The scheme's name is case-insensitive (RFC 9110 §11.1).
  ["scheme", (text) => text.replace(/^(?:bearer|jwt|token)(?:\s|%20){1,99}(?=\S)/i, "")],
  ["punctuation", (text) => (/["'”’][,;]$/.test(text.slice(-2)) ? text.slice(0, -1) : text)],
  ["quotes", (text) => (isQuoted(text) ? text.slice(1, -1) : text)],
];

/** Without white space at either end, also that of no width, which mail and chats put in. */
function trimmed(text) {
  const visible = text.trim();
  let [start, end] = [0, visible.length];
  while (start < end && INVISIBLE.has(visible[start])) start++;
  while (end > start && INVISIBLE.has(visible[end - 1])) end--;
  return visible.slice(start, end);
}

function isQuoted(text) {
  return text.length > 1 && QUOTES.get(text[0])?.includes(text[text.length - 1]);
}

const INVISIBLE = new Set(["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060"]);

const QUOTES = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["“", "”“"],
  ["”", "”"],
  ["„", "“”"],
  ["‘", "’‘"],
  ["‚", "‘’"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["<", ">"],
]);

const MOST_LAYERS = 16;
