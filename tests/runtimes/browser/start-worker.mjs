/**
 * A page that has a module worker run the suite.
 */
globalThis.outcome = new Promise((resolve, reject) => {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message || "the worker did not load"));
});
