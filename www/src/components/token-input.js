/**
 * Token input: the box for the token, its buttons, and what there is to say about what was typed.
 */
import { acceptFiles, readFile } from "./dropping.js";
import { find, setLines } from "./element.js";

/**
 * - `onChange`: called with the text of the box whenever it has changed
 * - `onFile`: called with the bytes of a file that was opened or dropped here
 *
 * @param {HTMLElement} root
 * @param {{
 *   onChange: (text: string) => void,
 *   onFile: (bytes: Uint8Array) => void,
 *   onExample: (algorithm: string) => void,
 *   onWatch: () => void,
 *   onClear: () => void,
 * }} handlers
 */
export function createTokenInput(root, { onChange, onFile, onExample, onWatch, onClear }) {
  const box = find(root, "#token");
  const message = find(root, "#token-message");
  const watch = find(root, "#watch-token");
  const file = find(root, "#file");
  const algorithm = find(root, "#example-algorithm");

  const set = (text) => {
    box.value = text;
    onChange(text);
  };

  box.addEventListener("input", () => onChange(box.value));
  find(root, "#load-example").addEventListener("click", () => onExample(algorithm.value));
  watch.addEventListener("click", onWatch);
  find(root, "#clear").addEventListener("click", () => {
    onClear();
    box.focus();
  });
  find(root, "#open-file").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    if (file.files[0]) void readFile(file.files[0], onFile);
    // The same file may be opened again.
    file.value = "";
  });
  acceptFiles(root, onFile);
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
     * @param {Parameters<typeof setLines>[1]} lines what there is to say about the text
     * @param {boolean} isToken whether there is a token that can be watched
     */
    report(lines, isToken) {
      box.setAttribute("aria-invalid", String(lines.some(({ kind }) => kind === "error")));
      watch.disabled = !isToken;
      setLines(message, lines);
    },
  };
}

function isEditable(target) {
  return target instanceof Element && target.closest("input, textarea") !== null;
}
