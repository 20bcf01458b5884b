/**
 * What stands behind each `Key`, known to this package alone. Apart from the class, so that who never
 * makes a key does not download it.
 */
import type { Handle } from "./handle.js";
import type { HostKeys } from "./host-keys.js";

export interface KeyInside {
  readonly handle: Handle;
  /** The key as far as the host has imported it. */
  readonly hostKeys: HostKeys;
}

const insides = new WeakMap<object, KeyInside>();

export function setInside(key: object, inside: KeyInside): void {
  insides.set(key, inside);
}

/** What stands behind `value`, or `undefined` if it is no key of this entry. */
export function insideOf(value: unknown): KeyInside | undefined {
  return insides.get(value as object);
}

// Registered, so that entries can tell each other's keys from anything else.
export const KEY_BRAND = Symbol.for("wasm-jwt.Key");
