/**
 * Segment list: the parts of a token, each with a status of its own.
 */
import { words } from "../language.js";
import { button, element, find } from "./element.js";

/**
 * @param {HTMLElement} root
 * @param {{ onNested: (token: string) => void }} handlers
 */
export function createSegmentList(root, { onNested }) {
  const list = find(root, "#segment-list");

  return {
    /** @param {import("../reading/read-token.js").Reading | undefined} reading */
    show(reading) {
      root.hidden = reading === undefined;
      const items = (reading?.segments ?? []).map(item);
      const { nested } = reading ?? {};
      if (nested !== undefined) {
        items.push(
          element(
            "li",
            {},
            button(words("segments.open-nested"), () => onNested(nested)),
          ),
        );
      }
      list.replaceChildren(...items);
    },
  };
}

function item({ role, state, reason, length, bytes, parameters }) {
  const size =
    bytes === undefined
      ? words("segments.length", { characters: length })
      : words("segments.size", { characters: length, bytes });
  const line = element(
    "p",
    {},
    element("span", { class: "role" }, words(`segment.role.${role}`)),
    ": ",
    element(
      "span",
      { "data-state": state === "ok" ? "ok" : "failed" },
      words(`segment.state.${state}`),
    ),
    ` (${size})`,
  );
  const made = element("li", { "data-role": role, "data-segment-state": state }, line);
  if (reason) {
    const text = words(`segment.reason.${reason}`, parameters);
    made.append(element("p", { class: "note" }, text));
  }
  return made;
}
