/**
 * Token place: where in a text a token stands, told by what stands before it. Pure.
 */

/**
 * @param {string} text
 * @param {number} start where the token begins
 * @param {number} end where it ends
 * @returns {{ source: string, name?: string }}
 */
export function placeOf(text, start, end) {
  const near = text.slice(Math.max(0, start - NEAR), start);
  const scheme = SCHEME.exec(near);
  const before = scheme ? near.slice(0, scheme.index) : near;
  const member = MEMBER.exec(before);
  if (member) return { source: "json", name: member[1] };
  if (AUTHORIZATION.test(before)) return { source: "authorization" };
  const parameter = PARAMETER.exec(before);
  if (parameter) return parameterPlace(text, start, end, parameter[1], parameter[2]);
  if (scheme) return { source: "bearer" };
  return { source: isInBody(text, start) ? "body" : "text" };
}

/** Where a `name=` before a token belongs to. */
function parameterPlace(text, start, end, mark, name) {
  if (mark === "?") return { source: "query", name };
  if (mark === "#") return { source: "fragment", name };
  const far = text.slice(Math.max(0, start - FAR), start);
  const line = far.slice(far.lastIndexOf("\n") + 1);
  if (COOKIE_LINE.test(line)) return { source: "cookie", name };
  const word = line.slice(lastSpace(line) + 1);
  if (mark === "&") {
    const [query, fragment] = [word.lastIndexOf("?"), word.lastIndexOf("#")];
    if (query >= 0 || fragment >= 0) {
      return { source: query > fragment ? "query" : "fragment", name };
    }
    return { source: "form", name };
  }
  const isAlone = start - name.length - 1 === 0;
  if (isAlone || text[end] === "&" || DATA.test(line)) return { source: "form", name };
  if (/;\s*$/.test(mark) || COOKIE_OPTION.test(line)) return { source: "cookie", name };
  return { source: isInBody(text, start) ? "body" : "text", name };
}

/** Whether an HTTP message's head, and the empty line after it, come before. */
function isInBody(text, start) {
  if (!HTTP.test(text.slice(0, NEAR))) return false;
  const gap = text.slice(0, FAR).search(/\r?\n[<>]?[ \t]?\r?\n/);
  return gap >= 0 && gap < start;
}

function lastSpace(line) {
  return Math.max(...[" ", "\t", '"', "'"].map((mark) => line.lastIndexOf(mark)));
}

// How far back it is looked: bounds that keep a hostile text linear.
const NEAR = 160;
const FAR = 16_384;

const SCHEME = /(?:^|[^\w-])\\*["']?(?:bearer|jwt|token)(?:\s|%20|\+){1,9}["']?$/i;
const MEMBER = /["']([\w.:$/-]{1,64})\\{0,9}["']\s{0,9}:\s{0,9}\\{0,9}["']?$/;
const AUTHORIZATION = /\bauthorization["']?\s{0,9}[:=]\s{0,9}["']?$/i;
const PARAMETER = /(^|[?&#\s"'`(,]|;\s{0,9})([\w.[\]-]{1,64})=["']?$/;
const COOKIE_LINE = /^[<>\s]{0,9}(?:-H\s{0,9}|--header\s{0,9})?["']?(?:set-)?cookie\s{0,9}:/i;
const COOKIE_OPTION = /\s(?:-b|--cookie)[\s=]{0,9}["']?[^"']*$|["']?cookie\s{0,9}:\s[^"']*$/i;
const DATA = /\s(?:-d|--data(?:-\w{1,12})?|-F|--form)[\s=]{0,9}\$?["']?[^"']*$/;
const HTTP = /^\s{0,9}[<>*]?\s?(?:HTTP\/\d|[A-Z]{3,10} \S{1,150})/;
