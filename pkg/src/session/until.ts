/**
 * Until: waiting that ends, by a time limit or by signals, whatever becomes of what is waited for.
 */
import type { Signal } from "../key-source.js";

/** The longest that timers can wait, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;

/** What `promise` gives, unless `signal` is aborted before: then it rejects with its reason. */
export async function until<T>(promise: Promise<T>, signal: Signal | null | undefined): Promise<T> {
  if (!signal) return promise;
  let abort!: () => void;
  const end = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([end, promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** Calls `work` with a signal that is aborted after so many seconds; `work` need not heed it. */
export async function within<T>(
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const done = await atMost(
    seconds,
    work(controller.signal).then((value) => ({ value })),
  );
  if (done) return done.value;
  controller.abort();
  throw controller.signal.reason;
}

/** What `promise` gives, or `undefined` after so many seconds. Node stays until then, and no longer. */
export async function atMost<T>(seconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: any;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(done, Math.min(seconds * 1000, LONGEST_MS));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (seconds: number): Promise<void> => atMost(seconds, new Promise(() => {}));
