/**
 * Signature panel: the secret, and whether the token's signature holds with it.
 *
 * It only ever reads the token: on a page that signs with what is typed, every secret would fit.
 */
import { readSecret } from "../secret.js";
import {
  NOT_CHECKED,
  SECRET_LENGTHS,
  cannotBeChecked,
  checkSignature,
  unsupported,
} from "../signature-status.js";
import { find, setText } from "./element.js";

/**
 * - `verify`: the package's
 *
 * @param {HTMLElement} root
 * @param {{ verify: (token: string, secret: string | Uint8Array, options: object) => unknown }} parts
 */
export function createSignaturePanel(root, { verify }) {
  const status = find(root, "#signature-status");
  const detail = find(root, "#signature-detail");
  const secret = find(root, "#secret");
  const encoding = find(root, "#secret-encoding");
  const warning = find(root, "#secret-warning");
  /** @type {ReturnType<typeof import("../read-token.js").readToken>} */
  let shown = {};

  const check = () => {
    const { read, refusal } = shown;
    if (refusal !== undefined) return cannotBeChecked("the token cannot be read");
    if (!read) return NOT_CHECKED;
    const reason = unsupported(read.alg);
    if (reason) return reason;
    if (secret.value === "") return NOT_CHECKED;
    const key = readSecret(secret.value, encoding.value);
    if ("refusal" in key) return cannotBeChecked(key.refusal);
    return checkSignature(verify, read.token, key.secret);
  };

  const refresh = () => {
    const found = check();
    status.dataset.state = found.state;
    setText(status, `Signature: ${found.words}`);
    showLine(detail, found.detail);
    showLine(warning, found.isWeak && shown.read ? weakText(shown.read.alg) : undefined);
  };
  secret.addEventListener("input", refresh);
  encoding.addEventListener("change", refresh);

  return {
    /** @param {typeof shown} result of reading a token; empty if there is none */
    show(result) {
      shown = result;
      refresh();
    },

    /** @param {string} text as text; empties the box if it is empty */
    setSecret(text) {
      secret.value = text;
      encoding.value = "text";
      refresh();
    },
  };
}

function showLine(node, text) {
  node.hidden = text === undefined;
  setText(node, text ?? "");
}

function weakText(alg) {
  const length = SECRET_LENGTHS.get(alg);
  return `Warning: this secret is shorter than the ${length} bytes that ${alg} needs, so it could be guessed. It was tried all the same.`;
}
