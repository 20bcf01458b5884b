/**
 * Strict JSON without wasm: what `JSON.parse` lets pass and the core does not (RFC 8259).
 *
 * `JSON.parse` settles the grammar. One pass over the text then finds duplicate names, lone
 * surrogates, too much depth, and integers that a number would round.
 */

/** What a text is: its value, or what is wrong with it. */
export interface Outline {
  readonly value?: unknown;
  readonly fault?: string;
  /** Whether an integer beyond ±(2^53 − 1) stands in the text. */
  readonly hasBigIntegers?: boolean;
}

const MAX_DEPTH = 128;

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/** Reads `text` as one JSON object. */
export function outline(text: string): Outline {
  let value: unknown;
  let grammatical = true;
  try {
    value = JSON.parse(text);
  } catch {
    // Depth comes first: some engines give up on deep text before its grammar is known.
    grammatical = false;
  }
  /** The names of each object around, `undefined` for an array. */
  const names: (Set<string> | undefined)[] = [];
  let hasBigIntegers = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      const start = at;
      let escaped = false;
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) {
        if (text.charCodeAt(at) === BACKSLASH) {
          escaped = true;
          at++;
        }
      }
      if (!grammatical) continue;
      const isName = nextChar(text, at + 1) === COLON;
      if (!escaped && !isName) continue;
      const string = escaped ? JSON.parse(text.slice(start, at + 1)) : text.slice(start + 1, at);
      if (escaped && /\p{Surrogate}/u.test(string)) return { fault: "lone surrogate" };
      if (!isName) continue;
      const own = names.at(-1)!;
      if (own.has(string)) return { fault: "duplicate name" };
      own.add(string);
    } else if ((char | 32) === 123) {
      // "{" or "["
      if (names.push(char === 123 ? new Set() : undefined) > MAX_DEPTH)
        return { fault: "too deep" };
    } else if ((char | 32) === 125) {
      // "}" or "]"
      names.pop();
    } else if (isDigit(char)) {
      const start = at;
      while (isDigit(text.charCodeAt(at + 1))) at++;
      // 2^53 − 1 has 16 digits.
      if (at - start >= 15 && !/[.eE]/.test(text[at + 1]!)) {
        hasBigIntegers ||= !Number.isSafeInteger(Number(text.slice(start, at + 1)));
      }
    }
  }
  if (!grammatical) return { fault: "not json" };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { fault: "not a json object" };
  }
  return { value, hasBigIntegers };
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}

/** The next character from `at` on that is no white space. */
function nextChar(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++;
  return text.charCodeAt(at);
}
