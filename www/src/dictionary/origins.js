/**
 * Origins: which document defines a name, and where it is to be read. Pure.
 */

/**
 * A document or a product, and the names that come from it.
 *
 * @typedef {readonly [reference: string, names: readonly string[], url?: string]} Source
 */

/** @typedef {{ reference: string, url?: string }} Origin */

/**
 * The origin of each name. A map, since names come from tokens: `__proto__` is nobody's.
 *
 * @param {readonly Source[]} sources
 * @returns {ReadonlyMap<string, Origin>}
 */
export function originsOf(sources) {
  return new Map(
    sources.flatMap(([reference, names, url = rfcUrl(reference)]) => {
      const origin = url ? { reference, url } : { reference };
      return names.map((name) => /** @type {const} */ ([name, origin]));
    }),
  );
}

/** RFCs have their addresses by number and section. */
function rfcUrl(reference) {
  const [, number, section] = /^RFC (\d+)(?: §([\d.]+))?$/.exec(reference) ?? [];
  if (number === undefined) return undefined;
  const page = `https://www.rfc-editor.org/rfc/rfc${number}`;
  return section === undefined ? page : `${page}#section-${section}`;
}
