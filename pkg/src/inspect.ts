/**
 * Inspecting: everything about a token at once, for people. In `wasm-jwt/full` only.
 */
import { afterTrap, instantiate, wasm, write } from "./engine.js";
import { JwtError, type JwtErrorCode } from "./error.js";
import { parseExact } from "./exact-json.js";
import type { Handle } from "./handle.js";
import { type KeyInput, withKeys } from "./key-input.js";
import { readClock } from "./options.js";
import { type Settings, type VerifyOptions, readVerifyOptions } from "./verify-options.js";

/** What stands between two dots of a token. */
export interface InspectedSegment {
  /** How many characters it has. */
  length: number;
  /** Why `verify` refuses it; absent if it does not. */
  reason?: string;
  /** What it says, if it is text; shown even where `verify` refuses it. */
  text?: string;
  /** How many bytes it decodes to. */
  bytes?: number;
  /** The names that its outermost object has more than once. */
  duplicates?: string[];
}

/** One check of a token. */
export interface InspectionCheck {
  /** `arguments`, `form`, `crit`, `alg`, `key`, `signature`, or the name of a claim. */
  name: string;
  /** `skipped`: it was not made; `reason` says why. */
  outcome: "passed" | "failed" | "skipped";
  /** The code that `verify` would give for it, if it failed. */
  code?: JwtErrorCode;
  reason?: string;
  /** What is expected, in words. */
  expected?: string;
  /** What is there, as JSON text. */
  actual?: string;
  /** Where the rule stands. */
  rfc: string;
}

/** A key that the signature was checked with. */
export interface InspectedKey {
  index: number;
  kid?: string;
  /** RFC 7638; secrets have none that may be shown. */
  thumbprint?: string;
  /** Whether the signature holds under it. */
  matched: boolean;
}

/** A likely cause, or what should not be overlooked. docs/inspect.md lists all codes. */
export interface InspectionHint {
  code: string;
  text: string;
  keyIndex?: number;
  algorithm?: string;
}

/** What there is to say about a token. */
export interface Report {
  /** Whether `verify` takes it, with this key and these options. Never without a key. */
  valid: boolean;
  /** Why it does not. */
  code?: JwtErrorCode;
  segments: InspectedSegment[];
  /** The header, as `JSON.parse` reads it (the last of duplicates, integers exact), if it is JSON. */
  header?: unknown;
  /** The payload, likewise. Nobody has vouched for it unless `valid` is true. */
  payload?: unknown;
  checks: InspectionCheck[];
  keys: InspectedKey[];
  hints: InspectionHint[];
}

/**
 * Says everything about `token` at once: what each part holds, every check with what was expected and
 * what is there, and likely causes of a signature that does not hold. For showing, never for deciding.
 *
 * Lenient where `verify` is strict, to show what `verify` refuses; `valid` is what `verify` says.
 *
 * Never throws, whatever it is given.
 *
 * @example
 * ```js
 * const { valid, checks, hints } = inspect(token, secret, { audience: "api" });
 * ```
 */
export function inspect(token: unknown, key?: KeyInput, options?: VerifyOptions): Report {
  try {
    if (typeof token !== "string") throw new TypeError("token is not a string");
    const settings = readVerifyOptions(options);
    const now = readClock(settings.now);
    if (key === undefined) return report(token, settings, now);
    let fault: unknown;
    try {
      return withKeys(key, settings.keys, ({ handle }) => report(token, settings, now, handle));
    } catch (error) {
      fault = error;
    }
    return withFault(report(token, settings, now), "key", fault);
  } catch (error) {
    return withFault(nothing(), "arguments", error);
  }
}

function report(token: string, settings: Settings, now: number, keys?: Handle): Report {
  instantiate();
  // What is too long to be read is too long to be copied as well.
  if (token.length > settings.maxTokenBytes) {
    const error = new JwtError("ERR_JWT_MALFORMED", "token: too large");
    return withFault(nothing(), "form", error);
  }
  const { policy } = settings;
  const length = new TextEncoder().encode(policy).length;
  const number = keys?.number ?? 0;
  let found: Report | null;
  try {
    found = wasm.inspect_token(number, write(policy + token), length, now) as Report | null;
  } catch (error) {
    throw afterTrap(error);
  }
  if (!found) throw new TypeError("the options make no sense");
  const [header, payload] = found.segments;
  const isJws = found.segments.length < 4;
  return {
    ...found,
    ...read("header", header),
    ...(isJws && read("payload", payload)),
  };
}

function read(name: string, segment: InspectedSegment | undefined): object {
  const text = segment?.text;
  if (text === undefined) return {};
  try {
    return { [name]: parseExact(text.replace(/^\ufeff/, "")) };
  } catch {
    return {};
  }
}

function nothing(): Report {
  return { valid: false, segments: [], checks: [], keys: [], hints: [] };
}

/** The report with a check that failed on this side, in the place of one of the same name. */
function withFault(report: Report, name: string, error: unknown): Report {
  const { code, message } = (error ?? {}) as { code?: JwtErrorCode; message?: unknown };
  const isOurs = error instanceof JwtError;
  const check: InspectionCheck = {
    name,
    outcome: "failed",
    reason: typeof message === "string" ? message : "an argument threw something",
    rfc: name === "key" ? "RFC 7517, RFC 7518 §6" : name === "form" ? "RFC 7515 §3.1" : "",
    ...(isOurs && code && { code }),
  };
  const at = report.checks.findIndex((other) => other.name === name);
  const checks = [...report.checks];
  if (at < 0) checks.unshift(check);
  else checks[at] = check;
  return { ...report, valid: false, checks, ...(isOurs && code && { code }) };
}
