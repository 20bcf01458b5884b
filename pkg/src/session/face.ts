/**
 * Face: what watches and sessions show to the outside: events, and a store that React's
 * `useSyncExternalStore`, Svelte's `$store` and Vue's `shallowRef` take as it is.
 */
import { report } from "./alarm.js";

/** A store: one `subscribe` for every framework. */
export interface Store<S> {
  /**
   * Calls `listener` with the snapshot at once and after each change, until the function that it
   * returns is called. Svelte's contract wants the call at once; to React it is a change that is none.
   */
  readonly subscribe: (listener: (snapshot: S) => void) => () => void;
  /** The snapshot: the same frozen object until something changes. */
  readonly getSnapshot: () => S;
}

/** The part of `EventTarget` that is used, with the events' types. */
export interface Events<E> {
  addEventListener<K extends keyof E & string>(
    type: K,
    listener: (event: CustomEvent<E[K]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof E & string>(
    type: K,
    listener: (event: CustomEvent<E[K]>) => void,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Ends something for good; `using` does it. */
export interface Disposable {
  readonly dispose: () => void;
  [Symbol.dispose](): void;
}

export interface Face<M, S> {
  readonly face: EventTarget & M & Store<S>;
  /** Freezes and shows a snapshot. */
  show(snapshot: S): void;
  emit(type: string, detail?: object): void;
}

/** An `EventTarget` that has `members` too, getters included. */
export function createFace<M extends { dispose(): void }, S>(first: S, members: M): Face<M, S> {
  let snapshot = Object.freeze(first);
  const listeners = new Set<(snapshot: S) => void>();
  const target = new EventTarget();
  const tell = (listener: (snapshot: S) => void) => {
    try {
      listener(snapshot);
    } catch (error) {
      report(error);
    }
  };
  const store: Store<S> = {
    subscribe: (hear) => {
      // A function of its own: the same one may be subscribed twice.
      const listener = (snapshot: S) => hear(snapshot);
      listeners.add(listener);
      tell(listener);
      return () => void listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
  };
  for (const own of [store, members]) {
    Object.defineProperties(target, Object.getOwnPropertyDescriptors(own));
  }
  if (Symbol.dispose) Object.defineProperty(target, Symbol.dispose, { value: members.dispose });
  return {
    face: target as EventTarget & M & Store<S>,
    show: (next) => {
      snapshot = Object.freeze(next);
      for (const listener of [...listeners]) if (listeners.has(listener)) tell(listener);
    },
    emit: (type, detail = {}) => {
      // Some edge hosts have no CustomEvent.
      const event =
        typeof CustomEvent === "function"
          ? new CustomEvent(type, { detail })
          : Object.assign(new Event(type), { detail });
      target.dispatchEvent(event);
    },
  };
}
