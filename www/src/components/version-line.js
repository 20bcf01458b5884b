/**
 * Version line: which version the page is, whether it works without a network, and a button for a
 * newer one.
 */
import { words } from "../language.js";
import { button, element } from "./element.js";

/**
 * @param {HTMLElement} root
 * @param {{ onUpdate: () => void }} handlers
 */
export function createVersionLine(root, { onUpdate }) {
  /** @type {import("../offline/register.js").OfflineState | undefined} */
  let last;
  const line = element("span", {});
  const news = element("span", { role: "status" });
  const update = button("", onUpdate, { class: "small", hidden: "" });
  root.replaceChildren(line, " ", news, " ", update);

  const render = () => {
    if (!last) return;
    const { state, version, next } = last;
    const isKept = state === "ready" || state === "update-waiting";
    const offline = words(`offline.${isKept ? "ready" : state}`);
    line.textContent = version ? words("offline.version", { version, state: offline }) : offline;
    const isNew = state === "update-waiting";
    news.textContent = isNew ? words("offline.update", { version: next ?? "" }) : "";
    update.textContent = words("offline.load");
    update.hidden = !isNew;
  };

  return {
    /** @param {import("../offline/register.js").OfflineState} state */
    show(state) {
      last = state;
      render();
    },
    /** Says it again, in the language that the page speaks now. */
    retell: render,
  };
}
