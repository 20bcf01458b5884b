/**
 * Page words: the sentences that stand in the HTML, in the language of the page.
 *
 * `data-words` names an element's text, `data-words-label` its `aria-label`.
 */
import { words } from "./language.js";

/** @param {ParentNode} root */
export function translatePage(root) {
  for (const node of root.querySelectorAll("[data-words]")) {
    node.textContent = words(/** @type {HTMLElement} */ (node).dataset.words ?? "");
  }
  for (const node of root.querySelectorAll("[data-words-label]")) {
    node.setAttribute(
      "aria-label",
      words(/** @type {HTMLElement} */ (node).dataset.wordsLabel ?? ""),
    );
  }
}
