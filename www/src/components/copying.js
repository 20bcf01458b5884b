/**
 * Copying: buttons that put a text on the clipboard, and say so.
 */
import { words } from "../language.js";
import { button } from "./element.js";

/**
 * @param {{ what: string, text: string }[]} copies `what`: the words for it
 * @param {(message: string) => void} onDone
 */
export function copyButtons(copies, onDone) {
  return copies.map(({ what, text }) =>
    button(
      what,
      async () => {
        try {
          await navigator.clipboard.writeText(text);
          onDone(words("copy.copied", { what }));
        } catch {
          onDone(words("copy.failed"));
        }
      },
      { class: "small" },
    ),
  );
}
