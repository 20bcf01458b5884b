/**
 * Key set panel: the members of a key set and what can be done with it.
 */
import { words } from "../language.js";
import { seenText } from "../reading/seen-text.js";
import { copyButtons } from "./copying.js";
import { button, code, element, find, setText } from "./element.js";

/**
 * @param {HTMLElement} root
 * @param {{ onHandOver: () => Promise<boolean> }} handlers `onHandOver`: whether an inspector took it
 */
export function createKeySetPanel(root, { onHandOver }) {
  const caption = find(root, "#key-set-caption");
  const rows = find(root, "tbody");
  const buttons = find(root, "#key-set-buttons");
  const status = find(root, "#key-set-status");

  const handOver = async () => {
    setText(status, "");
    const isTaken = await onHandOver();
    setText(status, words(isTaken ? "key-sets.taken" : "key-sets.nobody-open"));
  };

  return {
    /**
     * - `text`: what is copied and handed over; nothing if no member can be used
     *
     * @param {{ host: string, members: readonly import("../keys/key-set-members.js").KeySetMember[], text?: string } | undefined} set
     */
    show(set) {
      root.hidden = set === undefined;
      setText(status, "");
      if (!set) return rows.replaceChildren();
      setText(caption, words("key-sets.caption", { count: set.members.length, host: set.host }));
      rows.replaceChildren(...set.members.map(row));
      if (set.text === undefined) return buttons.replaceChildren();
      const copies = [{ what: words("key-sets.copy"), text: set.text }];
      buttons.replaceChildren(
        button(words("key-sets.hand"), handOver, { class: "small" }),
        ...copyButtons(copies, (message) => setText(status, message)),
      );
    },
  };
}

function row({ kid, kty, alg, use, thumbprint, reason }) {
  const here = reason === undefined ? words("key-sets.usable") : words(reasonKey(reason));
  const state = reason === undefined ? "ok" : "failed";
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, shown(kid)),
    ...[kty, alg, use, thumbprint].map((text) => element("td", {}, shown(text))),
    element("td", { "data-state": state }, here),
  );
}

/** Whatever the host wrote: short, and with nothing in it that hides. */
function shown(text) {
  if (text === undefined) return "–";
  return code(seenText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text));
}

function reasonKey(reason) {
  return OWN_REASONS.includes(reason) ? `key-sets.reason.${reason}` : `cannot.${reason}`;
}

const OWN_REASONS = ["private", "secret"];
const LONGEST = 120;
