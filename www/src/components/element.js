/**
 * Elements: making them and setting their text. Text only, never markup: claims are not to be
 * believed.
 */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/**
 * @param {string} text
 * @param {() => void} onClick
 * @param {Record<string, string>} [attributes]
 */
export function button(text, onClick, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", onClick);
  return made;
}

/** Text of a token: not to be translated, in the writing of machines. */
export function code(text) {
  return element("code", { translate: "no" }, text);
}

/**
 * Sets the text of `node` if it is another: setting it again would have it announced again and
 * would undo the reader's selection.
 *
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Shows `lines` in `node`, each a paragraph of its kind, unless they are there already: typing on must
 * not have the same message announced again.
 *
 * @param {Element} node
 * @param {readonly { kind: "error" | "warning" | "note", text: string }[]} lines
 */
export function setLines(node, lines) {
  const shown = [...node.children].map((line) => `${line.className} ${line.textContent}`);
  if (shown.join("\n") === lines.map(({ kind, text }) => `${kind} ${text}`).join("\n")) return;
  node.replaceChildren(...lines.map(({ kind, text }) => element("p", { class: kind }, text)));
}

/**
 * A part of the page that has to be there.
 *
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {any}
 */
export function find(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
}
