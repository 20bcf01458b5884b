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
