/**
 * Copies of what `JSON.parse` gave: several times as fast as parsing again.
 */

/** A copy that shares nothing with `value`. */
export function copyJson<T>(value: T): T {
  return isContainer(value) ? (copyContainer(value) as T) : value;
}

function copyContainer(value: object): object {
  if (Array.isArray(value)) return value.map(copyJson);
  // A spread takes `__proto__` for the own property that it is; so does the assignment to it then.
  const copy: Record<string, unknown> = { ...value };
  for (const name of Object.keys(copy)) {
    const member = copy[name];
    if (isContainer(member)) copy[name] = copyContainer(member);
  }
  return copy;
}

/** Freezes `value` and all that is in it. */
export function freezeJson<T>(value: T): T {
  if (isContainer(value)) Object.values(Object.freeze(value)).forEach(freezeJson);
  return value;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
