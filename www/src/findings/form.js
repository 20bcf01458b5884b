/**
 * Findings about the form: what two readers of one token may read differently. Pure.
 */
import { duplicateTexts } from "../reading/json-text.js";
import { leavesOf, shownNames } from "./leaves.js";

/** @typedef {import("./header.js").Found} Found */

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @returns {Found[]}
 */
export function aboutForm({ segments, headerText = "", payloadText = "", header, claims }) {
  /** @type {Found[]} */
  const found = [];
  const isDuplicate = segments.some(({ reason }) => reason === "duplicate-name");
  if (isDuplicate) {
    const names = [headerText, payloadText].flatMap((text) => [...duplicateTexts(text).keys()]);
    found.push(["duplicate-names", { names: names.length > 0 ? shownNames(names) : "…" }]);
  }
  const spelt = segments.filter(({ state, reason }) => {
    return state === "not-canonical" || reason === "byte-order-mark";
  });
  if (spelt.length > 0) found.push(["not-canonical"]);
  const big = [header, claims].flatMap((object) => (object ? bigNames(object) : []));
  if (big.length > 0) found.push(["integer-beyond-2-53", { names: shownNames(big) }]);
  return found;
}

function bigNames(object) {
  const names = new Set();
  for (const { name, value } of leavesOf(object)) {
    if (typeof value === "bigint") names.add(name);
  }
  return [...names];
}
