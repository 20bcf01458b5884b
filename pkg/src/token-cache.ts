/**
 * A cache of values by token, bounded by their number and by the tokens' bytes.
 */

/**
 * Two generations, each half of what is allowed: what is used moves to the young one, and when that
 * is full it becomes the old one, and what was in the old one is gone. No entry is ever sought to be
 * evicted, and what is in use stays.
 */
export class TokenCache<V> {
  readonly #entries: number;
  readonly #bytes: number;
  readonly #hasOld: boolean;
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #youngBytes = 0;

  constructor(entries: number, maxBytes: number) {
    this.#entries = Math.max(1, Math.floor(entries / 2));
    this.#hasOld = entries > 1;
    this.#bytes = maxBytes / 2;
  }

  get(token: string): V | undefined {
    const young = this.#young.get(token);
    if (young !== undefined) return young;
    const old = this.#old.get(token);
    if (old !== undefined) this.set(token, old);
    return old;
  }

  /** Keeps `value`, unless its token alone is more than a generation holds. */
  set(token: string, value: V): void {
    const bytes = token.length;
    if (bytes > this.#bytes) return;
    if (this.#young.size >= this.#entries || this.#youngBytes + bytes > this.#bytes) {
      this.#old = this.#hasOld ? this.#young : new Map();
      this.#young = new Map();
      this.#youngBytes = 0;
    }
    this.#young.set(token, value);
    this.#youngBytes += bytes;
    this.#old.delete(token);
  }

  delete(token: string): void {
    if (this.#young.delete(token)) this.#youngBytes -= token.length;
    this.#old.delete(token);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#youngBytes = 0;
  }
}
