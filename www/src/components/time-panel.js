/**
 * Time panel: the dates of a token, drawn and in words, and how they draw near.
 */
import { words } from "../language.js";
import { localText, relativeText, utcText } from "../time/date-text.js";
import { layOut } from "../time/timeline.js";
import { code, element, find, setText } from "./element.js";

/** @param {HTMLElement} root */
export function createTimePanel(root) {
  const empty = find(root, "[data-when=empty]");
  const timeline = find(root, "#timeline");
  const table = find(root, "#dates");
  const rows = find(table, "tbody");
  /** @type {ReturnType<typeof import("../time/dates.js").datesOf>} */
  let dates = [];
  /** @type {((now: number) => void)[]} */
  let ticks = [];

  return {
    /**
     * @param {typeof dates} shown
     * @param {number} now
     */
    show(shown, now) {
      dates = shown;
      const made = dates.map(dateRow);
      rows.replaceChildren(...made.map(({ row }) => row));
      ticks = made.flatMap((one) => one.ticks);
      table.hidden = made.length === 0;
      empty.hidden = made.length > 0;
      this.tick(now);
    },

    /** @param {number} now */
    tick(now) {
      for (const tick of ticks) tick(now);
      const drawn = dates.flatMap(({ name, seconds }) =>
        seconds === undefined ? [] : [{ name, seconds }],
      );
      const laidOut = layOut(drawn, now);
      timeline.hidden = laidOut === undefined;
      const rows = Math.max(...(laidOut?.marks ?? []).map(({ row }) => row), 0) + 1;
      timeline.style.height = `${1.5 + rows * 1.5}rem`;
      timeline.replaceChildren(...(laidOut ? drawing(laidOut) : []));
    },
  };
}

/** The table beside it says the same in words, so that a reader of the screen misses nothing. */
function drawing({ marks, from, to, now }) {
  const track = element("div", { class: "track" });
  const drawn = [track];
  if (to !== undefined) {
    const start = from ?? 0;
    const isPast = now >= to;
    const bar = element("div", { class: isPast ? "in-force past" : "in-force" });
    bar.style.left = percent(start);
    bar.style.width = percent(Math.max(0, to - start));
    drawn.push(bar);
  }
  for (const { name, at, row } of marks) {
    const label = name === "now" ? words("time.mark.now") : name;
    const sides = [name === "now" ? "now" : "", at > 0.8 ? "left" : ""].join(" ");
    const mark = element("div", { class: `mark ${sides}` }, element("span", {}, label));
    mark.style.left = percent(at);
    mark.style.height = `${2.4 + row * 1.5}rem`;
    drawn.push(mark);
  }
  return drawn;
}

function percent(part) {
  return `${(part * 100).toFixed(3)}%`;
}

function dateRow({ name, text, seconds, asMilliseconds }) {
  const ticks = [];
  const reading = (at) => {
    const relative = element("p", { class: "relative" });
    ticks.push((now) => setText(relative, relativeText(at, now)));
    return element(
      "div",
      { class: "reading" },
      element("p", {}, code(utcText(at))),
      element("p", {}, localText(at)),
      relative,
    );
  };
  const cell = element("td", {});
  if (seconds === undefined) {
    cell.append(code(text), element("p", { class: "note error" }, words("time.row.not-a-date")));
  } else if (asMilliseconds === undefined) {
    cell.append(reading(seconds));
  } else {
    cell.append(
      code(text),
      element("p", { class: "note warning" }, words("time.row.seconds")),
      reading(seconds),
      element("p", { class: "note warning" }, words("time.row.milliseconds")),
      reading(asMilliseconds),
    );
  }
  const heading = element("th", { scope: "row" }, code(name));
  return { row: element("tr", {}, heading, cell), ticks };
}
