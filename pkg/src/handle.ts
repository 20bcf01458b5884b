/**
 * Handles: numbers that stand for keys, verifiers and signers inside wasm, and their end.
 */
import { afterTrap, generation, glue, instantiate, replyError } from "./engine.js";

/** A handle that this side has to free. */
interface Owned {
  readonly number: number;
  readonly generation: number;
}

// workerd has none before its compatibility date 2025-05-05: there, only `free` frees.
const registry =
  typeof FinalizationRegistry === "function" ? new FinalizationRegistry<Owned>(release) : undefined;

/** Frees what `owned` stands for, unless its instance is gone and everything with it. */
function release(owned: Owned): void {
  if (owned.generation === generation) glue.free(owned.number);
}

/** Calls `make`, which gives a new handle's number or 0; throws the error if it gives 0. */
export function make(makeNumber: () => number): number {
  instantiate();
  try {
    const number = makeNumber();
    if (number !== 0) return number;
  } catch (error) {
    throw afterTrap(error);
  }
  throw replyError();
}

/** Calls `act`, which tells whether it succeeded; throws the error if it did not. */
export function run(act: () => boolean): void {
  try {
    if (act()) return;
  } catch (error) {
    throw afterTrap(error);
  }
  throw replyError();
}

/** A handle in the keeping of an object: freed on demand, or when the object is forgotten. */
export class Handle {
  readonly #what: string;
  #owned: Owned | undefined;

  /**
   * @param what how errors name the object, such as `key`
   * @param holder the object; when it is collected, so is what the number stands for
   */
  constructor(what: string, number: number, holder: object) {
    this.#what = what;
    this.#owned = { number, generation };
    registry?.register(holder, this.#owned, this);
  }

  /** The number. Throws a `TypeError` after `free`, or if the instance had to be replaced. */
  get number(): number {
    const owned = this.#owned;
    if (owned?.generation === generation) return owned.number;
    throw new TypeError(
      owned
        ? `this ${this.#what} was lost when the wasm module had to be replaced: make a new one`
        : `this ${this.#what} was freed`,
    );
  }

  /** Wipes and forgets what the number stands for. More than once does nothing more. */
  free(): void {
    if (!this.#owned) return;
    registry?.unregister(this);
    release(this.#owned);
    this.#owned = undefined;
  }
}

/** Lets `using` work where the runtime has `Symbol.dispose`. */
export function makeDisposable(prototype: { free(): void }): void {
  if (Symbol.dispose) {
    Object.defineProperty(prototype, Symbol.dispose, {
      value: function (this: { free(): void }) {
        this.free();
      },
      configurable: true,
      writable: true,
    });
  }
}
