/**
 * Trusted Types: the one policy of this site, and the one thing that it lets through.
 *
 * Where the browser has them, a text is refused as the address of a script.
 */

/** The service worker's address, fit for `register`. */
export function workerAddress() {
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}

// Beside the documents. Not by this module's own address: a bundle has another one.
const WORKER = new URL("service-worker.js", document.baseURI).href;

const policy = globalThis.trustedTypes?.createPolicy("wasm-jwt", {
  createScriptURL(address) {
    if (address !== WORKER) throw new TypeError("this is not the service worker's address");
    return address;
  },
});
