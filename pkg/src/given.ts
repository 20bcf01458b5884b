/**
 * Given options: each of them known and read, or a `TypeError`.
 *
 * A misspelt option would be a check that silently does not happen, so unknown names are refused.
 */

/**
 * What `read` makes of the options that are given. Only `undefined` means that one is not given.
 *
 * @throws TypeError for a name that `types` does not have
 */
export function readGiven<Type>(
  options: object | undefined,
  types: Readonly<Record<string, Type>>,
  read: (value: unknown, type: Type, name: string) => unknown,
): Record<string, unknown> {
  // No prototype: a polluted `Object.prototype` must not add options.
  const given: Record<string, unknown> = Object.create(null);
  if (options === undefined) return given;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError("options is not an object");
  }
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(types, name)) throw new TypeError(`unknown option ${JSON.stringify(name)}`);
    if (value !== undefined) given[name] = read(value, types[name]!, name);
  }
  return given;
}
