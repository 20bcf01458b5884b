/**
 * Timeline: where the dates of a token lie beside one another. Pure geometry.
 */

/** How much of the width is left free on either side, so that the ends have room for their names. */
const MARGIN = 0.06;

/** Marks nearer than this to one another have their names in different rows. */
const NAME_WIDTH = 0.2;
const ROWS = 3;

/**
 * - `at`: from 0, the left end, to 1
 * - `row`: the row that its name stands in, so that names do not cover each other
 *
 * @typedef {{ name: string, at: number, row: number }} Mark
 */

/**
 * Lays out `dates` and `now`.
 *
 * @param {readonly { name: string, seconds: number }[]} dates
 * @param {number} now
 * @returns {{ marks: Mark[], from?: number, to?: number, now: number } | undefined} `from` and `to`
 *   bound the time in force, as far as there are bounds; `undefined` if there is nothing to draw
 */
export function layOut(dates, now) {
  if (dates.length === 0) return undefined;
  const all = [...dates, { name: "now", seconds: now }].sort((a, b) => a.seconds - b.seconds);
  const first = all[0].seconds;
  const span = all[all.length - 1].seconds - first || 1;
  const place = (seconds) => MARGIN + (1 - 2 * MARGIN) * ((seconds - first) / span);

  const ends = Array(ROWS).fill(-1);
  const marks = all.map(({ name, seconds }) => {
    const at = place(seconds);
    const free = ends.findIndex((end) => end <= at);
    const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[row] = at + NAME_WIDTH;
    return { name, at, row };
  });

  const of = (name) => dates.find((date) => date.name === name)?.seconds;
  const from = of("nbf") ?? of("iat");
  const to = of("exp");
  return {
    marks,
    now: place(now),
    ...(from !== undefined && { from: place(from) }),
    ...(to !== undefined && { to: place(to) }),
  };
}
