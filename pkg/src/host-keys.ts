/**
 * Keys that the host has imported: once for each work and algorithm, kept with the key they are of.
 */
export class HostKeys {
  readonly #keys = new Map<string, CryptoKey | Promise<CryptoKey>>();

  /** The key known as `id`, or what `make` makes. A failure is not kept. */
  get(id: string, make: () => Promise<CryptoKey>): CryptoKey | Promise<CryptoKey> {
    const kept = this.#keys.get(id);
    if (kept) return kept;
    const made = make();
    const keys = this.#keys;
    keys.set(id, made);
    // Once it is there, nobody has to wait for it.
    made.then(
      (key) => {
        if (keys.get(id) === made) keys.set(id, key);
      },
      () => {
        if (keys.get(id) === made) keys.delete(id);
      },
    );
    return made;
  }

  clear(): void {
    this.#keys.clear();
  }
}
