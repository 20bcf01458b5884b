/**
 * Event log: what the session tells, as it happens. No event holds a token.
 */

/** Every event that there is without sliding tokens, with what is worth telling of its detail. */
const EVENTS = {
  signedin: ({ by }) => WHERE[by],
  refreshed: ({ by }) => WHERE[by],
  expiring: () => "could not be renewed so far",
  expired: () => "",
  refreshfailed: ({ error }) => error.code,
  signedout: ({ reason }) => reason,
  skew: ({ seconds }) => `the server is ${seconds.toFixed(0)} s ahead`,
  clockchange: () => "",
  "clock-suspect": () => "",
  storageerror: () => "memory takes its place",
};

const WHERE = { self: "in this tab", tab: "in another tab" };

/** So many lines are enough. */
const KEPT = 20;

/** Lists the session's events in `#events`, the newest first. */
export function log(session) {
  const list = document.querySelector("#events");
  for (const [name, describe] of Object.entries(EVENTS)) {
    session.addEventListener(name, ({ detail }) => {
      const time = new Date().toLocaleTimeString();
      const line = document.createElement("li");
      line.textContent = [time, name, describe(detail)].filter(Boolean).join(" · ");
      list.prepend(line);
      if (list.children.length > KEPT) list.lastElementChild.remove();
    });
  }
}
