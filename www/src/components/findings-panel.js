/**
 * Findings panel: what is unusual or risky, the worst first.
 */
import { words } from "../language.js";
import { element, find, setText } from "./element.js";
import { reference } from "./json-view.js";

/** @param {HTMLElement} root */
export function createFindingsPanel(root) {
  const none = find(root, "#findings-none");
  const list = find(root, "#findings-list");

  return {
    /** @param {ReturnType<typeof import("../findings/findings.js").findings> | undefined} found */
    show(found) {
      none.hidden = (found?.length ?? 0) > 0;
      setText(none, words(found ? "findings.none" : "findings.empty"));
      list.replaceChildren(...(found ?? []).map(item));
    },
  };
}

function item({ code, severity, parameters, reference: origin }) {
  const heading = element(
    "span",
    { class: "severity", "data-severity": severity },
    words(`finding.severity.${severity}`),
  );
  const text = words(`finding.${code}`, parameters);
  return element(
    "li",
    { "data-severity": severity, "data-code": code },
    element("p", {}, heading, ` ${text} `, reference(origin)),
  );
}
