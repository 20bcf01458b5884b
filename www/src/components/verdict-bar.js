/**
 * Verdict bar: how the signature and the time stand, in words, apart from one another.
 */
import { words, hasWords } from "../language.js";
import { relativeText } from "../time/date-text.js";
import { timeStatus } from "../time/time-status.js";
import { find, setText } from "./element.js";

/** @param {HTMLElement} root */
export function createVerdictBar(root) {
  const signatureLine = find(root, "#signature-line");
  const signature = find(root, "#signature-status");
  const signatureDetail = find(root, "#signature-detail");
  const timeLine = find(root, "#time-line");
  const time = find(root, "#time-status");
  const timeDetail = find(root, "#time-detail");

  // On request: what is said once is said again only if it was gone in between.
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyT" || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    for (const node of [signature, time]) {
      const text = node.textContent;
      node.textContent = "";
      setTimeout(() => (node.textContent = text));
    }
  });

  return {
    /** @param {import("../signature/verdict.js").Verdict | undefined} verdict */
    showSignature(verdict = { state: "not-checked", hints: [] }) {
      signatureLine.dataset.state = verdict.state;
      setText(signature, words("signature.status", { words: verdictWords(verdict) }));
      setText(signatureDetail, detailWords(verdict));
    },

    /**
     * @param {Record<string, unknown> | undefined} claims
     * @param {number} now
     */
    showTime(claims, now) {
      const { state, claim = "", date } = claims ? timeStatus(claims, now) : { state: "unknown" };
      timeLine.dataset.state = state;
      setText(time, words("time.status", { words: words(`time.${state}`, { claim }) }));
      const relative = date === undefined ? "" : relativeText(date, now);
      setText(timeDetail, claims ? words(`time.detail.${state}`, { relative }) : "");
    },
  };
}

function verdictWords({ state, reason = "", parameters }) {
  if (state !== "cannot") return words(`verdict.${state}`);
  const key = hasWords(`cannot.${reason}`) ? `cannot.${reason}` : "cannot.unknown";
  return words("verdict.cannot", { reason: words(key, { reason, ...parameters }) });
}

function detailWords({ state, kid, hints, report }) {
  const [hint] = hints;
  if (hint) {
    const { code, algorithm = "", keyIndex = 0 } = hint;
    return words(`hint.${code}`, { algorithm, number: keyIndex + 1 });
  }
  if (state !== "valid") return "";
  const lines = [];
  if (kid !== undefined) lines.push(words("verdict.kid", { kid }));
  // The time has its own status; of the rest the reader would not know.
  const isTime = ["ERR_JWT_EXPIRED", "ERR_JWT_NOT_YET_VALID", undefined].includes(report?.code);
  if (!isTime) lines.push(words("verdict.refused-anyway"));
  return lines.join(" ");
}
