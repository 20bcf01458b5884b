/**
 * Found list: the tokens that were dug out of what was pasted, if there are several.
 */
import { words } from "../language.js";
import { button, element, find } from "./element.js";

/** As many letters of a token as tell it from the others. */
const SHOWN_LETTERS = 28;

/**
 * @param {HTMLElement} root
 * @param {{ onChoose: (index: number) => void }} handlers
 */
export function createFoundList(root, { onChoose }) {
  const list = find(root, "#found-list");
  const pairNote = find(root, "#found-pair");

  return {
    /**
     * @param {ReturnType<typeof import("../reading/find-tokens.js").findTokens>} result
     * @param {number} chosen
     */
    show({ found, pair }, chosen) {
      root.hidden = found.length < 2;
      pairNote.hidden = pair === undefined;
      const items = found.length < 2 ? [] : found.map((one, index) => item(one, index, pair));
      list.replaceChildren(...items);
      items[chosen]?.firstElementChild?.setAttribute("aria-current", "true");
    },
  };

  function item({ token, source, name }, index, pair) {
    const parts = [
      words("found-list.one", { number: index + 1, source: words(`found.source.${source}`) }),
    ];
    if (name) parts.push(name);
    if (pair?.access === index) parts.push(words("found-list.access"));
    if (pair?.refresh === index) parts.push(words("found-list.refresh"));
    const short = token.length > SHOWN_LETTERS ? `${token.slice(0, SHOWN_LETTERS)}…` : token;
    const made = button(parts.join(" · "), () => onChoose(index));
    made.append(element("br", {}), element("code", { translate: "no" }, short));
    return element("li", {}, made);
  }
}
