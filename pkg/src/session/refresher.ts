/**
 * Refresher: one refresh at a time, in this tab and in all of them, and not too many after it fails.
 *
 * simplejwt's rotation forgives nothing: of two requests with the same refresh token one is refused. So
 * whoever has the lock looks first whether another has been there, whoever is refused looks again, and
 * what comes back for a session that is no longer there is given up.
 */
import { setAlarm, steady } from "./alarm.js";
import { type Answer, type Backend, retryAfter } from "./backend.js";
import type { Holder } from "./holder.js";
import { withLock } from "./lock.js";
import { SessionError, type SignOutReason } from "./session-error.js";
import type { Settings } from "./session-options.js";
import { type SessionRecord, isSame } from "./session-record.js";
import type { Tabs } from "./tabs.js";
import { pause } from "./until.js";
import type { Vault } from "./vault.js";

/** How long other tabs may take to say what they have, in seconds. */
export const ANSWER_SECONDS = 0.25;

const LONGEST_PAUSE = 300;
const ATTEMPTS_AT_500 = 3;

/** What came of an attempt: a record, or the end. */
type Outcome =
  | { record: SessionRecord; by: "self" | "tab" }
  | { end: SignOutReason; serverCode?: string | undefined };

export interface Refresher {
  /** Settles when there is a new token, or none is to be had; at once if it is too soon. */
  refresh(force?: boolean): Promise<void>;
  /** Seconds until the next attempt may be made. */
  wait(): number;
  /** Forgets earlier failures; for a new session also when the last refresh was. */
  reset(isNew?: boolean): void;
  /** Ends the waiting for an attempt, but not the attempt: what it brings must not be lost. */
  abandon(error: SessionError): void;
  /** Settles when no attempt is under way. */
  rest(): Promise<unknown>;
}

export function createRefresher(
  settings: Settings,
  { vault, tabs, backend, holder }: { vault: Vault; tabs: Tabs; backend: Backend; holder: Holder },
  end: AbortSignal,
  receive: (answer: Answer, before: SessionRecord | undefined) => SessionRecord,
  emit: (type: string, detail?: object) => void,
): Refresher {
  const { urlOf, fieldOf, isSliding } = settings;
  let flight: { done: Promise<void>; fail(error: unknown): void } | undefined;
  let work: Promise<unknown> = Promise.resolve();
  let refreshedAt = -Infinity;
  let retryAt = -Infinity;
  let failures = 0;
  let failure: unknown;

  const request = (record: SessionRecord | undefined) => {
    if (settings.refresh) {
      return backend.ask((signal) => settings.refresh!(record?.refresh, { signal }));
    }
    const body = isSliding
      ? { [fieldOf("token")]: record!.access }
      : { [fieldOf("refresh")]: record!.refresh };
    return backend.post(urlOf("refresh"), body);
  };

  /** What others have made of the session, if it is not `seen` any more. */
  const changed = async (seen: SessionRecord | undefined): Promise<Outcome | undefined> => {
    const stored = await vault.get();
    if (isSame(stored, seen)) return;
    return stored ? { record: stored, by: "tab" } : { end: "elsewhere" };
  };

  /** Inside the lock: nothing here waits for a listener. */
  const attempt = async (seen: SessionRecord | undefined): Promise<Outcome> => {
    end.throwIfAborted();
    await tabs.ask(ANSWER_SECONDS);
    const other = await changed(seen);
    if (other && (!("record" in other) || holder.isFresh(other.record))) return other;
    const base = other ? other.record : seen;
    let answer: Answer;
    try {
      answer = await request(base);
    } catch (error) {
      if (!(error instanceof SessionError) || error.code !== "ERR_SESSION_REFUSED") throw error;
      for (let tries = 0; tries < 2; tries++) {
        await pause(ANSWER_SECONDS / 2);
        await tabs.ask(ANSWER_SECONDS / 2);
        const adopted = await changed(base);
        if (adopted) return adopted;
      }
      if (base && (await vault.put(undefined, base))) tabs.tell(undefined, base.id);
      return { end: "refused", serverCode: error.serverCode };
    }
    const record = receive(answer, base);
    if (await vault.put(record, base)) {
      tabs.tell(record, record.id);
      return { record, by: "self" };
    }
    // Signed out or replaced meanwhile: what came is nobody's, and should be good for nothing.
    if (record.refresh && record.refresh !== base?.refresh) {
      void backend
        .post(urlOf("blacklist"), { [fieldOf("refresh")]: record.refresh })
        .catch(() => {});
    }
    return (await changed(base)) ?? { end: "elsewhere" };
  };

  const run = async () => {
    const seen = holder.record;
    try {
      const { timeout, locks, lockName } = settings;
      // A second more than a request may take: whoever holds the lock should be done by then.
      const outcome = await withLock(locks, lockName, timeout + 1, () => attempt(seen));
      reset();
      refreshedAt = steady();
      if ("record" in outcome) {
        if (isSame(outcome.record, holder.record)) return;
        holder.take(outcome.record);
        emit("refreshed", { by: outcome.by });
      } else if (holder.record?.id === seen?.id) {
        holder.drop(outcome.end, outcome.serverCode);
      }
    } catch (error) {
      if (end.aborted) throw error;
      failure = error;
      const asked = retryAfter.get(error as SessionError) ?? 0;
      const backoff = Math.random() * Math.min(2 ** failures++, LONGEST_PAUSE);
      // 5.5.1 answers 500 if the user was deleted: that will not change by asking.
      const { status } = error as SessionError;
      const isOver = status === 500 && failures >= ATTEMPTS_AT_500;
      const delay = isOver ? Infinity : Math.max(backoff, asked);
      retryAt = steady() + delay;
      const at = isOver ? undefined : Date.now() / 1000 + delay;
      if (error instanceof SessionError) Object.assign(error, { retryAt: at });
      emit("refreshfailed", { error, retryAt: at });
      throw error;
    }
  };
  const reset = (isNew?: boolean) => {
    failures = 0;
    retryAt = -Infinity;
    if (isNew) refreshedAt = -Infinity;
  };

  /** Begins an attempt that can be abandoned. */
  const begin = () => {
    let fail!: (error: unknown) => void;
    const abandoned = new Promise<never>((_, reject) => (fail = reject));
    work = run();
    const own = { done: Promise.race([work as Promise<void>, abandoned]), fail };
    const land = () => {
      if (flight === own) flight = undefined;
      setAlarm();
    };
    own.done.then(land, land);
    return own;
  };

  return {
    reset,
    abandon: (error) => flight?.fail(error),
    rest: () => work.catch(() => {}),
    wait: () => (flight ? Infinity : Math.max(retryAt, refreshedAt + holder.floor) - steady()),
    refresh: async (force) => {
      if (!flight) {
        if (!holder.canRefresh || steady() < refreshedAt + holder.floor) return;
        if (!force && steady() < retryAt) throw failure;
        flight = begin();
      }
      return flight.done;
    },
  };
}
