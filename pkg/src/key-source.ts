/**
 * Key source: keys that come from elsewhere and change, as the entries that verify see them.
 *
 * A protocol, not a class: the entries are bundles of their own and know each other's key sources
 * by a registered symbol.
 */
import type { Jwks } from "./key.js";

/** Marks a key source. Registered, so that every entry's copy is the same. */
export const KEY_SOURCE = Symbol.for("wasm-jwt.KeySource");

/**
 * What an `AbortSignal` has that matters here; said so that these types need neither those of the
 * DOM nor those of Node.
 */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: any;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** How long a caller waits: until its signal is aborted. Others that wait are not disturbed. */
export interface WaitOptions {
  signal?: Signal | undefined;
}

/** Keys that are loaded, and looked up again when a token names one that is not among them. */
export interface KeySource {
  readonly [KEY_SOURCE]: true;
  /** Counts the sets: changes whenever `current` does. */
  readonly version: number;
  /** The last good set; `undefined` before the first, and when it is too old to be used. */
  readonly current: Jwks | undefined;
  /**
   * Resolves to a set that is fresh enough, or to the last good one if the host fails; rejects if
   * there is none, and with the signal's reason when it is aborted.
   */
  load(options?: WaitOptions): Promise<Jwks>;
  /**
   * Looks for newer keys, after a `kid` that is not in the set. Resolves to whether the set changed.
   * Sends nothing sooner than the cooldown after the last request. Rejects as `load` does, so never
   * while there is a last good set, unless the signal is aborted.
   */
  refresh(options?: WaitOptions): Promise<boolean>;
}

export function isKeySource(key: unknown): key is KeySource {
  return typeof key === "object" && key !== null && KEY_SOURCE in key;
}
