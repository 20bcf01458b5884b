/**
 * Reading a token for showing: each segment with its own state, never one word for all. Pure: the
 * package's `inspect` comes in as an argument.
 */
import { isReason, objectOf, readSegment } from "./segment-reading.js";
import { isHeaderLike, tokenIn } from "./token-like.js";

/**
 * - `form`: `jws`, `jwe`, `incomplete` (segments are missing), `too-large`, or `unreadable`
 * - `headerText`, `payloadText`: exactly what the token says
 * - `claims`: the payload, if it is an object however it is written; integers exact
 * - `nested`: the token that the payload is
 * - `report`: what `inspect` said
 *
 * @typedef {import("./segment-reading.js").SegmentReading} SegmentReading
 * @typedef {{
 *   token: string,
 *   form: "jws" | "jwe" | "incomplete" | "too-large" | "unreadable",
 *   alg?: string,
 *   segments: SegmentReading[],
 *   headerText?: string,
 *   payloadText?: string,
 *   header?: Record<string, unknown>,
 *   claims?: Record<string, unknown>,
 *   nested?: string,
 *   report: any,
 * }} Reading
 */

/** What this page reads: 1 MiB, more than any server takes. */
export const MAX_TOKEN_BYTES = 1_048_576;

/**
 * Reads `token`. Never throws.
 *
 * @param {(token: string, key?: undefined, options?: object) => any} inspect
 * @param {string} token
 * @param {object} [options] for `inspect`, such as `now`
 * @returns {Reading}
 */
export function readToken(inspect, token, options = {}) {
  const ask = (text) => inspect(text, undefined, { maxTokenBytes: MAX_TOKEN_BYTES, ...options });
  const report = ask(token);
  if (report.segments.length === 0) {
    const isTooLarge = faultsOf(report).some(({ reason }) => reason === "too large");
    return { token, form: isTooLarge ? "too-large" : "unreadable", segments: [], report };
  }
  const isJson = objectOf(token) !== undefined;
  const { form, places, objects } = isJson ? withoutDots(ask, token) : layout(ask, token, report);
  const faults = faultsOf(report);
  const segments = places.map(([role, segment, written]) =>
    readSegment(
      role,
      segment,
      written,
      faults.find(({ part, reason }) => part === role && isReason(reason)),
    ),
  );
  return reading({ token, form, segments, objects, report });
}

/**
 * The token, the token in its payload, and so on, the outermost first.
 *
 * @param {(token: string, key?: undefined, options?: object) => any} inspect
 * @param {string} token
 * @param {number} [limit] how many at most
 * @returns {Reading[]}
 */
export function nestedChain(inspect, token, limit = 5) {
  /** @type {Reading[]} */
  const chain = [];
  /** @type {string | undefined} */
  let next = token;
  while (next !== undefined && chain.length < limit) {
    const one = readToken(inspect, next);
    chain.push(one);
    next = one.nested;
  }
  return chain;
}

/**
 * Which form a token has, and which role each of its segments.
 *
 * @returns {{ form: Reading["form"], places: [role: string, segment: any, written: string][], objects: any[] }}
 *   `objects`: the header and the payload as `inspect` reads them, integers exact
 */
function layout(ask, token, report) {
  const { segments, header, payload } = report;
  const { length } = segments;
  const written = token.split(".", length - 1);
  written.push(token.slice(written.reduce((sum, part) => sum + part.length + 1, 0)));
  const place = (roles, from = segments) =>
    roles.map(
      (role, at) => /** @type {[string, any, string]} */ ([role, from[at], written[at] ?? ""]),
    );
  const objects = [header, payload];
  if (length === 3) return { form: "jws", places: place(JWS), objects };
  if (length === 5 && !isHeaderLike(written[1])) {
    return { form: "jwe", places: place(JWE), objects };
  }
  if (length > 3) {
    // The first three may be a token: `inspect` reads them as one if they come alone.
    const first = ask(written.slice(0, 3).join("."));
    const roles = [...JWS, ...written.slice(3).map(() => "extra")];
    const from = [...first.segments, ...segments.slice(3)];
    return {
      form: "unreadable",
      places: place(roles, from),
      objects: [first.header, first.payload],
    };
  }
  const [one, two] = segments;
  if (!isPayload(objectOf(one.text)) || objectOf(two?.text)) {
    return { form: "incomplete", places: place(JWS), objects };
  }
  // Claims where the header should be: it was not copied.
  const { text: _, reason, ...signature } = two ?? {};
  const isSpelling = reason !== undefined && !/json|utf-8/.test(reason);
  /** @type {[string, any, string][]} */
  const places = [
    ["header", undefined, ""],
    ["payload", one, written[0]],
    ["signature", two && { ...signature, ...(isSpelling && { reason }) }, written[1] ?? ""],
  ];
  return { form: "incomplete", places, objects: [undefined, header] };
}

/** Claims or a header that were pasted as JSON, without base64url round them. */
function withoutDots(ask, token) {
  const { segments, header } = ask(base64url(token.trim()));
  const read = segments[0] && { ...segments[0], length: token.length };
  const isClaims = isPayload(objectOf(token));
  const places = JWS.map((role) => {
    const isHere = role === (isClaims ? "payload" : "header");
    return [role, isHere ? read : undefined, ""];
  });
  return { form: "incomplete", places, objects: isClaims ? [undefined, header] : [header] };
}

/** What a reading says besides its segments. */
function reading({ token, form, segments, objects, report }) {
  const [header, payload] = segments;
  const isJws = form !== "jwe";
  // What `inspect` reads need not be JSON, and what it leaves may be: it goes no deeper than calls do.
  const own = ({ text }, exact) => objectOf(text) && (isObject(exact) ? exact : objectOf(text));
  const headerObject = own(header, objects[0]);
  const claims = isJws ? own(payload, objects[1]) : undefined;
  const nested = isJws ? nestedIn(payload.text, claims) : undefined;
  // RFC 7519 §5.2: a token is what the payload may be, though it is no JSON.
  if (nested !== undefined) {
    payload.state = "ok";
    delete payload.reason;
    delete payload.parameters;
  }
  const alg = headerObject && Object.hasOwn(headerObject, "alg") ? headerObject.alg : undefined;
  return {
    token,
    form,
    ...(typeof alg === "string" && { alg }),
    segments,
    ...(header.text !== undefined && { headerText: header.text }),
    ...(isJws && payload.text !== undefined && { payloadText: payload.text }),
    ...(headerObject && { header: headerObject }),
    ...(claims && { claims }),
    ...(nested !== undefined && { nested }),
    report,
  };
}

function nestedIn(text = "", claims) {
  if (claims) return undefined;
  const bare = text.trim().replace(/^"([\w.-]+)"$/, "$1");
  return /^[\w.-]+$/.test(bare) && tokenIn(bare)?.token === bare ? bare : undefined;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object is claims rather than a header: only the latter has `alg` or `enc`. */
function isPayload(object) {
  return object !== undefined && !Object.hasOwn(object, "alg") && !Object.hasOwn(object, "enc");
}

/** What `verify` would say of the form: the parts, and the reasons. */
function faultsOf(report) {
  return report.checks
    .filter(({ name, outcome }) => outcome === "failed" && (name === "form" || name === "crit"))
    .map(({ reason = "" }) => /^(\w+): (.+)$/.exec(reason))
    .filter((match) => match !== null)
    .map(([, part, reason]) => ({ part, reason }));
}

function base64url(text) {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const JWS = ["header", "payload", "signature"];
const JWE = ["header", "encrypted-key", "iv", "ciphertext", "tag"];
