/**
 * Replaces what a text box holds, all at once and as trusted input, which is what a paste does.
 *
 * Key by key, the protocols take minutes for a large text. Runs in the page, so it can use nothing
 * from outside itself.
 *
 * @param {string} selector
 * @param {string} text
 */
export function insert(selector, text) {
  const box = document.querySelector(selector);
  box.focus();
  box.select();
  document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (box.value !== text) throw new Error(`${selector} did not take the text`);
}
