/**
 * Fake tabs: what browsers give the pages of one origin, for copies of the entry in one process.
 */

/** Makes channels that hear one another; `sent` lists what was said. */
export function createChannels() {
  const open = new Set();
  const make = () => {
    const listeners = [];
    const self = {
      postMessage(message) {
        make.sent.push(message);
        const data = structuredClone(message);
        for (const other of open) {
          if (other !== self) queueMicrotask(() => other.hear({ data }));
        }
      },
      hear: (event) => listeners.forEach((listener) => listener(event)),
      addEventListener: (_, listener) => listeners.push(listener),
      close: () => open.delete(self),
    };
    open.add(self);
    return self;
  };
  make.sent = [];
  return make;
}

/** A lock manager: one holder a name, the others in the order in which they came. */
export function createLocks() {
  const queues = new Map();
  return {
    async request(name, { signal } = {}, work) {
      const before = queues.get(name) ?? Promise.resolve();
      const turn = before.then(() => {
        signal?.throwIfAborted();
        return work();
      });
      queues.set(
        name,
        turn.catch(() => {}),
      );
      return turn;
    },
  };
}
