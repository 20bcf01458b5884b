/**
 * The verifier's cache of what it has accepted, for verifiers that ask for it.
 */
import type { CacheOptions } from "./cache-options.js";
import type { Verified } from "./claims.js";
import { copyJson, freezeJson } from "./json-copy.js";
import { TokenCache } from "./token-cache.js";
import type { Cache, Kept } from "./token-verifier.js";
import type { Validity } from "./verified.js";

/** The default of `maxBytes`. */
const MAX_CACHE_BYTES = 1 << 23;

export class ResultCache implements Cache {
  readonly #kept: TokenCache<Kept>;
  readonly #isShared: boolean;

  constructor({ entries, maxBytes = MAX_CACHE_BYTES, shared = false }: CacheOptions) {
    this.#kept = new TokenCache(entries, maxBytes);
    this.#isShared = shared;
  }

  get(token: string): Kept | undefined {
    return this.#kept.get(token);
  }

  give({ result }: Kept): Verified<object> {
    return this.#isShared ? result : copyOf(result);
  }

  set(token: string, result: Verified<object>, validity: Validity): void {
    this.#kept.set(token, {
      result: this.#isShared ? freezeJson(result) : copyOf(result),
      validity,
    });
  }

  delete(token: string): void {
    this.#kept.delete(token);
  }

  clear(): void {
    this.#kept.clear();
  }
}

function copyOf({ header, payload, key }: Verified<object>): Verified<object> {
  return { header: copyJson(header), payload: copyJson(payload), key };
}
