/**
 * Skew: by how much the server's clock is ahead of this one.
 *
 * Each answer that tells the server's time is a sample; the one with the shortest round trip is the
 * most exact. Two seconds are within what a `Date` in whole seconds and a slow network can tell.
 */

export interface Skew {
  /** To be added to this clock; 0 if it is too small to matter. */
  readonly seconds: number;
  /** `date`: the header; `iat`: of a new token; `expiry`: a token was refused that seemed in force. */
  readonly source: "date" | "iat" | "expiry";
  /** The round trip of the sample, in seconds. */
  readonly rtt: number;
}

const KEPT = 8;
const IGNORED = 2;

export interface SkewEstimate {
  readonly best: Skew | undefined;
  readonly seconds: number;
  /** Says whether the estimate changed. */
  add(sample: Skew): boolean;
  /** Forgets every sample, or only the guesses, and says whether the estimate changed. */
  forget(source?: Skew["source"]): boolean;
}

export function createSkew(): SkewEstimate {
  let samples: Skew[] = [];
  let best: Skew | undefined;
  const choose = (kept: Skew[]) => {
    const before = best?.seconds ?? 0;
    samples = kept;
    best = samples.reduce<Skew | undefined>((a, b) => (a && a.rtt <= b.rtt ? a : b), undefined);
    if (best && Math.abs(best.seconds) <= IGNORED) best = { ...best, seconds: 0 };
    return before !== (best?.seconds ?? 0);
  };
  return {
    get best() {
      return best;
    },
    get seconds() {
      return best?.seconds ?? 0;
    },
    add: (sample) => choose([...samples, sample].slice(-KEPT)),
    forget: (source) => choose(source ? samples.filter((one) => one.source !== source) : []),
  };
}
