/**
 * Fake time: timers and clocks that stand still until a test moves them.
 */

/** The time at which every test starts, in seconds since 1970. */
export const START = 1_800_000_000;

const REAL = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  now: Date.now,
  steady: performance.now,
};

// Not from 1 in each test: a timer that is cleared late must not be another one.
let count = 1;

/** Lets everything run that waits for no timer. */
export async function settle() {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setImmediate(done));
}

/** Puts the fakes in place; `restore` takes them away. */
export function installTime() {
  let wall = START * 1_000;
  let steady = 1_000_000;
  let timers = [];
  const delays = [];
  globalThis.setTimeout = (fn, ms = 0, ...args) => {
    delays.push(ms);
    const id = count++;
    // As in browsers: a delay that is no 32-bit integer is none.
    timers.push({ id, at: steady + (ms > 2 ** 31 - 1 ? 0 : ms), run: () => fn(...args) });
    return { id, unref() {} };
  };
  globalThis.clearTimeout = (timer) => {
    timers = timers.filter(({ id }) => id !== timer?.id);
  };
  Date.now = () => wall;
  performance.now = () => steady;
  return {
    /** Every delay that was asked for, in milliseconds. */
    delays,
    get pending() {
      return timers.length;
    },
    /** Both clocks go on, and timers run when they are due. */
    async advance(seconds) {
      const end = steady + seconds * 1_000;
      await settle();
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((one) => one !== due);
        wall += Math.max(due.at - steady, 0);
        steady = Math.max(due.at, steady);
        due.run();
        await settle();
      }
      wall += end - steady;
      steady = end;
      await settle();
    },
    /** The machine sleeps: the wall clock goes on, timers do not. */
    sleep(seconds) {
      wall += seconds * 1_000;
    },
    /** Somebody sets the clock. */
    set(seconds) {
      wall += seconds * 1_000;
    },
    restore() {
      globalThis.setTimeout = REAL.setTimeout;
      globalThis.clearTimeout = REAL.clearTimeout;
      Date.now = REAL.now;
      performance.now = REAL.steady;
    },
  };
}
