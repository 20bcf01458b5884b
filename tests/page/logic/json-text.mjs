/**
 * JSON that is shown exactly as it is written, and other text as it is.
 */
import assert from "node:assert/strict";
import {
  duplicateTexts,
  jsonLexemes,
  memberTexts,
  prettyJson,
  segmentText,
  visible,
} from "../../../www/src/reading/json-text.js";
import { segment } from "../tokens.mjs";

export const facts = {
  "numbers and strings are laid out as they are written"() {
    const text =
      '{"a":1.0,"b":[1e3,-0,12345678901234567890],"c":{"d":"\\u00e9\\"{,:"},"e":[],"f":{}}';
    const lines = [
      "{",
      '  "a": 1.0,',
      '  "b": [',
      "    1e3,",
      "    -0,",
      "    12345678901234567890",
      "  ],",
      '  "c": {',
      '    "d": "\\u00e9\\"{,:"',
      "  },",
      '  "e": [],',
      '  "f": {}',
      "}",
    ];
    assert.equal(prettyJson(text), lines.join("\n"));
    assert.equal(prettyJson(" { } "), "{}");
    assert.equal(prettyJson("1e400"), "1e400");
  },
  "what is no JSON is shown as it is"() {
    for (const text of [
      "",
      "hello",
      "{",
      '{"a":1',
      '{"a":1}}',
      "{'a':1}",
      '"',
      "a:b,c\n\td",
      "]",
    ]) {
      assert.equal(prettyJson(text), text);
      assert.deepEqual(jsonLexemes(text), [["text", text]]);
      assert.equal(memberTexts(text).size, 0);
    }
  },
  "a byte order mark before JSON is shown, and the rest is laid out"() {
    assert.equal(prettyJson('\ufeff{"a":1}'), '\\ufeff{\n  "a": 1\n}');
    assert.deepEqual([...memberTexts('\ufeff{"a":1}')], [["a", "1"]]);
  },
  "each piece of the laid out text has its kind"() {
    assert.deepEqual(jsonLexemes('{"a":["b",-1.5,true,null]}'), [
      ["mark", "{"],
      ["space", "\n  "],
      ["name", '"a"'],
      ["mark", ":"],
      ["space", " "],
      ["mark", "["],
      ["space", "\n    "],
      ["string", '"b"'],
      ["mark", ","],
      ["space", "\n    "],
      ["number", "-1.5"],
      ["mark", ","],
      ["space", "\n    "],
      ["literal", "true"],
      ["mark", ","],
      ["space", "\n    "],
      ["literal", "null"],
      ["space", "\n  "],
      ["mark", "]"],
      ["space", "\n"],
      ["mark", "}"],
    ]);
  },
  "what is nested very deep stays on its line, and nothing of it is lost"() {
    const deep = "[".repeat(5000) + "]".repeat(5000);
    const laidOut = prettyJson(deep);
    assert.equal(laidOut.replace(/\s/g, ""), deep);
    assert.ok(laidOut.length < 2 * deep.length);
    assert.ok(prettyJson("[".repeat(20) + "1" + "]".repeat(20)).includes(`\n${"  ".repeat(20)}1`));
  },

  "members are found at the top only, with the text of their values"() {
    const text = '{ "aud" : [ "a", {"exp":1} ] , "exp":1.50, "s":"}:,", "\\u0061":null,"o":{}}';
    assert.deepEqual(
      [...memberTexts(text)],
      [
        ["aud", '[ "a", {"exp":1} ]'],
        ["exp", "1.50"],
        ["s", '"}:,"'],
        ["a", "null"],
        ["o", "{}"],
      ],
    );
    assert.equal(memberTexts("{}").size, 0);
    assert.equal(memberTexts('[{"a":1}]').size, 0);
    assert.deepEqual(
      [...memberTexts('{"__proto__":1,"constructor":2}').keys()],
      ["__proto__", "constructor"],
    );
  },
  "of members of one name the last counts, and all are told"() {
    const text = '{"a":1,"b":2,"\\u0061":3.0,"c":{"b":1}}';
    assert.equal(memberTexts(text).get("a"), "3.0");
    assert.deepEqual([...duplicateTexts(text)], [["a", ["1", "3.0"]]]);
    assert.equal(duplicateTexts('{"a":1,"b":{"a":1}}').size, 0);
  },

  "characters that cannot be seen are shown as escapes"() {
    for (const [text, shown] of [
      ["a\u202eb", "a\\u202eb"],
      ["a\u200bb\u2060c", "a\\u200bb\\u2060c"],
      ["a\u200cb\u200dc", "a\\u200cb\\u200dc"],
      ["\ufeff\u2028\u2029", "\\ufeff\\u2028\\u2029"],
      ["a\u0000\u001f\u007f\u0085", "a\\u0000\\u001f\\u007f\\u0085"],
      ["a\u{e0041}b", "a\\udb40\\udc41b"],
      ["a\u{e0100}\ufe00b\ufe0f", "a\\udb40\\udd00\\ufe00b\\ufe0f"],
      ["a\u00adb\u3164c", "a\\u00adb\\u3164c"],
      ["a\ud800b", "a\\ud800b"],
    ]) {
      assert.equal(visible(text), shown);
      assert.equal(prettyJson(`["${text}`), `["${shown}`);
    }
    assert.equal(prettyJson('"a\u202eb"'), '"a\\u202eb"');
    assert.equal(memberTexts('{"a":"b\u202ec"}').get("a"), '"b\\u202ec"');
  },
  "characters that can be seen are not: letters, emoji, and joiners where they join"() {
    for (const text of [
      "é\u{1f600}אבج",
      "e\u0301",
      "\u{1f469}\u200d\u{1f4bb}",
      "\u{1f469}\u{1f3fd}\u200d\u{1f4bb}",
      "\u2764\ufe0f\u200d\u{1f525}",
      "نمی\u200cخواهم",
      "क्\u200dष",
      "a\n\tb",
      "\u{1f1e9}\u{1f1ea}",
    ]) {
      assert.equal(visible(text), text);
    }
  },
  "a segment's text is read as UTF-8"() {
    assert.equal(segmentText(segment('{"n":"Zoë 😀"}')), '{"n":"Zoë 😀"}');
  },
};
