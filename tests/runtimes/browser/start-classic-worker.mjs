/**
 * A page that has a classic worker run the suite.
 */
globalThis.outcome = new Promise((resolve, reject) => {
  const worker = new Worker(new URL("classic-worker.js", import.meta.url));
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message || "the worker did not load"));
});
