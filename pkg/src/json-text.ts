/**
 * JSON text of what callers give, refusing what `JSON.stringify` would silently change.
 */
import { hasToJson, stringifyExact } from "./exact-json.js";

/** The depth that a verifier takes, here and elsewhere. */
const MAX_DEPTH = 128;

/** Stringifies an object of claims or header members, refusing what JSON would silently change. */
export function stringify(value: object, what: string): string {
  const hasBigIntegers = inspect(value, what, 1);
  const text = hasBigIntegers ? stringifyExact(value) : JSON.stringify(value);
  if (text?.[0] !== "{") throw new TypeError(`${what} is not an object`);
  return text;
}

/** Whether a `bigint` is in `value`. NaN, Infinity and what is too deep (or cyclic) is refused. */
function inspect(value: unknown, what: string, depth: number): boolean {
  if (typeof value === "bigint") return true;
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`${what} hold a number that is not finite`);
  }
  if (typeof value !== "object" || value === null) return false;
  if (depth > MAX_DEPTH) throw new TypeError(`${what} hold themselves, or are too deep`);
  if (hasToJson(value)) return inspect(value.toJSON(), what, depth + 1);
  let found = false;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (inspect(member, what, depth + 1)) found = true;
  }
  return found;
}
