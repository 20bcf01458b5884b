/**
 * What differs between two tokens.
 */
import assert from "node:assert/strict";
import { changedMembers, compareTokens } from "../../../www/src/comparing/compare.js";
import { prettyJson } from "../../../www/src/reading/json-text.js";
import { STRINGS } from "../../../www/src/strings.js";

const SAME = { added: [], removed: [], changed: [] };

function compareClaims(before, after) {
  return compareTokens(
    { headerText: "{}", payloadText: before },
    { headerText: "{}", payloadText: after },
  );
}

export const facts = {
  "each member is the same, changed, removed or added, in the first token's order"() {
    const before = { headerText: '{"alg":"HS256"}', payloadText: '{"b":1,"a":"x","gone":null}' };
    const after = { headerText: '{"alg":"none"}', payloadText: '{"new":[],"a":"y","b":1}' };
    const rows = compareTokens(before, after);
    assert.deepEqual(rows, [
      { part: "header", name: "alg", change: "changed", before: '"HS256"', after: '"none"' },
      { part: "payload", name: "b", change: "same", before: "1", after: "1" },
      { part: "payload", name: "a", change: "changed", before: '"x"', after: '"y"' },
      { part: "payload", name: "gone", change: "removed", before: "null" },
      { part: "payload", name: "new", change: "added", after: "[]" },
    ]);
    for (const { change } of rows) assert.ok(STRINGS.de[`compare.${change}`], change);
  },
  "dates have their distance in seconds"() {
    const rows = compareClaims('{"exp":100,"iat":1.5,"n":1}', '{"exp":1000,"iat":1,"n":2}');
    assert.deepEqual(
      rows.map(({ name, seconds }) => [name, seconds]),
      [
        ["exp", 900],
        ["iat", -0.5],
        ["n", undefined],
      ],
    );
  },
  "what is no date in both has no distance"() {
    for (const [before, after] of [
      ['"1"', "2"],
      ["1", "null"],
      ["1e400", "1"],
      ["1", "9007199254740992"],
      ["1", "1.0"],
    ]) {
      const [row] = compareClaims(`{"exp":${before}}`, `{"exp":${after}}`);
      assert.equal(row.change, "changed");
      assert.ok(!("seconds" in row), before);
    }
    const [row] = compareTokens({ headerText: '{"exp":1}' }, { headerText: '{"exp":2}' });
    assert.ok(!("seconds" in row));
  },
  "layout, order and escapes make no difference"() {
    const text = '{"a":{"x":[1,{"y":"é/"}]},"b":-1.50}';
    assert.deepEqual(changedMembers(text, prettyJson(text)), SAME);
    assert.deepEqual(changedMembers(text, '{"b":-1.50,"a":{"x":[1,{"y":"\\u00e9\\/"}]}}'), SAME);
    assert.deepEqual(changedMembers('{"a":"\u202e"}', '{"a":"\\u202e"}'), SAME);
    assert.deepEqual(changedMembers('{"\\u0061":1}', '{"a":1}'), SAME);
  },
  "another spelling of a number is a change, as is a digit that JavaScript would round away"() {
    for (const [before, after] of [
      ["1", "1.0"],
      ["0", "-0"],
      ["12345678901234567890", "12345678901234567891"],
      ['"1"', "1"],
      ["[1,2]", "[2,1]"],
      ['"a b"', '"ab"'],
    ]) {
      const names = changedMembers(`{"v":${before}}`, `{"v":${after}}`);
      assert.deepEqual(names, { ...SAME, changed: ["v"] }, before);
    }
  },
  "the names of what was edited"() {
    const names = changedMembers('{"exp":1,"scope":"a","old":1}', '{"scope":"b","exp":2,"new":1}');
    assert.deepEqual(names, { added: ["new"], removed: ["old"], changed: ["exp", "scope"] });
  },
  "hostile names are members like others"() {
    const names = changedMembers('{"__proto__":1,"constructor":1}', '{"__proto__":2,"toString":1}');
    assert.deepEqual(names, {
      added: ["toString"],
      removed: ["constructor"],
      changed: ["__proto__"],
    });
  },
  "what cannot be read has no members"() {
    for (const text of [undefined, "", '{"a":', "[1]", "null", '"a"']) {
      assert.deepEqual(compareTokens({ payloadText: text }, { payloadText: text }), []);
      const added = compareTokens({ payloadText: text }, { payloadText: '{"a":1}' });
      assert.deepEqual(added, [{ part: "payload", name: "a", change: "added", after: "1" }]);
    }
  },
  "texts of 300 KB, closed or not, are compared"() {
    const text = JSON.stringify({ list: Array.from({ length: 40_000 }, (_, index) => index) });
    assert.deepEqual(changedMembers(text, `${text} `), { added: [], removed: [], changed: [] });
    const other = text.replace("39999", "40000");
    assert.deepEqual(changedMembers(text, other).changed, ["list"]);
    changedMembers(`{"a":"${"\\".repeat(300_000)}`, `{"a":"${'\\"'.repeat(150_000)}`);
  },
};
