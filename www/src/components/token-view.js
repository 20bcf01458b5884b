/**
 * Token view: the header or the claims of a token, exactly as it has them, and what the registered
 * names mean.
 */
import { memberTexts, prettyJson } from "../json-text.js";
import { CLAIM_MEANINGS, HEADER_MEANINGS } from "../meanings.js";
import { element, find, setText } from "./element.js";

const SEGMENTS = {
  header: { meanings: HEADER_MEANINGS, textOf: (read) => read.headerText },
  claims: { meanings: CLAIM_MEANINGS, textOf: (read) => read.payloadText },
};

/**
 * @param {HTMLElement} root
 * @param {"header" | "claims"} which
 */
export function createTokenView(root, which) {
  const { meanings, textOf } = SEGMENTS[which];
  const empty = find(root, "[data-when=empty]");
  const json = find(root, "pre");
  const table = find(root, "table");
  const rows = find(table, "tbody");

  const show = (read) => {
    const text = read ? textOf(read) : "";
    empty.hidden = read !== undefined;
    json.hidden = read === undefined;
    setText(json, text && prettyJson(text));
    // In the order of the token, like the text above.
    const registered = [...memberTexts(text)].filter(([name]) => meanings.has(name));
    rows.replaceChildren(
      ...registered.map(([name, value]) => row(name, value, meanings.get(name) ?? "")),
    );
    table.hidden = registered.length === 0;
  };
  show(undefined);

  return {
    /** @type {(read: import("../read-token.js").ReadToken | undefined) => void} */
    show,
  };
}

function row(name, value, meaning) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("code", { translate: "no" }, name)),
    element(
      "td",
      {},
      element("code", { translate: "no" }, value),
      element("p", { class: "note" }, meaning),
    ),
  );
}
