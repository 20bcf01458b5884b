/**
 * Key input: the secret or public key, how it is to be read, and the passphrase it may need.
 */
import { acceptFiles } from "./dropping.js";
import { find, setLines } from "./element.js";

/**
 * @param {HTMLElement} root
 * @param {{ onChange: () => void, onFile: (bytes: Uint8Array) => void }} handlers
 */
export function createKeyInput(root, { onChange, onFile }) {
  const box = find(root, "#key");
  const encoding = find(root, "#key-encoding");
  const passphrase = find(root, "#passphrase");
  const passphraseField = find(root, "#passphrase-field");
  const message = find(root, "#key-message");

  box.addEventListener("input", onChange);
  passphrase.addEventListener("input", onChange);
  encoding.addEventListener("change", onChange);
  acceptFiles(root, onFile);

  return {
    /** What was typed. */
    typed() {
      return { text: box.value, encoding: encoding.value, passphrase: passphrase.value };
    },

    /**
     * @param {string} text
     * @param {string} [how] `text`, `base64`, `base64url` or `hex`
     */
    set(text, how = "text") {
      box.value = text;
      encoding.value = how;
      passphrase.value = "";
      onChange();
    },

    /**
     * @param {Parameters<typeof setLines>[1]} lines what there is to say about the key
     * @param {boolean} isEncrypted
     */
    report(lines, isEncrypted) {
      passphraseField.hidden = !isEncrypted;
      setLines(message, lines);
    },
  };
}
