/**
 * Copy panel: the token and what can be made of it, for pasting elsewhere.
 */
import { words } from "../language.js";
import { shareLink, withoutSignature } from "../signing/share.js";
import { snippets } from "../signing/snippets.js";
import { timeStatus } from "../time/time-status.js";
import { copyButtons } from "./copying.js";
import { find, setText } from "./element.js";

/** @param {HTMLElement} root */
export function createCopyPanel(root) {
  const buttons = find(root, "#copy-buttons");
  const message = find(root, "#copy-message");

  return {
    /**
     * @param {import("../reading/read-token.js").Reading | undefined} reading
     * @param {number} now
     */
    show(reading, now) {
      root.hidden = reading === undefined;
      setText(message, "");
      const copies = reading ? copiesOf(reading, now) : [];
      buttons.replaceChildren(...copyButtons(copies, (done) => setText(message, done)));
    },
  };
}

function copiesOf({ token, payloadText, claims, alg }, now) {
  const copies = [{ what: words("copy.token"), text: token }];
  const redacted = withoutSignature(token);
  if (redacted !== undefined) copies.push({ what: words("copy.redacted"), text: redacted });
  if (payloadText !== undefined) copies.push({ what: words("copy.payload"), text: payloadText });
  for (const { code, text } of snippets(token, { alg })) {
    copies.push({ what: words(`snippet.${code}`), text });
  }
  // Of a token that still opens a door no link is offered.
  if (claims && timeStatus(claims, now).state === "expired") {
    copies.push({ what: words("copy.link"), text: shareLink(location.href, token) });
  }
  return copies;
}
