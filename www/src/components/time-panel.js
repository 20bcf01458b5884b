/**
 * Time panel: whether a token is in force, its dates, and how they draw near.
 */
import { isNumericDate, localText, relativeText, utcText } from "../date-text.js";
import { DATE_CLAIMS, timeStatus } from "../time-status.js";
import { element, find, setText } from "./element.js";

/** @param {HTMLElement} root */
export function createTimePanel(root) {
  const line = find(root, "#time-line");
  const status = find(root, "#time-status");
  const detail = find(root, "#time-detail");
  const table = find(root, "table");
  const rows = find(table, "tbody");
  /** @type {Record<string, unknown> | undefined} */
  let claims;
  /** @type {((now: number) => void)[]} */
  let refreshRows = [];
  let timer;

  const refresh = () => {
    clearTimeout(timer);
    const now = Date.now() / 1000;
    const shown = claims
      ? timeStatus(claims, now)
      : { state: "unknown", words: "not known", detail: "" };
    line.dataset.state = shown.state;
    setText(status, `Time: ${shown.words}`);
    setText(detail, shown.detail);
    for (const refreshRow of refreshRows) refreshRow(now);
    // On the full second, because that is when dates come.
    if (claims) timer = setTimeout(refresh, 1000 - (Date.now() % 1000));
  };
  // In the background timers are held back; whoever returns is to see the present.
  document.addEventListener("visibilitychange", refresh);

  return {
    /** @param {Record<string, unknown> | undefined} shown the claims, if there are any to show */
    show(shown) {
      claims = shown;
      const present = DATE_CLAIMS.filter((name) => shown && Object.hasOwn(shown, name));
      const made = present.map((name) => dateRow(name, shown?.[name]));
      rows.replaceChildren(...made.map(({ row }) => row));
      refreshRows = made.map((one) => one.refresh);
      table.hidden = made.length === 0;
      refresh();
    },
  };
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function dateRow(name, value) {
  const relative = element("p", { class: "relative" });
  const cell = isNumericDate(value)
    ? element(
        "td",
        {},
        element("p", {}, element("code", { translate: "no" }, utcText(value))),
        element("p", {}, localText(value)),
        relative,
      )
    : element("td", {}, "Not a date: a date is a number, seconds since 1970.");
  const heading = element("th", { scope: "row" }, element("code", { translate: "no" }, name));
  return {
    row: element("tr", {}, heading, cell),
    /** @param {number} now */
    refresh(now) {
      if (isNumericDate(value)) setText(relative, relativeText(value, now));
    },
  };
}
