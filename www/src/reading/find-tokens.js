/**
 * Finding tokens: in whatever people copy, from a bare token to a recording of a browser's traffic.
 * Pure.
 */
import { parseContainer, textsIn } from "./token-json.js";
import { isHeaderLike } from "./token-like.js";
import { placeOf } from "./token-place.js";
import { scanTokens } from "./token-scan.js";
import { strip } from "./token-stripping.js";

/**
 * - `source`: `text`, `bearer`, `authorization`, `cookie`, `query`, `fragment`, `form`, `json`,
 *   `body`, `embedded`
 * - `name`: which cookie, parameter or member, for JSON the path to it
 * - `isWrapped`: line breaks inside were taken out
 *
 * @typedef {{ token: string, source: string, name?: string, isWrapped?: boolean }} Found
 */

/**
 * Finds the tokens of `text`, in its order, each once.
 *
 * If there is none, what was pasted is the one thing found, so that what is wrong with it can be
 * shown. Nothing inside a sole token is repaired, but for line breaks.
 *
 * @param {string} text
 * @returns {{ found: Found[], stripped: string[], pair?: { access: number, refresh: number } }}
 *   `stripped`: codes of what was round a sole token; `pair`: the places of two tokens that were
 *   issued together
 */
export function findTokens(text) {
  const { inner, stripped } = strip(text);
  if (inner === "") return { found: [], stripped: [] };
  const source = stripped.includes("header-name")
    ? "authorization"
    : stripped.includes("scheme")
      ? "bearer"
      : "text";
  const sole = soleToken(inner);
  if (sole) {
    const found = [{ token: sole.token, source, ...(sole.isWrapped && { isWrapped: true }) }];
    return { found, stripped: sole.isWrapped ? [...stripped, "wrapping"] : stripped };
  }
  const found = inJson(inner) ?? inText(text);
  if (found.length > 0) return { found, stripped: [], ...pairOf(found) };
  const meant = /\s/.test(inner) ? MEANT.exec(text) : null;
  if (meant) return { found: [{ token: meant[2], source: meantSource(meant[1]) }], stripped: [] };
  return { found: [{ token: inner, source }], stripped };
}

/** The whole text as a token, if it begins like one and nothing else is in it. */
function soleToken(text) {
  if (!isHeaderLike(text.slice(0, 24).split(/[.\s]/, 1)[0])) return undefined;
  if (!/[\s&;,"'<>()#?{}[\]]/.test(text)) return { token: text, isWrapped: false };
  const { whole, partial } = scanTokens(text, 2);
  const [only] = whole;
  if (whole.length === 1 && only.start === 0 && only.end === text.length) return only;
  if (whole.length > 0) return undefined;
  if (partial.length > 1) return undefined;
  // Of one width, lines hold together whatever is wrong with them.
  const lines = text.split(/[ \t\\]*\r?\n[ \t>|]*/);
  const isWrapped = lines.length > 1 && lines.every((line) => /^[^\s"'{}()<>&#,;]+$/.test(line));
  return isWrapped ? { token: lines.join(""), isWrapped } : undefined;
}

/** @returns {Found[] | undefined} undefined if the text is no JSON */
function inJson(text) {
  const document = parseContainer(text);
  if (!document) return undefined;
  /** @type {Map<string, Found>} */
  const found = new Map();
  /** @type {Found | undefined} */
  let meant;
  for (const { text: value, place } of textsIn(document)) {
    if (found.size >= MOST) break;
    const tokens = value.includes(".") || value.includes("%") ? inText(value) : [];
    if (tokens.length === 0 && !isHeaderLike(value)) continue;
    const { name, header } = place();
    const { inner } = strip(value);
    if (header && /cookie$/i.test(header)) {
      add(found, inText(`${header}: ${value}`));
    } else if (tokens.length > 0) {
      add(
        found,
        tokens.map((one) => placed(one, name, inner)),
      );
    } else if (MEANT_MEMBER.test(name)) {
      meant ??= { token: inner, source: "json", name };
    }
  }
  return found.size === 0 && meant ? [meant] : [...found.values()].slice(0, MOST);
}

/** A token of a string in JSON is known by its path, unless it has a name in that string. */
function placed(one, name, inner) {
  if (one.name !== undefined) return one;
  return { ...one, source: one.token === inner ? "json" : "embedded", name };
}

function add(found, more) {
  for (const one of more) if (!found.has(one.token)) found.set(one.token, one);
}

/** @returns {Found[]} */
function inText(text) {
  const plain = unescaped(text);
  const { whole } = scanTokens(plain, MOST);
  return whole.map(({ token, start, end, isWrapped }) => ({
    token,
    ...placeOf(plain, start, end),
    ...(isWrapped && { isWrapped }),
  }));
}

/** Percent-encoding taken off, as often as it was put on. A token has no percent sign. */
function unescaped(text) {
  let plain = text;
  for (let turn = 0; turn < 3 && ENCODED.test(plain); turn++) {
    plain = plain.replace(/%([2-7][0-9a-f])/gi, (_, code) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }
  return plain;
}

/** Two tokens of one answer: simplejwt's `access` and `refresh`, OAuth's names for them. */
function pairOf(found) {
  for (const [accessName, refreshName] of PAIRS) {
    for (const [access, one] of found.entries()) {
      const prefix = prefixOf(one.name, accessName);
      if (prefix === undefined) continue;
      const refresh = found.findIndex(({ name }) => prefixOf(name, refreshName) === prefix);
      if (refresh >= 0) return { pair: { access, refresh } };
    }
  }
  return {};
}

function prefixOf(name, last) {
  if (name === last) return "";
  return name?.endsWith(`.${last}`) ? name.slice(0, -last.length) : undefined;
}

function meantSource(header) {
  return header ? "authorization" : "bearer";
}

const MOST = 200;

const PAIRS = [
  ["access", "refresh"],
  ["access_token", "refresh_token"],
  ["accessToken", "refreshToken"],
];

// What stands after `Bearer` in an `Authorization` line was meant to be a token, whatever it is.
const MEANT =
  /(?:^|[\s"'])(authorization\s{0,9}:\s{0,9})(?:bearer|jwt|token)\s{1,9}["']?([^\s"',;]+)/i;
const MEANT_MEMBER = /(?:^|[._])(?:access|refresh|token|jwt|id|accessToken|refreshToken)$/;
const ENCODED = /%(?:2[0-9a-f]|3[ad]|[57][bd])/i;
