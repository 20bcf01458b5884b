/**
 * Token scan: the tokens in any text, in one pass. Pure.
 */
import { escapeLength, isHeaderLike, signatureLengths, tokenIn } from "./token-like.js";

/**
 * - `start`, `end`: where it stands in the text, line breaks included
 * - `isWhole`: it has three or five segments; otherwise it only begins like a token
 *
 * @typedef {{ token: string, start: number, end: number, isWrapped: boolean, isWhole: boolean }} Candidate
 */

/**
 * Finds what is token-like in `text`, in its order. Each token once.
 *
 * @param {string} text
 * @param {number} limit how many are looked for
 * @returns {{ whole: Candidate[], partial: Candidate[] }}
 */
export function scanTokens(text, limit) {
  const whole = new Map();
  const partial = [];
  const run = new RegExp(RUN, "g");
  for (let match = run.exec(text); match && whole.size < limit; match = run.exec(text)) {
    for (const candidate of candidatesIn(text, match[0], match.index)) {
      if (!candidate.isWhole) {
        if (partial.length < limit) partial.push(candidate);
      } else if (!whole.has(candidate.token)) {
        whole.set(candidate.token, candidate);
      }
      run.lastIndex = Math.max(run.lastIndex, candidate.end);
    }
  }
  return { whole: [...whole.values()], partial };
}

/** The tokens of one run of characters, which may go on in the next lines. */
function candidatesIn(text, run, index) {
  const candidates = [];
  const skipped = escapeLength(run, text[index - 1] ?? "");
  let rest = run.slice(skipped);
  let start = index + skipped;
  if (!rest.includes(".") && !isHeaderLike(rest)) return NONE;
  while (rest.length >= SHORTEST && candidates.length < MOST_IN_A_RUN) {
    const { joined, end: joinedEnd } = unwrapped(text, rest, start);
    const found = countDots(joined) < 2 ? undefined : tokenIn(joined);
    if (!found) {
      if (isHeaderLike(rest)) {
        const isWrapped = joined !== rest;
        candidates.push({ token: joined, start, end: joinedEnd, isWrapped, isWhole: false });
      }
      break;
    }
    const { token, offset } = found;
    const isWrapped = offset + token.length > rest.length;
    const end = isWrapped ? joinedEnd : start + offset + token.length;
    candidates.push({ token, start: start + offset, end, isWrapped, isWhole: true });
    if (isWrapped) break;
    // Tokens with nothing but dots between them.
    rest = rest.slice(offset + token.length + 1);
    start = end + 1;
  }
  return candidates;
}

/**
 * The run that begins at `start`, joined with the lines in which it goes on: mail, terminals and
 * folded YAML break long words.
 *
 * A line that begins a token of its own is never taken in, so that each line is read twice at most.
 */
function unwrapped(text, run, start) {
  let end = start + run.length;
  let next = isStart(run) ? nextLine(text, end) : undefined;
  if (!next || (!run.endsWith(".") && isStart(next.run))) return { joined: run, end };
  const widest = end - text.lastIndexOf("\n", start) - 1;
  if (widest < NARROWEST) return { joined: run, end };
  /** @type {number[] | undefined} */
  let known;
  const lengths = () => (known ??= signatureLengths(run.split(".", 1)[0]));
  const parts = [run];
  let width = widest;
  let dots = countDots(run);
  let lastLength = run.length - run.lastIndexOf(".") - 1;
  for (; next; next = nextLine(text, end)) {
    const isPayload = dots === 1 && lastLength === 0;
    if (!isPayload && isStart(next.run)) break;
    if (dots > 4 || (dots === 2 && isComplete(lengths(), lastLength, next, widest))) break;
    // Nothing is known of this signature: only lines of one width hold together.
    if (dots >= 2 && width < widest && lengths().length === 0) break;
    const at = next.run.lastIndexOf(".");
    const length = at < 0 ? lastLength + next.run.length : next.run.length - at - 1;
    const nextDots = dots + countDots(next.run);
    const isLine = next.isAlone && next.run.length <= widest;
    if (!isLine && !(nextDots === 2 && lengths().includes(length))) break;
    parts.push(next.run);
    dots = nextDots;
    lastLength = length;
    width = next.run.length;
    end = next.end;
  }
  return { joined: parts.join(""), end };
}

/** Whether a line begins a token. The last characters of a signature may look like it by chance. */
function isStart(run) {
  return run.length >= SHORTEST_START && isHeaderLike(run);
}

/** Whether a signature has the length that it should have, and does not go on to a greater one. */
function isComplete(lengths, length, next, widest) {
  if (!lengths.includes(length)) return false;
  return lengths.length === 1 || !next.isAlone || next.run.length !== widest;
}

/** The run of characters that the next line begins with, if the line ends at `end`. */
function nextLine(text, end) {
  LINE_BREAK.lastIndex = end;
  const match = LINE_BREAK.exec(text);
  if (!match) return undefined;
  const after = LINE_BREAK.lastIndex;
  LINE_END.lastIndex = after;
  return { run: match[1], end: after, isAlone: LINE_END.test(text) };
}

function countDots(run) {
  let count = 0;
  for (let at = run.indexOf("."); at >= 0 && count < 9; at = run.indexOf(".", at + 1)) count++;
  return count;
}

const RUN = /[\w.-]{8,}/;

/** @type {Candidate[]} */
const NONE = [];

// White space at its end, a shell's or mail's mark of going on, indentation or a quotation's marks.
const LINE_BREAK = /[ \t]{0,99}(?:[\\=][ \t]{0,9})?\r?\n[ \t>|]{0,99}([\w.-]+)/y;

// Nothing more on the line, or what closes a quoted token.
const LINE_END = /(?:[ \t]{0,99}(?:[\\=][ \t]{0,9})?(?:\r?\n|$)|["'`,;&<)\]}\\])/y;

// As in RUN.
const SHORTEST = 8;
const SHORTEST_START = 12;
// Nobody wraps at less; prose after a token that stands on a line of its own often is.
const NARROWEST = 16;
const MOST_IN_A_RUN = 200;
