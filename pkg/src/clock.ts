/**
 * The clock: seconds since 1970, the caller's or the host's.
 */

/** When something is: seconds since 1970, or a function that returns them. */
export type Clock = number | (() => number);

export const CLOCK_DESCRIPTION =
  "a finite number of seconds since 1970, or a function that returns one";

/**
 * The time of a check, in seconds: the clock's, or the host's, fractions and all.
 *
 * @throws TypeError if the clock gives anything but a finite number within ±(2^53 − 1)
 */
export function readClock(clock: Clock | undefined): number {
  if (clock === undefined) return Date.now() / 1000;
  const now = typeof clock === "function" ? clock() : clock;
  if (!isNumericDate(now)) throw new TypeError(`option now is not ${CLOCK_DESCRIPTION}`);
  return now;
}

export function isClock(value: unknown): value is Clock {
  return typeof value === "function" || isNumericDate(value);
}

function isNumericDate(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
