/**
 * Leaves: the values in an object that are no containers, each with the name of its member. Pure.
 */
import { visible } from "../reading/visible-text.js";

/**
 * With a stack of its own: a hostile object is deeper than calls can go.
 *
 * @param {object} object
 * @returns {Iterable<{ name: string, value: unknown }>} in the object's order; elements of an array have its name
 */
export function* leavesOf(object) {
  /** @type {{ name: string, value: any }[]} */
  const stack = [{ name: "", value: object }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { name, value } = item;
    if (typeof value !== "object" || value === null) {
      yield item;
    } else if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at--) stack.push({ name, value: value[at] });
    } else {
      const members = Object.entries(value);
      for (let at = members.length - 1; at >= 0; at--) {
        stack.push({ name: members[at][0], value: members[at][1] });
      }
    }
  }
}

/**
 * Names for words: a few, short, and with nothing in them that cannot be seen.
 *
 * @param {readonly string[]} names
 */
export function shownNames(names) {
  const shown = names.slice(0, MOST).map((name) => visible(name.slice(0, LONGEST)));
  return names.length > MOST ? `${shown.join(", ")}, …` : shown.join(", ");
}

const MOST = 10;
const LONGEST = 60;
