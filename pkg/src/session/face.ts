/**
 * Face: what watches and sessions show to the outside: events, to listen to or to iterate over, and a
 * store that React's `useSyncExternalStore`, Svelte's `$store` and Vue's `shallowRef` take as it is.
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

/** One of the events that `E` lists by type. */
export type EventOf<E> = {
  [K in keyof E & string]: CustomEvent<E[K]> & { readonly type: K };
}[keyof E & string];

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
  /** Every event from the first `next` on, none left out; over with the loop, or with `dispose`. */
  [Symbol.asyncIterator](): AsyncGenerator<EventOf<E>, void, void>;
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
  /** Ends what iterates over the events. */
  end(): void;
}

interface Link {
  readonly event: Event;
  readonly next: Promise<Link | undefined>;
}

/** An `EventTarget` that has `members` too, getters included. */
export function createFace<M extends { dispose(): void }, S>(first: S, members: M): Face<M, S> {
  let snapshot = Object.freeze(first);
  const listeners = new Set<(snapshot: S) => void>();
  const target = new EventTarget();
  // A chain of events to come: whoever iterates holds a link of it, and nobody has to be kept in mind.
  let follow!: (link?: Link) => void;
  let last!: Promise<Link | undefined>;
  let grow = () => (last = new Promise((resolve) => (follow = resolve)));
  grow();
  const tell = (listener: (snapshot: S) => void) => {
    try {
      listener(snapshot);
    } catch (error) {
      report(error);
    }
  };
  const own: Store<S> & AsyncIterable<Event> = {
    subscribe: (hear) => {
      // A function of its own: the same one may be subscribed twice.
      const listener = (snapshot: S) => hear(snapshot);
      listeners.add(listener);
      tell(listener);
      return () => void listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    async *[Symbol.asyncIterator]() {
      let link: Link | undefined;
      while ((link = await (link ? link.next : last))) yield link.event;
    },
  };
  for (const some of [own, members]) {
    Object.defineProperties(target, Object.getOwnPropertyDescriptors(some));
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
      // The link that was waited for, with the one that is from now on.
      follow({ event, next: grow() });
      target.dispatchEvent(event);
    },
    end: () => {
      follow();
      // Whatever is still told: the chain is over, also for those who begin to iterate.
      grow = () => last;
    },
  };
}
