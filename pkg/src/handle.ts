/**
 * Handles: numbers that stand for keys, verifiers and signers inside wasm, and their end.
 */
import { afterTrap, generation, wasm, instantiate, replyError } from "./engine.js";

/** What `Handle` owns: a number, and the instance that gave it. */
interface Owned {
  readonly number: number;
  readonly generation: number;
}

// workerd has none before its compatibility date 2025-05-05: there, only `free` frees.
const registry =
  typeof FinalizationRegistry === "function" ? new FinalizationRegistry<Owned>(release) : undefined;

/** Frees what `owned` stands for, unless its instance is gone and everything with it. */
function release(owned: Owned): void {
  if (owned.generation === generation) call(() => wasm.free(owned.number));
}

/** Calls into wasm. A trap gives up the instance. */
export function call<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw afterTrap(error);
  }
}

/** Calls `act`, which gives 0 where it is refused; throws the error then. */
export function run(act: () => number): void {
  if (!call(act)) throw replyError();
}

/** What a number stands for, until it is freed. */
export class Handle {
  readonly #what: string;
  #owned: Owned | undefined;

  /**
   * @param what how errors name it, such as `key`
   * @param make gives its number, or 0 if it is refused
   */
  constructor(what: string, make: () => number) {
    instantiate();
    const number = call(make);
    if (number === 0) {
      const error = replyError();
      // What was refused may be a key: this wipes what it left behind, and frees nothing.
      call(() => wasm.free(0));
      throw error;
    }
    this.#what = what;
    this.#owned = { number, generation };
  }

  /**
   * The number, for the very next call into wasm: whatever the caller's code does in between (a
   * clock, a `toJSON`) may free the handle, and the number may then stand for something else.
   *
   * Throws a `TypeError` after `free`, or if the instance had to be replaced.
   */
  get number(): number {
    const owned = this.#owned;
    if (owned?.generation === generation) return owned.number;
    throw new TypeError(
      owned
        ? `this ${this.#what} was lost when the wasm module had to be replaced: make a new one`
        : `this ${this.#what} was freed`,
    );
  }

  /** Frees it too when `holder` is collected. */
  keepFor(holder: object): this {
    if (this.#owned) registry?.register(holder, this.#owned, this);
    return this;
  }

  /** Wipes and forgets what the number stands for. More than once does nothing more. */
  free(): void {
    const owned = this.#owned;
    if (!owned) return;
    this.#owned = undefined;
    registry?.unregister(this);
    release(owned);
  }
}

/** Hands `handle` to `use`, and frees it afterwards. */
export function whileOpen<T>(handle: Handle, use: (handle: Handle) => T): T {
  try {
    return use(handle);
  } finally {
    handle.free();
  }
}

/**
 * Lets `using` work where the runtime has `Symbol.dispose`. Called where objects are made: a class that
 * is changed where it stands is one that no bundler leaves out.
 */
export function makeDisposable(prototype: { free(): void }): void {
  if (Symbol.dispose && !Object.hasOwn(prototype, Symbol.dispose)) {
    Object.defineProperty(prototype, Symbol.dispose, {
      value: function (this: { free(): void }) {
        this.free();
      },
      configurable: true,
      writable: true,
    });
  }
}
