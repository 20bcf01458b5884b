/**
 * Dropping: files that are dragged onto a part of the page, or chosen by its button.
 */

/** Beyond this a file is none of a token, a key or a HAR. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * @param {HTMLElement} root shows that a file may be dropped
 * @param {(bytes: Uint8Array, name: string) => void} onFile
 */
export function acceptFiles(root, onFile) {
  const isFile = (event) => event.dataTransfer?.types.includes("Files");
  root.addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    root.classList.add("dropping");
  });
  root.addEventListener("dragleave", () => root.classList.remove("dropping"));
  root.addEventListener("drop", (event) => {
    root.classList.remove("dropping");
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void readFile(file, onFile);
  });
}

/**
 * @param {File} file
 * @param {(bytes: Uint8Array, name: string) => void} onFile
 */
export async function readFile(file, onFile) {
  const bytes = file.size > MAX_BYTES ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  onFile(bytes, file.name);
}
