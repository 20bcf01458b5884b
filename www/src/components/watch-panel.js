/**
 * Watch panel: several tokens at once, the first to expire first.
 */
import { words } from "../language.js";
import { relativeText } from "../time/date-text.js";
import { dueReminders } from "../watching/reminders.js";
import { button, element, find, setText } from "./element.js";

/**
 * @param {HTMLElement} root
 * @param {ReturnType<typeof import("../watching/watch-list.js").createWatchList>} list
 * @param {{ onShow: (id: number) => void, onRemove: () => void }} handlers
 */
export function createWatchPanel(root, list, { onShow, onRemove }) {
  const empty = find(root, "#watch-empty");
  const table = find(root, "#watched");
  const rows = find(table, "tbody");
  const reminders = find(root, "#reminders");
  const lead = find(root, "#reminder-lead");
  const message = find(root, "#reminder-message");
  const reminded = new Set();
  /** @type {Map<number, (entry: any, now: number) => void>} */
  let refreshers = new Map();
  let order = "";

  reminders.addEventListener("change", async () => {
    if (!reminders.checked) return setText(message, "");
    const answer = "Notification" in globalThis ? await Notification.requestPermission() : "denied";
    reminders.checked = answer === "granted";
    setText(message, words(reminders.checked ? "watch.reminding" : "watch.denied"));
  });

  const rebuild = (entries) => {
    refreshers = new Map();
    rows.replaceChildren(...entries.map(row));
  };

  return {
    /** @param {number} now */
    tick(now) {
      const entries = list.entries(now);
      // Rows move only when the order does: whoever is in one of them is not to lose it.
      const next = entries.map(({ id }) => id).join();
      if (next !== order) {
        order = next;
        rebuild(entries);
      }
      for (const entry of entries) refreshers.get(entry.id)?.(entry, now);
      table.hidden = entries.length === 0;
      empty.hidden = entries.length > 0;
      if (reminders.checked) remind(entries, now);
    },

    /** Says everything anew, in the language of the page. */
    retell(now) {
      order = "?";
      this.tick(now);
    },
  };

  function remind(entries, now) {
    const due = dueReminders(entries, now, Number(lead.value), reminded);
    for (const { label, kind, expires } of due) {
      const body = words(`watch.${kind}-body`, { label, relative: relativeText(expires, now) });
      new Notification(words(`watch.${kind}`), { body });
    }
  }

  function row(entry, index) {
    const { id, label, issuer = "", subject = "" } = entry;
    const name = element("input", {
      type: "text",
      autocomplete: "off",
      "aria-label": words("watch.name-of", { number: index + 1 }),
    });
    name.value = label;
    name.addEventListener("input", () => list.rename(id, name.value));
    const state = element("span", { class: "outcome" });
    const detail = element("span", { class: "relative" });
    refreshers.set(id, (shown, now) => {
      const { state: current, expires, date = expires } = shown;
      state.dataset.state = current;
      setText(state, words(`time.${current}`, { claim: "exp" }));
      const relative = date === undefined ? "" : relativeText(date, now);
      setText(detail, date === undefined ? "" : relative);
    });
    const actions = element(
      "div",
      { class: "buttons" },
      button(words("watch.show-short"), () => onShow(id), {
        class: "small",
        "aria-label": words("watch.show", { label }),
      }),
      button(
        words("watch.remove-short"),
        () => {
          list.remove(id);
          onRemove();
        },
        { class: "small", "aria-label": words("watch.remove", { label }) },
      ),
    );
    return element(
      "tr",
      {},
      element("td", {}, name),
      element("td", {}, element("p", {}, issuer), element("p", {}, subject)),
      element("td", {}, state, " ", detail),
      element("td", {}, actions),
    );
  }
}
