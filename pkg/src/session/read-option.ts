/**
 * Reading one option of a watch or a session.
 */
import { CLOCK_DESCRIPTION, isClock } from "../clock.js";
import { seconds } from "../duration.js";

export type OptionType =
  "duration" | "clock" | "any" | "function" | "object" | "string" | "boolean";

/** @throws TypeError if `value` is of another type */
export function readOption(value: unknown, type: OptionType, name: string): unknown {
  if (type === "duration") return seconds(value, `option ${name}`);
  if (type === "clock" ? isClock(value) : type === "any" || typeof value === type) return value;
  throw new TypeError(
    `option ${name} is not ${type === "clock" ? CLOCK_DESCRIPTION : `a ${type}`}`,
  );
}
