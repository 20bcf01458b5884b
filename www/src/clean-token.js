/**
 * Cleaning: what people copy along with a token. Pure.
 */

/**
 * Takes off what surrounds a token: white space, quotes, a leading `Bearer `.
 *
 * Nothing else, and nothing inside: what is wrong with the token itself is to be seen.
 *
 * @param {string} text
 * @returns {{ token: string, stripped: string[] }} `stripped` names what was taken off, for people
 */
export function cleanToken(text) {
  const stripped = new Set();
  let token = text;
  // In turns, because they nest either way: `"Bearer …"` in JSON, `Bearer "…"` in a shell.
  for (let before; before !== token;) {
    before = token;
    for (const [name, strip] of LAYERS) {
      const inner = strip(token);
      if (inner !== token) stripped.add(name);
      token = inner;
    }
  }
  return { token, stripped: [...stripped] };
}

/** @type {[name: string, strip: (text: string) => string][]} */
const LAYERS = [
  ["white space", (text) => text.trim()],
  // The scheme's name is case-insensitive (RFC 9110 §11.1).
  ["“Bearer”", (text) => text.replace(/^bearer\s+/i, "")],
  ["quotes", (text) => (isQuoted(text) ? text.slice(1, -1) : text)],
];

function isQuoted(text) {
  return text.length > 1 && /^["'`]/.test(text) && text.at(-1) === text[0];
}
