/**
 * Alarm: the one timer of all watches and sessions.
 *
 * A timer says little about the time: it stops while the machine sleeps, comes late in a hidden page,
 * and one of more than 2^31 − 1 ms fires at once. So it is short, and whoever wakes asks the clock.
 */

/** Who wants to be woken. */
export interface Sleeper {
  /** Seconds until it wants to be. */
  wait(): number;
  /** `event`: the page's, if it was not the timer; `jumped`: whether the clock was set meanwhile. */
  wake(event: Event | undefined, jumped: boolean): void;
}

/** The longest time between two looks at the clock, in seconds. */
const LONGEST_VISIBLE = 60;
const LONGEST_HIDDEN = 300;

/** The shortest, in milliseconds: a clock that stands still must not become a hot loop. */
const SHORTEST_MS = 20;

/** By more than this, wall clock and steady clock disagree only if one was set, or stood still. */
const JUMP = 2;

const sleepers = new Set<Sleeper>();
let timer: any;
let seen = 0;

/** Seconds by a clock that nobody sets. */
export const steady = (): number => performance.now() / 1000;

export const isHidden = (): boolean => globalThis.document?.visibilityState === "hidden";

const difference = () => Date.now() / 1000 - steady();

export function enlist(sleeper: Sleeper): void {
  if (!sleepers.size) {
    seen = difference();
    toPage("addEventListener");
  }
  sleepers.add(sleeper);
  setAlarm();
}

export function dismiss(sleeper: Sleeper): void {
  if (sleepers.delete(sleeper) && !sleepers.size) toPage("removeEventListener");
  setAlarm();
}

/** Sets the timer anew, after something has changed that a sleeper waits for. */
export function setAlarm(): void {
  clearTimeout(timer);
  const first = Math.min(...Array.from(sleepers, (sleeper) => sleeper.wait()));
  if (!(first < Infinity)) return;
  const seconds = Math.min(first, isHidden() ? LONGEST_HIDDEN : LONGEST_VISIBLE);
  timer = setTimeout(ring, Math.max(Math.ceil(seconds * 1000), SHORTEST_MS));
  // No reason for Node to stay.
  timer?.unref?.();
}

function ring(event?: Event): void {
  const now = difference();
  const jumped = Math.abs(now - seen) > JUMP;
  seen = now;
  for (const sleeper of [...sleepers]) {
    try {
      sleeper.wake(event, jumped);
    } catch (error) {
      report(error);
    }
  }
  setAlarm();
}

/** What a listener, or a clock, throws is the page's, as with events: it is told, and stops nobody else. */
export function report(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** After each of these, the timer may be late. */
function toPage(method: "addEventListener" | "removeEventListener"): void {
  const { document } = globalThis;
  for (const name of ["visibilitychange", "resume"]) document?.[method](name, ring);
  // Not in Node, which has no such events; in a worker only some of them.
  for (const name of ["focus", "pageshow", "online"]) globalThis[method]?.(name, ring as any);
}
