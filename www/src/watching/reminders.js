/**
 * Reminders: which watched tokens there is something to say about now. Pure.
 */

/**
 * Every token is spoken of once, however often this is asked and however long the device slept: as
 * `expiring` if there is time left, as `expired` if not. Of what had expired when it was added, nothing
 * is said.
 *
 * - `leadSeconds`: how long before the expiry
 * - `already`: what was spoken of; what is returned is added to it
 *
 * @param {import("./watch-list.js").WatchEntry[]} entries
 * @param {number} now seconds since 1970
 * @param {number} leadSeconds
 * @param {Set<string>} already
 * @returns {{ id: number, label: string, kind: "expiring" | "expired", expires: number }[]}
 */
export function dueReminders(entries, now, leadSeconds, already) {
  const due = [];
  for (const { id, label, expires, addedAt } of entries) {
    if (expires === undefined || expires <= addedAt || expires - now > leadSeconds) continue;
    const key = `${id} ${expires}`;
    if (already.has(key)) continue;
    already.add(key);
    const kind = now >= expires ? "expired" : "expiring";
    due.push({ id, label, kind, expires });
  }
  return due;
}
