/**
 * Holder: the tokens that a session has, and what its clock makes of them.
 */
import type { Claims, Unverified } from "../claims.js";
import { readClock } from "../clock.js";
import { type ExpiryState, type Life, aheadOf, createLife, datesOf } from "./expiry.js";
import type { SignOutReason } from "./session-error.js";
import type { Settings } from "./session-options.js";
import { type SessionRecord, isSame } from "./session-record.js";
import type { SkewEstimate } from "./skew.js";
import { claimsOf } from "./token-claims.js";

/** What a session shows: the same frozen object until something changes. Never a token. */
export interface SessionSnapshot<C = Claims> {
  /** `starting` until the storage, or the other tabs, were asked. */
  readonly status: "starting" | "signed-in" | "signed-out";
  /** Of the access token, by the corrected clock. */
  readonly state?: ExpiryState | undefined;
  /** Of the access token. Nobody has verified them. */
  readonly claims?: Unverified<C> | undefined;
  /** Of the access token, in seconds since 1970. */
  readonly exp?: number | undefined;
  /** Why the session ended. */
  readonly reason?: SignOutReason | undefined;
}

export interface Holder {
  readonly record: SessionRecord | undefined;
  readonly claims: any;
  /** How long before its expiry the token is to be renewed, in seconds. */
  readonly ahead: number;
  /** The shortest time between two refreshes. */
  readonly floor: number;
  /** Whether there is anything that a refresh could be made with. */
  readonly canRefresh: boolean;
  now(): number;
  /** Seconds until the access token is refused; `Infinity` if it does not say. */
  left(): number;
  /** Seconds until the state changes. */
  wait(): number;
  /** Whether a record of another tab need not be renewed yet. */
  isFresh(record: SessionRecord): boolean;
  take(record: SessionRecord): void;
  drop(reason?: SignOutReason, serverCode?: string): void;
  /** Looks at the clock, and tells what is over. */
  check(): void;
}

export function createHolder(
  settings: Settings,
  skew: SkewEstimate,
  show: (snapshot: SessionSnapshot<any>) => void,
  emit: (type: string, detail?: object) => void,
): Holder {
  const { clockTolerance, isSliding } = settings;
  let record: SessionRecord | undefined;
  let claims: any;
  let life!: Life;
  let ahead = 0;
  let floor = 0;

  const now = () => readClock(settings.now) + skew.seconds;
  /** A token that came with nothing left says that this clock is wrong: then it is not asked. */
  const liveOf = ({ access, life: atFirst }: SessionRecord) => {
    const claims: any = claimsOf(access);
    const { exp = Infinity } = datesOf(claims, false);
    const isSuspect = atFirst! <= 0;
    const whole = atFirst ?? exp - now();
    const ahead = aheadOf(whole, settings.ahead);
    const dates = isSuspect ? {} : datesOf(claims, false);
    return { claims, isSuspect, whole, ahead, dates };
  };
  const showState = (state: ExpiryState) =>
    show({ status: "signed-in", state, claims, exp: claims?.exp });

  return {
    get record() {
      return record;
    },
    get claims() {
      return claims;
    },
    get ahead() {
      return ahead;
    },
    get floor() {
      return floor;
    },
    get canRefresh() {
      if (settings.refresh) return true;
      if (!isSliding) return !!record?.refresh;
      // From here on the server would refuse; the token itself is good for the rest of its life.
      return !(claims?.refresh_exp <= now());
    },
    now,
    left: () => life.left(),
    wait: () => (record ? life.wait() : Infinity),
    isFresh: (record) => {
      const { dates, ahead } = liveOf(record);
      return !(dates.exp! - now() <= ahead);
    },
    take: (next) => {
      if (record && isSame(record, next)) return;
      const live = liveOf(next);
      record = next;
      ({ claims, ahead } = live);
      floor = live.whole > 0 ? Math.min(5, live.whole / 2) : 5;
      life = createLife(live.dates, now, ahead, clockTolerance);
      showState(live.isSuspect ? "valid" : life.state);
      if (live.isSuspect) emit("clock-suspect");
      if (isSliding && claims?.refresh_exp <= claims?.exp) {
        emit("reauth-needed", { at: claims.exp });
      }
    },
    drop: (reason, serverCode) => {
      const had = record;
      record = claims = undefined;
      show({ status: "signed-out", reason });
      if (had) emit("signedout", { reason, serverCode });
    },
    check: () => {
      const seen = record;
      if (!seen) return;
      life.check((state) => {
        // A handler may have signed out, or refreshed.
        if (record !== seen) return;
        showState(state);
        if (state.startsWith("exp")) emit(state, { exp: claims.exp });
      });
    },
  };
}
