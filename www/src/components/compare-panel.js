/**
 * Compare panel: what differs between two tokens of the watch list.
 */
import { words } from "../language.js";
import { compareTokens } from "../comparing/compare.js";
import { visible } from "../reading/json-text.js";
import { durationText } from "../time/date-text.js";
import { code, element, find, setText } from "./element.js";

/**
 * - `readingOf`: the token of an entry of the watch list, as read
 *
 * @param {HTMLElement} root
 * @param {{ readingOf: (id: number) => any }} handlers
 */
export function createComparePanel(root, { readingOf }) {
  const choices = [find(root, "#compare-first"), find(root, "#compare-second")];
  const caption = find(root, "#differences-caption");
  const rows = find(root, "#differences tbody");

  const compare = () => {
    const [first, second] = choices.map(({ value }) => readingOf(Number(value)));
    const all = first && second ? compareTokens(first, second) : [];
    const differences = all.filter(({ change }) => change !== "same");
    setText(caption, words("compare.caption", { count: differences.length }));
    rows.replaceChildren(...all.map(row));
  };
  for (const choice of choices) choice.addEventListener("change", compare);

  return {
    /** @param {readonly { id: number, label: string }[]} entries */
    show(entries) {
      const wasShown = !root.hidden;
      root.hidden = entries.length < 2;
      choices.forEach((choice, index) => {
        const before = choice.value;
        choice.replaceChildren(
          ...entries.map(({ id, label }) => element("option", { value: String(id) }, label)),
        );
        const isThere = entries.some(({ id }) => String(id) === before);
        // What was chosen when there was only one entry was no choice.
        const isKept = isThere && !root.hidden && wasShown;
        choice.value = isKept ? before : String(entries[Math.min(index, entries.length - 1)]?.id);
      });
      compare();
    },
  };
}

function row({ name, change, before, after, seconds }) {
  const cell = (text) => element("td", {}, ...(text === undefined ? [] : [code(text)]));
  const changed = element("td", { "data-change": change }, words(`compare.${change}`));
  if (seconds) {
    const direction = seconds > 0 ? "compare.later" : "compare.earlier";
    const duration = durationText(Math.ceil(Math.abs(seconds)));
    changed.append(element("p", { class: "note" }, words(direction, { duration })));
  }
  const heading = element("th", { scope: "row" }, code(visible(name)));
  return element("tr", {}, heading, changed, cell(before), cell(after));
}
