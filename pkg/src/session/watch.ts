/**
 * Watch: the expiry of one token, told in time. No network, no verification.
 */
import { type Clock, readClock } from "../clock.js";
import type { Duration } from "../duration.js";
import { readGiven } from "../given.js";
import type { Signal } from "../key-source.js";
import { dismiss, enlist, isHidden, setAlarm } from "./alarm.js";
import { type ExpiryState, type UnreadableReason, aheadOf, createLife, datesOf } from "./expiry.js";
import { type Disposable, type Events, type Store, createFace } from "./face.js";
import { type OptionType, readOption } from "./read-option.js";
import { claimsOf } from "./token-claims.js";

/** What a watch knows: the same frozen object until something changes. */
export interface WatchSnapshot {
  readonly state: ExpiryState;
  /** Seconds since 1970. */
  readonly exp?: number | undefined;
  readonly nbf?: number | undefined;
  /** Why the state is `unreadable`. */
  readonly reason?: UnreadableReason | undefined;
  /** With the option `tick`: whole seconds until `exp + clockTolerance`, at least 0. */
  readonly remaining?: number | undefined;
  /** True for a state that was over when it could be told, such as during sleep. */
  readonly missed?: boolean | undefined;
}

/** The events; each brings the snapshot as `detail`. */
export type WatchEvents = Record<
  "active" | "expiring" | "expired" | "tick" | "clockchange",
  WatchSnapshot
>;

/** How a token is watched. Durations: a number is seconds, text carries its unit. */
export interface WatchOptions {
  /**
   * How long before its expiry a token is `expiring`. Default: a tenth of what it has left, from 2 to
   * 60 seconds, and less than half of it.
   */
  ahead?: Duration;
  /** By so much clocks may differ. Default 0. */
  clockTolerance?: Duration;
  /** Seconds since 1970, or a function that returns them. Default: the host's clock. */
  now?: Clock;
  /** Every so long, a `tick` and a new `remaining`, while the page is visible. Default: never. */
  tick?: Duration;
  /** Takes an `exp` beyond the year 5138 as one; it is likely to be in milliseconds otherwise. */
  allowFarDates?: boolean;
  /** Called with each new snapshot, but not with the first. */
  onChange?: (snapshot: WatchSnapshot) => void;
  /** Disposes of the watch when it is aborted. */
  signal?: Signal;
}

/** The expiry of one token, as it goes on. */
export interface Watch extends Events<WatchEvents>, Store<WatchSnapshot>, Disposable {
  /** Seconds until `exp + clockTolerance`, by the clock and not rounded; `Infinity` without `exp`. */
  readonly remaining: number;
  /** Looks at the clock now rather than at the next timer, and returns the snapshot. */
  check(): WatchSnapshot;
}

type Durations = "ahead" | "clockTolerance" | "tick";

const TYPES: Readonly<Record<keyof WatchOptions, OptionType>> = {
  ahead: "duration",
  clockTolerance: "duration",
  now: "clock",
  tick: "duration",
  allowFarDates: "boolean",
  onChange: "function",
  signal: "object",
};

/**
 * Watches the expiry of a token, or of claims that were read already. Nothing is verified.
 *
 * The states: `not-yet`, `valid`, `expiring`, `expired`; `no-expiry` without `exp`; `unreadable` with a
 * `reason`. Each change is told in order, also of states that were slept through: `expiring` (with
 * `missed`), then `expired`. All watches share one timer, which keeps no process alive.
 *
 * @throws TypeError for a first argument that is neither text nor an object, or a wrong option
 * @see RFC 7519 §4.1.4
 * @example
 * ```js
 * import { watch } from "wasm-jwt/session";
 *
 * const expiry = watch(token, { ahead: "1m" });
 * expiry.addEventListener("expiring", () => renew());
 * expiry.addEventListener("expired", () => leave());
 * ```
 */
export function watch(
  tokenOrClaims: string | { readonly exp?: unknown; readonly nbf?: unknown },
  options?: WatchOptions,
): Watch {
  const given = readGiven(options, TYPES, readOption) as Omit<WatchOptions, Durations> &
    Partial<Record<Durations, number>>;
  const { clockTolerance = 0, now, tick, onChange, signal } = given;
  const claims = typeof tokenOrClaims === "string" ? claimsOf(tokenOrClaims) : tokenOrClaims;
  if (claims === null || !/string|object/.test(typeof tokenOrClaims)) {
    throw new TypeError("token is neither text nor an object");
  }
  const dates = datesOf(claims as Record<string, unknown> | undefined, given.allowFarDates);
  const { exp, nbf } = dates;
  const time = () => readClock(now);
  const ahead = given.ahead ?? aheadOf(exp! - time());
  const life = createLife(dates, time, ahead, clockTolerance);
  const { left } = life;
  const remaining = () => Math.max(Math.ceil(left()), 0);
  const look = (state: ExpiryState, missed?: boolean): WatchSnapshot => ({
    ...dates,
    state,
    ...(tick && exp !== undefined && { remaining: remaining() }),
    ...(missed && { missed }),
  });
  const tell = (type: string) => emit(type, face.getSnapshot());

  const check = () => {
    const isNew = life.check((state, missed) => {
      show(look(state, missed));
      if (state !== "not-yet") tell(state.startsWith("exp") ? state : "active");
    });
    // Time may have gone back, and then there is something to wait for again.
    if (isNew) setAlarm();
    else if (tick && face.getSnapshot().remaining! > remaining()) {
      show(look(life.state));
      tell("tick");
    }
    return face.getSnapshot();
  };
  const sleeper = {
    wait: () => {
      // A clock that is a number stands still.
      if (typeof now === "number") return Infinity;
      const change = life.wait();
      return !tick || change === Infinity || isHidden()
        ? change
        : Math.min(change, left() % tick || tick);
    },
    wake: (_: Event | undefined, jumped: boolean) => {
      if (jumped) tell("clockchange");
      check();
    },
  };
  const dispose = () => {
    signal?.removeEventListener("abort", dispose);
    dismiss(sleeper);
    end();
  };
  const { face, show, emit, end } = createFace(look(life.state), {
    get remaining() {
      return left();
    },
    check,
    dispose,
  });
  if (onChange) {
    let isFirst = true;
    face.subscribe((snapshot) => (isFirst ? (isFirst = false) : onChange(snapshot)));
  }
  if (!signal?.aborted) {
    signal?.addEventListener("abort", dispose);
    enlist(sleeper);
  }
  return face as unknown as Watch;
}
