/**
 * Options: every one known and of the right type, or a `TypeError`.
 */
import { CLOCK_DESCRIPTION, isClock } from "./clock.js";
import { seconds } from "./duration.js";
import { readGiven } from "./given.js";

export { type Clock, readClock } from "./clock.js";

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
  return readGiven(options, types, read);
}

function read(value: unknown, type: OptionType, name: string): unknown {
  if (type === "duration") return seconds(value, name);
  if (fits(value, type)) return value;
  throw new TypeError(`option ${name} is not ${DESCRIPTIONS[type]}`);
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
  now: CLOCK_DESCRIPTION,
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
      return isClock(value);
    case "integers":
      return value === "bigint" || value === "number" || value === "error";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
  }
}
