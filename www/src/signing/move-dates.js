/**
 * Moving dates: a payload's text with a new expiry, every other letter as it was. Pure.
 */
import { scanJson } from "../reading/json-scan.js";

/**
 * Sets `exp` to `seconds` after `now`, adding it if there is none. Where they are, `iat` becomes now,
 * and so does an `nbf` that is still to come. Text that is no JSON object stays as it is.
 *
 * @param {string} payloadText
 * @param {number} seconds
 * @param {number} now seconds since 1970
 */
export function moveDates(payloadText, seconds, now) {
  const { fault, lexemes = [], members = [] } = scanJson(payloadText);
  if (fault || lexemes[0] !== "{") return payloadText;
  const moment = Math.floor(now);
  let text = payloadText;
  // From the end, so that the places of the earlier members stay right.
  if (!members.some(({ name }) => name === "exp"))
    text = withExpiry(text, members, moment + seconds);
  for (const { name, start, end } of members.reverse()) {
    const date = dateFor(name, payloadText.slice(start, end), { moment, seconds });
    if (date !== undefined) text = text.slice(0, start) + date + text.slice(end);
  }
  return text;
}

function dateFor(name, valueText, { moment, seconds }) {
  if (name === "exp") return moment + seconds;
  if (name === "iat") return moment;
  // A moment that has passed does no harm.
  if (name === "nbf" && !(Number(valueText) <= moment)) return moment;
  return undefined;
}

/** Adds `exp` after the last member, laid out as that one is. */
function withExpiry(text, members, date) {
  const last = members.at(-1);
  if (!last) {
    const inside = text.indexOf("{") + 1;
    return `${text.slice(0, inside)}"exp": ${date}${text.slice(inside)}`;
  }
  const before = text.slice(0, last.nameStart);
  const space = before.slice(before.trimEnd().length);
  const added = `,${space}"exp":${space === "" ? "" : " "}${date}`;
  return text.slice(0, last.end) + added + text.slice(last.end);
}
