/**
 * Labels: short names for tokens, in which nothing hides. Pure.
 */
import { seenText } from "../reading/seen-text.js";

/**
 * `text` on one line of at most 60 characters. Characters that are not seen, or that turn the
 * direction of text, are written as escapes.
 *
 * @param {string} text
 */
export function cleanLabel(text) {
  // Before the rest, since claims may be as long as a token.
  const start = text
    .slice(0, 4 * MAX_LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  const seen = seenText(start);
  const characters = [...seen];
  if (characters.length <= MAX_LENGTH) return seen;
  return `${characters.slice(0, MAX_LENGTH - 1).join("")}…`;
}

/**
 * A label from what the token says: kind, subject, issuer, start of its id. Without any of them its
 * algorithm and its last letters.
 *
 * @param {string} token
 * @param {Record<string, unknown>} claims
 * @param {unknown} alg
 */
export function defaultLabel(token, claims, alg) {
  const of = (name, length) => startOf(textOf(claims, name) ?? "", length);
  const parts = [
    of("token_type", 12),
    of("sub", 24) || of("user_id", 24),
    issuerText(claims),
    of("jti", 8),
  ];
  const label = cleanLabel(parts.filter(Boolean).join(" · "));
  if (label !== "") return label;
  return cleanLabel(`${typeof alg === "string" ? alg.slice(0, 12) : ""} …${token.slice(-6)}`);
}

/** A claim's value as text, if it is text or a number: nothing that a label could be made of else. */
export function textOf(claims, name) {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const isPlain =
    typeof value === "string" || typeof value === "number" || typeof value === "bigint";
  return isPlain ? cleanLabel(String(value)) : undefined;
}

/** Of an issuer's address the host says most. */
function issuerText(claims) {
  const issuer = textOf(claims, "iss") ?? "";
  return startOf(issuer.replace(/^https?:\/\//, ""), 24);
}

/** By characters: half of one would be shown as an escape. */
function startOf(text, length) {
  return [...text].slice(0, length).join("");
}

const MAX_LENGTH = 60;
