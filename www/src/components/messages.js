/**
 * Messages: what there is to say about the text in the token box and in the key box.
 */
import { words } from "../language.js";

/** @typedef {{ kind: "error" | "warning" | "note", text: string }} Line */

/**
 * @param {string} text what was pasted
 * @param {ReturnType<typeof import("../reading/find-tokens.js").findTokens>} result
 * @param {import("../reading/read-token.js").Reading | undefined} reading
 * @returns {Line[]}
 */
export function tokenLines(text, { found, stripped }, reading) {
  /** @type {Line[]} */
  const lines = [];
  if (text.trim() !== "" && found.length === 0) {
    lines.push({ kind: "error", text: words("token.none") });
  }
  // Such as WebAssembly being blocked: its message says what to do.
  const broken = reading?.report.checks.find(({ name }) => name === "arguments");
  if (broken) lines.push({ kind: "error", text: words("token.broken", { reason: broken.reason }) });
  const faulty = reading?.segments.find(({ state }) => state !== "ok");
  if (faulty && reading?.form !== "jwe") {
    const role = words(`segment.role.${faulty.role}`);
    const state = words(`segment.state.${faulty.state}`);
    lines.push({ kind: "error", text: words("token.refused", { role, state }) });
  }
  if (found.length === 1 && stripped.length > 0) {
    const names = stripped.map((code) => words(`found.stripped.${code}`)).join(", ");
    lines.push({ kind: "note", text: words("token.stripped", { list: names }) });
  }
  return lines;
}

/**
 * @param {ReturnType<typeof import("../keys/describe-key.js").describeKey>} described
 * @param {number} now
 * @param {string} [host] whose key set it is, if it was handed over
 * @returns {Line[]}
 */
export function keyLines(described, now, host) {
  /** @type {Line[]} */
  const lines = [];
  if (host !== undefined) lines.push({ kind: "note", text: words("key.handed", { host }) });
  const { isPrivate, notBefore, notAfter } = described ?? {};
  if (isPrivate) lines.push({ kind: "note", text: words("key.private") });
  if (notBefore !== undefined && notAfter !== undefined) {
    const [from, to] = [notBefore, notAfter].map(utcDay);
    lines.push({ kind: "note", text: words("key.certificate", { from, to }) });
    if (now < notBefore || now > notAfter) {
      lines.push({ kind: "warning", text: words("key.certificate-not-now") });
    }
  }
  return lines;
}

function utcDay(seconds) {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.valueOf()) ? "?" : date.toISOString().slice(0, 10);
}
