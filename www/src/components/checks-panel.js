/**
 * Checks panel: what verification asks of a token, rule by rule.
 */
import { hasWords, words } from "../language.js";
import { element, find } from "./element.js";

/** @param {HTMLElement} root */
export function createChecksPanel(root) {
  const list = find(root, "#checks-list");

  return {
    /** @param {readonly { name: string, outcome: string, rfc: string, code?: string }[]} checks */
    show(checks) {
      root.hidden = checks.length === 0;
      list.replaceChildren(...checks.filter(({ name }) => hasWords(`check.${name}`)).map(item));
    },
  };
}

function item({ name, outcome, rfc, code }) {
  return element(
    "li",
    { "data-check": name },
    element("span", { class: "outcome", "data-state": outcome }, words(`check.${outcome}`)),
    element("span", {}, words(`check.${name}`)),
    element("span", { class: "note", translate: "no" }, code ? `${code}, ${rfc}` : rfc),
  );
}
