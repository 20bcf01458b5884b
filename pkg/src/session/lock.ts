/**
 * Lock: one tab at a time, unless that would mean waiting for ever.
 *
 * Held round one request only. Locks have hung in practice: holders were frozen, or waited for what
 * waited for them. So a lock is a courtesy, not a condition; the commit guard keeps things right.
 */
import { atMost } from "./until.js";

/** The part of `navigator.locks` that is used. */
export interface LocksLike {
  request(
    name: string,
    options: { signal: AbortSignal },
    work: () => Promise<unknown>,
  ): Promise<unknown>;
}

/** What `work` gives, done while the lock is held, or without it after so many seconds. */
export async function withLock<T>(
  locks: LocksLike | null | undefined,
  name: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T> {
  if (!locks) return work();
  const controller = new AbortController();
  const { signal } = controller;
  let started: Promise<T> | undefined;
  const start = () => (started ??= work());
  const held = locks.request(name, { signal }, async () => {
    if (!signal.aborted) await start();
  });
  // A lock that is refused is one that is done without, and a failure is told below.
  await atMost(
    seconds,
    held.catch(() => {}),
  );
  // An abort ends the waiting only: a lock that is held is not lost by it.
  if (!started) controller.abort();
  return start();
}
