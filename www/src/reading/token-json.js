/**
 * Token JSON: the texts in a JSON document in which tokens may be, with the path to each. Pure.
 */

/**
 * Reads `text` as JSON, however much white space is round it.
 *
 * @param {string} text
 * @returns {object | undefined} an object or an array
 */
export function parseContainer(text) {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The strings of `document` that are long enough for a token, in its order; JSON inside a string is
 * opened as well.
 *
 * With a stack of its own: a hostile document is deeper than calls can go.
 *
 * @param {object} document
 * @returns {Iterable<{ text: string, place: () => { name: string, header?: string } }>} `name`: the
 *   path to it; `header`: it is the value of this header
 */
export function* textsIn(document) {
  /** @type {{ value: any, path: any, depth: number }[]} */
  const stack = [{ value: document, path: undefined, depth: 0 }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, path, depth } = item;
    if (typeof value === "string") {
      const isOpened = value.length >= SHORTEST && depth < DEEPEST;
      const inner = isOpened ? parseContainer(value) : undefined;
      if (inner) stack.push({ value: inner, path, depth: depth + 1 });
      else if (value.length >= SHORTEST) yield { text: value, place: () => nameOf(path) };
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    const children = Object.entries(opened(value));
    // Arrays and records of a name and a value, as HAR has them, are known by that name.
    const own = isPair(value) ? value.name : undefined;
    for (let at = children.length - 1; at >= 0; at--) {
      const [key, child] = children[at];
      if (typeof child !== "string" && typeof child !== "object") continue;
      const isNamed = own !== undefined && key === "value";
      const childPath = isNamed
        ? { key: own, parent: path?.parent, isPair: true }
        : { key, parent: path };
      stack.push({ value: child, path: childPath, depth });
    }
  }
}

function isPair(value) {
  return typeof value.name === "string" && typeof value.value === "string";
}

/** A HAR body in base64 is opened first. */
function opened(value) {
  if (value.encoding !== "base64" || typeof value.text !== "string") return value;
  try {
    return { ...value, text: atob(value.text) };
  } catch {
    return value;
  }
}

/** The path in words: `access`, `response.headers.authorization`. */
function nameOf(path) {
  const keys = [];
  for (let at = path; at && keys.length <= MOST_KEYS; at = at.parent) keys.unshift(at.key);
  const isHeader = path?.isPair && path.parent?.key === "headers";
  if (isHeader) keys[keys.length - 1] = path.key.toLowerCase();
  if (keys.length > MOST_KEYS) keys[0] = "…";
  const name = keys.join(".").replace(/^log\.entries\.\d+\./, "");
  return { name: name.slice(-LONGEST_NAME), ...(isHeader && { header: path.key }) };
}

const SHORTEST = 12;
// Each level doubles the backslashes of the one inside, so that real ones have two or three.
const DEEPEST = 5;
const MOST_KEYS = 8;
const LONGEST_NAME = 120;
