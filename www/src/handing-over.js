/**
 * Handing over: from a document that may ask other hosts to the inspector, which may not. It goes from
 * tab to tab of this origin, over no network.
 */

/**
 * Calls `onHanded` with whatever `read` makes of a message, and says that it was taken. What `read`
 * makes nothing of is ignored.
 *
 * @template T
 * @param {BroadcastChannel} channel
 * @param {(data: any) => T | undefined} read
 * @param {(handed: T) => void} onHanded
 */
export function receive(channel, read, onHanded) {
  channel.addEventListener("message", ({ data }) => {
    const handed = read(data);
    if (handed === undefined) return;
    onHanded(handed);
    channel.postMessage({ type: "taken" });
  });
}

/**
 * Hands `message` to whatever inspectors are open, and closes the channel.
 *
 * @param {BroadcastChannel} channel
 * @param {object} message
 * @returns {Promise<boolean>} whether one took it within a second
 */
export function handOver(channel, message) {
  return new Promise((resolve) => {
    const end = (taken) => {
      clearTimeout(timer);
      channel.close();
      resolve(taken);
    };
    const timer = setTimeout(end, WAIT_MS, false);
    channel.addEventListener("message", ({ data }) => {
      if (data?.type === "taken") end(true);
    });
    channel.postMessage(message);
  });
}

const WAIT_MS = 1_000;
