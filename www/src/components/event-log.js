/**
 * Event log: what happened in a session, the latest at the end.
 */
import { language, words } from "../language.js";
import { seenText } from "../reading/seen-text.js";
import { code, element, find } from "./element.js";

/** More would be a burden to the browser; the oldest go first. */
const KEPT = 200;

/** @param {HTMLElement} root */
export function createEventLog(root) {
  const empty = find(root, "[data-when=empty]");
  const box = find(root, "[role=log]");
  const list = find(box, "ol");
  /** @type {import("../session/log-entry.js").LogEntry[]} */
  let entries = [];

  find(root, "#clear-log").addEventListener("click", () => {
    entries = [];
    show();
  });
  const show = () => {
    list.replaceChildren(...entries.map(item));
    reveal();
  };
  const reveal = () => {
    empty.hidden = entries.length > 0;
    box.hidden = entries.length === 0;
    box.scrollTop = box.scrollHeight;
  };

  return {
    /** @param {import("../session/log-entry.js").LogEntry} entry */
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) {
        entries.shift();
        list.firstElementChild?.remove();
      }
      list.append(item(entry));
      reveal();
    },

    /** Says everything anew, in the language of the page. */
    retell: show,
  };
}

function item({ at, event, key, parameters }) {
  const date = new Date(at * 1000);
  const shown = new Intl.DateTimeFormat(language(), { timeStyle: "medium" }).format(date);
  return element(
    "li",
    { "data-event": event },
    element("time", { datetime: date.toISOString() }, shown),
    code(event),
    // A path may be anything that somebody typed.
    element("span", {}, seenText(words(`session.log.${key}`, parameters))),
  );
}
