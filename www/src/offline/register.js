/**
 * Register: has the site kept by its service worker, and says how far that is.
 */
import { workerAddress } from "../trusted-types.js";

/**
 * @typedef {object} OfflineState
 * @property {"unsupported" | "installing" | "ready" | "update-waiting" | "failed"} state
 * @property {string} version of the page as it is
 * @property {string} [next] the version that waits
 */

/**
 * Registers the worker, and calls `onState` now and whenever something changes. Nothing is reloaded
 * before `applyUpdate` is called.
 *
 * - `version`: of the page; empty for files that no site was made of, which have nothing to keep
 *
 * @param {{ onState: (state: OfflineState) => void, version: string }} options
 * @returns {{ applyUpdate(): Promise<void> }}
 */
export function registerOffline({ onState, version }) {
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;

  const tell = async () => onState({ version, ...(await stateOf(registration, version)) });

  const register = async () => {
    // Not there on plain http, but for this machine, and in some private windows.
    if (!version || !navigator.serviceWorker) return onState({ version, state: "unsupported" });
    onState({ version, state: "installing" });
    try {
      // The page comes first: the worker fetches every file once more.
      await loaded();
      const address = /** @type {string} */ (workerAddress());
      registration = await navigator.serviceWorker.register(address, { updateViaCache: "none" });
    } catch {
      // Refused by the browser or its owner, or the file cannot be had.
    }
    if (!registration) return onState({ version, state: "failed" });
    const watch = (worker) => worker?.addEventListener("statechange", tell);
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration?.installing));
    // Another page of the site has loaded the new version.
    navigator.serviceWorker.addEventListener("controllerchange", tell);
    await tell();
  };
  void register();

  return {
    async applyUpdate() {
      if (registration?.waiting) await activated(registration.waiting);
      location.reload();
    },
  };
}

async function stateOf(registration, version) {
  const { installing, waiting, active } = registration;
  const next = await versionOf(waiting ?? active);
  // Also where the worker is already the new one and only this page is not.
  if (next !== undefined && next !== version && !installing) {
    return { state: "update-waiting", next };
  }
  if (active || waiting) return { state: "ready" };
  return { state: installing ? "installing" : "failed" };
}

function versionOf(worker) {
  if (!worker) return undefined;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ type: "version" }, [port2]);
  });
}

function activated(worker) {
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve(undefined);
    });
    worker.postMessage({ type: "take-over" });
  });
}

function loaded() {
  if (document.readyState === "complete") return undefined;
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}
