/**
 * Measuring: every contender in turn, many rounds, the best round of each counts.
 *
 * Machines drift by a third within minutes, so only ratios within one run mean anything. The best
 * round is the one that was disturbed least, by other programs or by the garbage collector.
 *
 * Runs unchanged in Node and in browsers.
 */

const ROUNDS = 40;

/** Shorter rounds do not count: a browser's clock goes by steps of 5 us. */
const ROUND_MS = 4;

/** How many fresh inputs are made at once: those of the longest token still fit into a cache. */
const FRESH = 256;

/**
 * Nanoseconds a turn, for each of `list`: `{ async?, run }`, where `run` gets the input of its turn.
 *
 * Without `fresh` every turn gets the same input. With it, `fresh()` makes one for each turn, outside
 * of what is timed: strings of the same characters, but none that was seen before. An engine keeps
 * the hash of a string with the string, so a cache that looks tokens up would otherwise get that
 * for nothing, and no server is sent the same string object twice.
 *
 * - `rounds`, `turns`: how many rounds count, and how many turns the first has. Slow work needs fewer.
 */
export async function measure(list, input, fresh, { rounds = ROUNDS, turns: first = 20 } = {}) {
  const best = list.map(() => Infinity);
  const turns = list.map(() => first);
  for (let round = 0; round < rounds;) {
    let counts = true;
    for (const [at, one] of list.entries()) {
      const ms = await time(one, turns[at], input, fresh);
      if (ms < ROUND_MS) {
        // Also how everything warms up: compiled code needs more turns than what it replaces.
        turns[at] = Math.ceil(turns[at] * Math.min(10, (1.25 * ROUND_MS) / Math.max(ms, 0.01)));
        counts = false;
      } else {
        best[at] = Math.min(best[at], (ms / turns[at]) * 1e6);
      }
    }
    if (counts) round++;
  }
  return best;
}

/** Milliseconds for so many turns. */
async function time(one, turns, input, fresh) {
  let ms = 0;
  for (let left = turns; left > 0; left -= FRESH) {
    const count = fresh ? Math.min(left, FRESH) : left;
    const inputs = fresh ? Array.from({ length: FRESH }, fresh) : [input];
    const last = inputs.length - 1;
    const start = performance.now();
    if (one.async) for (let n = 0; n < count; n++) seen = await one.run(inputs[n & last]);
    else for (let n = 0; n < count; n++) seen = one.run(inputs[n & last]);
    ms += performance.now() - start;
    if (!fresh) break;
  }
  return ms;
}

/** What nobody looks at, an optimiser may leave undone. */
export let seen;
