/**
 * Verdicts: over the rows of tests/vectors/verify.json, where the others disagree with us.
 *
 * Each disagreement is listed in disagreements.json with the rule that we follow. One that is not
 * listed fails, and so does one that is listed but gone.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../packed.mjs";

export default async function (test, ours, others, disagreements) {
  const rows = JSON.parse(await read("tests/vectors/verify.json"));
  const listed = disagreements.filter(({ near }) => near === undefined);
  checkList(test, listed, rows, others);
  const own = await verdictsOf(ours, rows);

  for (const library of others) {
    const theirs = await verdictsOf(library, rows);
    const expected = new Map();
    for (const { library: name, they, rows } of listed) {
      if (name !== library.name) continue;
      for (const row of rows) expected.set(row, they);
    }
    for (const [at, { name }] of rows.entries()) {
      if (!theirs[at]) continue;
      await test(`${library.name}: ${name}`, () => {
        const they = theirs[at].refused === undefined ? "accept" : "refuse";
        const we = own[at].refused === undefined ? "accept" : "refuse";
        const found = they === we ? undefined : they;
        const why = `they: ${theirs[at].refused ?? "accepted"}; we: ${own[at].refused ?? "accepted"}`;
        if (found && !expected.has(name)) throw new Error(`a disagreement not listed: ${why}`);
        equal(found, expected.get(name), why);
      });
    }
    await test(`${library.name}: what is listed was asked`, () => {
      const asked = new Set(rows.filter((_, at) => theirs[at]).map(({ name }) => name));
      deepEqual(
        [...expected.keys()].filter((name) => !asked.has(name)),
        [],
      );
      ok(asked.size > 100, `${asked.size} rows`);
    });
  }
}

function checkList(test, listed, rows, others) {
  test("disagreements.json: each entry has a rule, and names a library and rows that exist", () => {
    const names = new Set(rows.map(({ name }) => name));
    equal(names.size, rows.length);
    const seen = new Set();
    for (const { library, they, rows, rule } of listed) {
      ok(
        others.some(({ name }) => name === library),
        library,
      );
      ok(they === "accept" || they === "refuse", they);
      ok(typeof rule === "string" && rule.length > 20, `${library}: no rule`);
      ok(rows.length > 0);
      for (const row of rows) {
        ok(names.has(row), `no such row: ${row}`);
        const key = `${library}: ${row}`;
        ok(!seen.has(key), `listed twice: ${key}`);
        seen.add(key);
      }
    }
  });
}

/** An answer for each row, or `undefined` where the library lacks an option, or the key is no text. */
async function verdictsOf(library, rows) {
  const asked = [];
  for (const [at, { token, key, options }] of rows.entries()) {
    if (key.secret === undefined) continue;
    const mapped = library.mapOptions(options);
    if (mapped) asked.push({ at, request: { token, secret: key.secret, options: mapped } });
  }
  const answers = await library.ask(asked.map(({ request }) => request));
  const verdicts = new Array(rows.length);
  for (const [n, { at }] of asked.entries()) verdicts[at] = answers[n];
  return verdicts;
}

function read(path) {
  return readFile(join(root, path), "utf8");
}
