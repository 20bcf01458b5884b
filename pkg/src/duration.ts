/**
 * Durations: a number is seconds, a string carries its unit.
 */

/** Seconds, or a number and its unit: `"30s"`, `"15m"`, `"12 hours"`, `"1 day"`, `"2w"`. */
export type Duration = number | string;

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

// The unit's first letter decides; the rest has to be one of its usual spellings.
const TEXT =
  /^(\d+(?:\.\d+)?) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)$/;

/**
 * The duration in seconds.
 *
 * @throws TypeError if it is negative, not finite, beyond 2^53 − 1, or text without a unit.
 */
export function seconds(duration: unknown, name: string): number {
  let value = duration;
  if (typeof duration === "string") {
    const match = TEXT.exec(duration);
    value = match ? Number(match[1]) * SECONDS[match[2]![0]!]! : NaN;
  }
  if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw new TypeError(
    `${name} is not a duration: a number of seconds >= 0, or text with a unit such as "15m"`,
  );
}
