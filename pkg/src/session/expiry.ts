/**
 * Expiry: what state a token's dates put it in, and when that changes (RFC 7519 §4.1.4, §4.1.5).
 */

/** In force or not, and whether that can be told. */
export type ExpiryState = "not-yet" | "valid" | "expiring" | "expired" | "no-expiry" | "unreadable";

/** Why dates are `unreadable`. */
export type UnreadableReason = "malformed" | "exp-invalid" | "nbf-invalid" | "exp-milliseconds";

/** The dates of a token, in seconds since 1970. */
export interface Dates {
  readonly exp?: number | undefined;
  readonly nbf?: number | undefined;
  readonly reason?: UnreadableReason | undefined;
}

/** Of this many seconds, the year 5138, a date is more likely one in milliseconds: that is 1973. */
const FAR = 1e11;

/** The states in which a token goes through its life. */
const LIFE: readonly ExpiryState[] = ["not-yet", "valid", "expiring", "expired"];

export function datesOf(
  claims: Record<string, unknown> | undefined,
  allowFarDates: boolean | undefined,
): Dates {
  if (!claims) return { reason: "malformed" };
  const { exp, nbf } = claims;
  if (!isDate(exp)) return { reason: "exp-invalid" };
  if (!isDate(nbf)) return { reason: "nbf-invalid" };
  if (exp! > FAR && !allowFarDates) return { reason: "exp-milliseconds" };
  return { exp, nbf };
}

function isDate(value: unknown): value is number | undefined {
  return (
    value === undefined || (typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER)
  );
}

/** A token's way through its states. */
export interface Life {
  readonly state: ExpiryState;
  /** Seconds until `exp + clockTolerance`; `Infinity` without `exp`. */
  left(): number;
  /** Seconds until the state changes. */
  wait(): number;
  /**
   * Looks at the clock. Tells each state that has begun since, in order, also those that are over; if
   * time went back, the new one. Says whether there was any.
   */
  check(tell: (state: ExpiryState, missed: boolean) => void): boolean;
}

export function createLife(
  { exp = Infinity, nbf, reason }: Dates,
  now: () => number,
  ahead: number,
  clockTolerance: number,
): Life {
  const left = () => exp + clockTolerance - now();
  /** The state, and how long it lasts. */
  const look = (): readonly [ExpiryState, number] => {
    const time = now();
    if (reason) return ["unreadable", Infinity];
    const start = nbf! - clockTolerance - time;
    if (start > 0) return ["not-yet", start];
    if (exp === Infinity) return ["no-expiry", Infinity];
    if (left() <= 0) return ["expired", Infinity];
    const rest = exp - ahead - time;
    return rest > 0 ? ["valid", rest] : ["expiring", left()];
  };
  let [state] = look();
  return {
    get state() {
      return state;
    },
    left,
    wait: () => look()[1],
    check: (tell) => {
      const [next] = look();
      if (next === state) return false;
      const [from, to] = [LIFE.indexOf(state), LIFE.indexOf(next)];
      const passed = from < 0 || to < from ? [next] : LIFE.slice(from + 1, to + 1);
      state = next;
      for (const one of passed) {
        // Whoever was told may have looked at the clock again.
        if (state === next) tell(one, one !== next);
      }
      return true;
    },
  };
}

/**
 * How long before its expiry a token counts as expiring, if nobody says: a tenth of its life, from 2
 * to 60 seconds. Whoever says so, it is less than half of the life: else a new token would already be
 * expiring, and be renewed for ever.
 */
export function aheadOf(life: number, asked?: number): number {
  const ahead = asked ?? Math.min(Math.max(life * 0.1, 2), 60);
  return Math.min(ahead, Math.max(life, 0) * 0.4);
}
