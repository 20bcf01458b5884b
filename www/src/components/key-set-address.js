/**
 * Key set address: the field for it, and the buttons that name the host before it is asked.
 */
import { words } from "../language.js";
import { find, setText } from "./element.js";

/**
 * - `onType`: called with the text of the field whenever it has changed
 * - `onAsk`, `onAskOther`: the host that its button names is to be asked
 *
 * @param {HTMLElement} root
 * @param {{ onType: (text: string) => void, onAsk: () => void, onAskOther: () => void }} handlers
 */
export function createKeySetAddress(root, { onType, onAsk, onAskOther }) {
  const field = find(root, "#address");
  const ask = find(root, "#ask");
  const reason = find(root, "#address-reason");
  const discovered = find(root, "#discovered");
  const named = find(root, "#discovered-address");
  const other = find(root, "#other-host");
  const askOther = find(root, "#ask-other");
  const status = find(root, "#ask-status");

  field.addEventListener("input", () => onType(field.value));
  ask.addEventListener("click", onAsk);
  askOther.addEventListener("click", onAskOther);

  return {
    set(text) {
      field.value = text;
      onType(text);
    },

    /** @param {ReturnType<typeof import("../keys/key-set-address.js").readKeySetAddress>} address */
    showAddress(address) {
      const isRefused = address.kind === "refused";
      const isWrong = isRefused && address.reason !== "empty";
      ask.disabled = isRefused;
      setText(ask, askLabel(isRefused ? undefined : address.host));
      field.setAttribute("aria-invalid", String(isWrong));
      reason.className = isWrong ? "note error" : "note";
      setText(reason, isRefused ? words(`key-sets.refused.${address.reason}`) : "");
    },

    /**
     * Shows where the issuer says that its key set is, with a button if that is another host.
     *
     * @param {import("../keys/key-set-address.js").KeySetAddress | undefined} address
     * @param {boolean} isOther
     */
    showNamed(address, isOther) {
      discovered.hidden = address === undefined;
      other.hidden = !isOther;
      setText(named, address?.href ?? "");
      setText(askOther, askLabel(address?.host));
    },

    /**
     * @param {string} text
     * @param {boolean} isError
     */
    report(text, isError) {
      status.className = isError ? "error" : "";
      setText(status, text);
    },
  };
}

function askLabel(host) {
  return host === undefined ? words("key-sets.ask-nobody") : words("key-sets.ask", { host });
}
