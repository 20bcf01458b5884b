/**
 * Token-like: what in a text can be a token. Pure.
 *
 * A run of base64url and dots is one if its first segment decodes to the beginning of a JSON object,
 * whatever its first letters are: `eyJ` is only how `{"` begins.
 */

/**
 * Whether a segment, or the first one of several, decodes to what a header begins with.
 *
 * @param {string} segment
 */
export function isHeaderLike(segment) {
  if (segment.startsWith("eyJ")) return true;
  // White space and a byte order mark have their own first letters; all others are no beginning.
  return FIRST_LETTERS.includes(segment[0]) && OBJECT.test(beginning(segment));
}

/**
 * The token that a run of base64url characters and dots holds, and where in it.
 *
 * @param {string} run
 * @returns {{ token: string, offset: number } | undefined}
 */
export function tokenIn(run) {
  const segments = run.split(".", MOST_SEGMENTS);
  let offset = 0;
  for (let at = 0; at + 2 < segments.length; at++) {
    const rest = segments.slice(at + 1);
    const count = isHeaderLike(segments[at]) ? segmentCount(segments[at], rest) : 0;
    if (count > 0) return { token: segments.slice(at, at + count).join("."), offset };
    offset += segments[at].length + 1;
  }
  return undefined;
}

/**
 * How many characters the signature has, by the `alg` of the header; none if that is not known.
 *
 * @param {string} header a segment
 * @returns {number[]}
 */
export function signatureLengths(header) {
  const alg = /"alg"\s*:\s*"([\w-]{1,20})"/.exec(decoded(header.slice(0, LONGEST_HEADER)))?.[1];
  return SIGNATURE_LENGTHS.get(alg ?? "") ?? [];
}

/** How many segments belong together: 3, 5, or 0 if this is no token. */
function segmentCount(header, rest) {
  // A sentence or an ellipsis may follow: its dots are no segments.
  let length = rest.length;
  while (length > 2 && rest[length - 1] === "") length--;
  const [second, third] = rest;
  const isObject = isHeaderLike(second);
  // `e30` is `{}`, but also the beginning of words and versions.
  if (header.length < SHORTEST_HEADER && !isObject) return 0;
  if (length === 4 && !isObject && rest.slice(1, 4).every(Boolean)) return 5;
  // A payload that travels elsewhere leaves its place empty (RFC 7515, appendix F).
  if (second === "") return third.length >= SHORTEST_SIGNATURE ? 3 : 0;
  return third !== "" || isObject ? 3 : 0;
}

/**
 * How much of a run belongs to an escape before it, such as `\n`, `\u0022` or `%22`.
 *
 * @param {string} run
 * @param {string} before
 */
export function escapeLength(run, before) {
  if (isHeaderLike(run)) return 0;
  const lengths = before === "\\" ? [1, 5] : before === "%" ? [2] : [];
  return lengths.find((length) => isHeaderLike(run.slice(length))) ?? 0;
}

function beginning(segment) {
  const few = segment.slice(0, 24);
  const dot = few.indexOf(".");
  return decoded(dot < 0 ? few : few.slice(0, dot));
}

/** The text of base64url as far as it goes; bytes as characters, because only ASCII is asked for. */
function decoded(segment) {
  const whole = segment.slice(0, segment.length - (segment.length % 4 === 1 ? 1 : 0));
  if (/[^\w-]/.test(whole)) return "";
  return atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
}

// An object's beginning, perhaps after a byte order mark, which is three bytes here.
const OBJECT = /^(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t\r\n]*(?:["}]|$)/;
const FIRST_LETTERS = ["e", "I", "C", "D", "7"];

const SHORTEST_HEADER = 8;
const SHORTEST_SIGNATURE = 22;
const LONGEST_HEADER = 2000;

// Escapes of JSON and member chains before a token are short; what follows it is not its business.
const MOST_SEGMENTS = 12;

const RSA = [171, 342, 512, 683, 1366];

/** @type {ReadonlyMap<string, number[]>} */
const SIGNATURE_LENGTHS = new Map(
  /** @type {[string, number[]][]} */ ([
    ["none", [0]],
    ["HS256", [43]],
    ["HS384", [64]],
    ["HS512", [86]],
    ["ES256", [86]],
    ["ES256K", [86]],
    ["ES384", [128]],
    ["ES512", [176]],
    ["EdDSA", [86, 152]],
    ["Ed25519", [86]],
    ["ML-DSA-44", [3227]],
    ["ML-DSA-65", [4412]],
    ["ML-DSA-87", [6170]],
    ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"].map((alg) => [alg, RSA]),
  ]),
);
