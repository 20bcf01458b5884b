/**
 * JSON view: a text exactly as the token has it, laid out and coloured, and what its names mean.
 */
import { hasWords, words } from "../language.js";
import { jsonHead, visible } from "../reading/json-text.js";
import { button, code, element, find } from "./element.js";

/** Longer ones are cut: laying out hundreds of thousands of letters would freeze the page. */
const SHOWN_CHARACTERS = 12_000;

/**
 * - `prefix`: of the strings that say what the names mean, `claim` or `member`
 * - `originOf`: where a name is registered
 *
 * @param {HTMLElement} root
 * @param {{ prefix: string, originOf: (name: string) => { reference: string, url?: string } | undefined }} dictionary
 */
export function createJsonView(root, { prefix, originOf }) {
  const empty = find(root, "[data-when=empty]");
  const json = find(root, "pre");
  const more = find(root, ".buttons");
  const table = find(root, "table");
  const rows = find(table, "tbody");

  const lay = (text, limit) => {
    const { pieces, isCut } = jsonHead(text, limit);
    json.replaceChildren(...coloured(pieces));
    if (!isCut) return more.replaceChildren();
    const label = words("view.more", { characters: text.length });
    more.replaceChildren(button(label, () => lay(text, Infinity)));
  };

  return {
    /**
     * - `members`: the values as they are written, by name
     *
     * @param {string | undefined} text nothing, if there is none to show
     * @param {ReadonlyMap<string, string>} members
     * @param {readonly string[]} [duplicates] names that are there more than once
     */
    show(text, members, duplicates = []) {
      empty.hidden = text !== undefined;
      json.hidden = text === undefined;
      if (text === undefined) {
        json.replaceChildren();
        more.replaceChildren();
      } else {
        lay(text, SHOWN_CHARACTERS);
      }
      // In the order of the token, like the text above.
      const known = [...members].filter(
        ([name]) => duplicates.includes(name) || hasWords(`${prefix}.${name}`),
      );
      rows.replaceChildren(
        ...known.map(([name, value]) => row(name, value, duplicates.includes(name))),
      );
      table.hidden = known.length === 0;
    },
  };

  function row(name, value, isDuplicate) {
    const origin = originOf(name);
    const key = `${prefix}.${name}`;
    const cell = element("td", {}, code(value.length > 400 ? `${value.slice(0, 400)}…` : value));
    if (isDuplicate) cell.append(element("p", { class: "note error" }, words("view.duplicate")));
    if (hasWords(key)) {
      const meaning = element("p", { class: "note" }, `${words(key)} `);
      if (origin) meaning.append(reference(origin));
      cell.append(meaning);
    }
    const heading = element("th", { scope: "row" }, code(visible(name)));
    return element("tr", {}, heading, cell);
  }
}

/** @param {{ reference?: string, text?: string, url?: string }} origin */
export function reference({ reference: name, text = name ?? "", url }) {
  if (url === undefined) return element("span", {}, `(${text})`);
  return element("a", { href: url, target: "_blank", rel: "noreferrer" }, text);
}

function coloured(pieces) {
  return pieces.map(([kind, lexeme]) =>
    kind === "space" ? lexeme : element("span", { class: kind }, lexeme),
  );
}
