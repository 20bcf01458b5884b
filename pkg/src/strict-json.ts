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
  // Strings whole, with the colon that makes one a name; brackets; numbers.
  const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[[{]|[\]}]|-?\d[\d.eE+-]*/g;
  const names: (Set<string> | undefined)[] = [];
  let hasBigIntegers = false;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, inner, colon] = match;
    if (inner !== undefined) {
      if (!grammatical) continue;
      const string = inner.includes("\\") ? (JSON.parse(`"${inner}"`) as string) : inner;
      if (string !== inner && /\p{Surrogate}/u.test(string)) return { fault: "lone surrogate" };
      if (colon) {
        const own = names.at(-1)!;
        if (own.has(string)) return { fault: "duplicate name" };
        own.add(string);
      }
    } else if (whole === "{" || whole === "[") {
      if (names.push(whole === "{" ? new Set() : undefined) > MAX_DEPTH)
        return { fault: "too deep" };
    } else if (whole === "}" || whole === "]") {
      names.pop();
    } else {
      hasBigIntegers ||= /^-?\d{16,}$/.test(whole) && !Number.isSafeInteger(Number(whole));
    }
  }
  if (!grammatical) return { fault: "not json" };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { fault: "not a json object" };
  }
  return { value, hasBigIntegers };
}
