/**
 * Session token: one of a session's tokens, with its claims, its state, and how long it is good for.
 */
import { claimOrigin } from "../dictionary/claims.js";
import { words } from "../language.js";
import { relativeText } from "../time/date-text.js";
import { timeStatus } from "../time/time-status.js";
import { copyButtons } from "./copying.js";
import { button, find, setText } from "./element.js";
import { createJsonView } from "./json-view.js";

/**
 * - `onHandOver`: whether an inspector took the token
 * - `onDone`: told what came of copying and handing over
 *
 * @param {HTMLElement} root
 * @param {{ onHandOver: (token: string) => Promise<boolean>, onDone: (message: string) => void }} handlers
 */
export function createSessionToken(root, { onHandOver, onDone }) {
  const heading = find(root, "h2");
  const line = find(root, ".verdict");
  const status = find(line, "[role=status]");
  const detail = find(line, ".detail");
  const renewal = find(root, "[data-part=renewal]");
  const tools = find(root, "[data-part=tools]");
  const view = createJsonView(find(root, "[data-part=claims]"), {
    prefix: "claim",
    originOf: claimOrigin,
  });
  /** @type {Record<string, unknown> | undefined} */
  let claims;

  const handOver = async (token) => {
    onDone("");
    const isTaken = await onHandOver(token);
    onDone(words(isTaken ? "session.taken" : "session.nobody-open"));
  };

  return {
    /**
     * - `kind`: `access`, `refresh` or `sliding`
     * - `texts`: the claims as they are written
     *
     * @param {{ kind: string, reading: import("../reading/read-token.js").Reading, texts: ReadonlyMap<string, string> } | undefined} shown
     */
    show(shown) {
      root.hidden = shown === undefined;
      claims = shown?.reading.claims;
      if (!shown) {
        for (const node of [status, detail, renewal]) setText(node, "");
        tools.replaceChildren();
        return view.show(undefined, new Map());
      }
      const { kind, reading, texts } = shown;
      setText(heading, words(`session.token.${kind}`));
      view.show(reading.payloadText, texts, reading.report.segments[1]?.duplicates);
      const { token } = reading;
      const copies = [{ what: words("session.copy"), text: token }];
      const hand = button(words("session.hand"), () => handOver(token), { class: "small" });
      tools.replaceChildren(hand, ...copyButtons(copies, onDone));
    },

    /** @param {number} now by the host's clock, as far as it is known */
    tick(now) {
      if (root.hidden) return;
      const { state, claim = "", date } = claims ? timeStatus(claims, now) : { state: "unknown" };
      line.dataset.state = state;
      setText(status, words("time.status", { words: words(`time.${state}`, { claim }) }));
      const relative = date === undefined ? "" : relativeText(date, now);
      setText(detail, claims ? words(`time.detail.${state}`, { relative }) : "");
      setText(renewal, renewalText(claims, now));
    },
  };
}

/** A sliding token says itself until when it can be renewed. */
function renewalText(claims, now) {
  const { refresh_exp: end } = Object(claims);
  if (typeof end !== "number" || !Number.isFinite(end)) return "";
  const key = now < end ? "session.renewable" : "session.not-renewable";
  return words(key, { relative: relativeText(end, now) });
}
