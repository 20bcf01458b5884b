/**
 * Options: every one known and of the right type, or a `TypeError`.
 *
 * A misspelt option would be a check that silently does not happen, so unknown names are refused.
 */
import { seconds } from "./duration.js";

/** What an option may be. Only `undefined` means that it is not given. */
export type OptionType =
  | "boolean"
  | "string"
  | "strings" // an array of strings
  | "string or strings"
  | "true or string"
  | "duration"
  | "size" // a number of bytes
  | "cache" // how many tokens, or an object
  | "now" // seconds since 1970, or a function that returns them
  | "integers"
  | "object";

/** The most that a size may be. */
const MAX_SIZE = 1 << 24;

/**
 * The options that are given, each checked against `types`, durations in seconds.
 *
 * @throws TypeError for an unknown name or a wrong type
 */
export function readOptions(
  options: object | undefined,
  types: Readonly<Record<string, OptionType>>,
): Record<string, unknown> {
  // No prototype: a polluted `Object.prototype` must not add options.
  const given: Record<string, unknown> = Object.create(null);
  if (options === undefined) return given;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError("options is not an object");
  }
  for (const [name, value] of Object.entries(options)) {
    const type = Object.hasOwn(types, name) ? types[name]! : undefined;
    if (!type) throw new TypeError(`unknown option ${JSON.stringify(name)}`);
    if (value === undefined) continue;
    if (type === "duration") given[name] = seconds(value, name);
    else if (fits(value, type)) given[name] = value;
    else throw new TypeError(`option ${name} is not ${DESCRIPTIONS[type]}`);
  }
  return given;
}

const DESCRIPTIONS: Readonly<Record<OptionType, string>> = {
  boolean: "true or false",
  string: "a string",
  strings: "an array of strings",
  "string or strings": "a string or an array of strings",
  "true or string": "true or a string",
  duration: "a duration",
  size: `a whole number from 1 to ${MAX_SIZE}`,
  cache: "a number of tokens or an object",
  now: "a finite number of seconds since 1970, or a function that returns one",
  integers: '"bigint", "number" or "error"',
  object: "an object",
};

function fits(value: unknown, type: Exclude<OptionType, "duration">): boolean {
  const isString = typeof value === "string";
  const isStrings = () => Array.isArray(value) && value.every((item) => typeof item === "string");
  switch (type) {
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return isString;
    case "strings":
      return isStrings();
    case "string or strings":
      return isString || isStrings();
    case "true or string":
      return isString || typeof value === "boolean";
    case "size":
      return Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_SIZE;
    case "cache":
      return fits(value, "size") || fits(value, "object");
    case "now":
      return typeof value === "function" || isNumericDate(value);
    case "integers":
      return value === "bigint" || value === "number" || value === "error";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
  }
}

/** When something is: seconds since 1970, or a function that returns them. */
export type Clock = number | (() => number);

/**
 * The time of a check, in seconds: the clock's, or the host's, fractions and all.
 *
 * @throws TypeError if the clock gives anything but a finite number within ±(2^53 − 1)
 */
export function readClock(clock: Clock | undefined): number {
  if (clock === undefined) return Date.now() / 1000;
  const now = typeof clock === "function" ? clock() : clock;
  if (!isNumericDate(now)) throw new TypeError(`option now is not ${DESCRIPTIONS.now}`);
  return now;
}

function isNumericDate(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
