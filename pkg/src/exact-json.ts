/**
 * JSON with exact integers, both ways, for the rare texts and values that hold integers beyond
 * 2^53 − 1. `JSON.parse` would round them and `JSON.stringify` refuses `bigint`.
 */

/**
 * Parses `text`, which is known to be strict JSON at most 128 levels deep; integers beyond 2^53 − 1
 * become `bigint`. Values are those of `JSON.parse` otherwise; `__proto__` is an own property.
 */
export function parseExact(text: string): unknown {
  const token = /\s*("(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+|[,:[\]{}])/y;
  const next = (): string => token.exec(text)?.[1] ?? "";
  const value = (first: string): unknown => {
    if (first === "{") {
      const object: Record<string, unknown> = {};
      for (let name = next(); name !== "}"; name = next()) {
        if (name === ",") continue;
        next();
        Object.defineProperty(object, JSON.parse(name) as string, {
          value: value(next()),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return object;
    }
    if (first === "[") {
      const array: unknown[] = [];
      for (let item = next(); item !== "]"; item = next()) {
        if (item !== ",") array.push(value(item));
      }
      return array;
    }
    const isBig = /^-?\d+$/.test(first) && !Number.isSafeInteger(Number(first));
    return isBig ? BigInt(first) : JSON.parse(first);
  };
  return value(next());
}

/** Stringifies like `JSON.stringify`, but `bigint`s as integers. */
export function stringifyExact(value: unknown): string | undefined {
  const own = hasToJson(value) ? value.toJSON() : value;
  if (typeof own === "bigint") return String(own);
  if (typeof own !== "object" || own === null) return JSON.stringify(own);
  if (Array.isArray(own)) {
    return `[${Array.from(own, (item) => stringifyExact(item) ?? "null").join()}]`;
  }
  const members: string[] = [];
  for (const [name, member] of Object.entries(own)) {
    const text = stringifyExact(member);
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join()}}`;
}

/** Whether `JSON.stringify` would ask the value for another in its place. */
export function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { toJSON?: unknown }).toJSON === "function"
  );
}
