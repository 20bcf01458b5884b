/**
 * What a verifier's cache may hold.
 */
import { type OptionType, readOptions } from "./options.js";

export interface CacheOptions {
  /** How many tokens at most. */
  entries: number;
  /** How many bytes of tokens at most; their claims take about twice as much on top. Default 8 MiB. */
  maxBytes?: number;
  /** Gives every caller the same frozen header and claims, instead of fresh copies. */
  shared?: boolean;
}

const CACHE_TYPES: Readonly<Record<keyof CacheOptions, OptionType>> = {
  entries: "size",
  maxBytes: "size",
  shared: "boolean",
};

/** @internal */
export function readCacheOptions(cache: number | CacheOptions): CacheOptions {
  if (typeof cache === "number") return { entries: cache };
  const options = readOptions(cache, CACHE_TYPES);
  if (options.entries === undefined) throw new TypeError("option cache lacks entries");
  return options as unknown as CacheOptions;
}
