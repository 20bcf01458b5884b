/**
 * Preferences: language and colours, the only things that this page ever stores, and only once they
 * are chosen.
 */
const NAME = "wasm-jwt inspector preferences";

/** @returns {{ language?: string, theme?: string }} */
export function readPreferences() {
  try {
    const stored = JSON.parse(localStorage.getItem(NAME) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    // Storage is shut, or holds something else. Neither matters.
    return {};
  }
}

/** @param {{ language?: string, theme?: string }} chosen */
export function keepPreferences(chosen) {
  try {
    localStorage.setItem(NAME, JSON.stringify({ ...readPreferences(), ...chosen }));
  } catch {
    // They hold for as long as the page is open, then.
  }
}
