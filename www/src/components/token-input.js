/**
 * Token input: the box for the token, its buttons, and what there is to say about what was typed.
 */
import { element, find } from "./element.js";

/**
 * - `onChange`: called with the text of the box whenever it has changed
 *
 * @param {HTMLElement} root
 * @param {{
 *   onChange: (text: string) => void,
 *   onExample: () => void,
 *   onClear: () => void,
 * }} handlers
 */
export function createTokenInput(root, { onChange, onExample, onClear }) {
  const box = find(root, "textarea");
  const message = find(root, "#token-message");
  let messageText = "";

  const set = (text) => {
    box.value = text;
    onChange(text);
  };

  box.addEventListener("input", () => onChange(box.value));
  find(root, "#load-example").addEventListener("click", onExample);
  find(root, "#clear").addEventListener("click", () => {
    onClear();
    box.focus();
  });
  // What is pasted while nothing is being edited is meant for this box.
  document.addEventListener("paste", (event) => {
    if (isEditable(event.target)) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text === "") return;
    event.preventDefault();
    set(text);
    box.focus();
  });

  return {
    set,

    /**
     * Says what was stripped from the text, and why the rest is no token.
     *
     * @param {{ stripped: string[], refusal?: string }} report
     */
    report({ stripped, refusal }) {
      const lines = [];
      if (refusal) lines.push(["error", `${refusal}.`]);
      if (stripped.length > 0)
        lines.push(["note", `Stripped before reading: ${stripped.join(", ")}.`]);
      box.setAttribute("aria-invalid", String(refusal !== undefined));
      // Typing on must not have the same message announced again.
      const text = lines.flat().join();
      if (text === messageText) return;
      messageText = text;
      message.replaceChildren(...lines.map(([kind, line]) => element("p", { class: kind }, line)));
    },
  };
}

function isEditable(target) {
  return target instanceof Element && target.closest("input, textarea") !== null;
}
