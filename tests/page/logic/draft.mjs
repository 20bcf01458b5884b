/**
 * What signing a draft does: the token that comes of it, or what is wrong and where.
 */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Key, decode, encode, verify } from "../../../pkg/dist/full.js";
import { placeOf, scanJson } from "../../../www/src/reading/json-scan.js";
import { segmentText } from "../../../www/src/reading/json-text.js";
import { draftFrom, moveDates, signDraft } from "../../../www/src/signing/draft.js";
import { toSegment } from "../../../www/src/signing/segment.js";
import { STRINGS } from "../../../www/src/strings.js";
import { SECRET, segment } from "../tokens.mjs";

const HEADER = '{"alg":"HS256","typ":"JWT"}';

/** Signs texts with `SECRET`, unless another key is given. */
function attempt(headerText, payloadText, { key = SECRET, algorithm } = {}) {
  return signDraft({ headerText, payloadText }, key, { encode, decode, algorithm });
}

function refusalOf(headerText, payloadText, options) {
  const { refusal } = attempt(headerText, payloadText, options);
  assert.ok(refusal, "it was signed");
  for (const language of ["en", "de"]) {
    const strings = STRINGS[language];
    const text = strings[`signing.refusal.${refusal.code}`] ?? strings[`cannot.${refusal.code}`];
    assert.ok(text, `no words for ${refusal.code} in ${language}`);
    for (const [, name] of text.matchAll(/\{(\w+)\}/g)) {
      assert.ok(Object.hasOwn(refusal.parameters, name), `${refusal.code} lacks ${name}`);
    }
  }
  return refusal;
}

function warningsOf(headerText, payloadText, options) {
  const { warnings, refusal } = attempt(headerText, payloadText, options);
  assert.equal(refusal, undefined);
  for (const warning of warnings) assert.ok(STRINGS.de[`signing.warning.${warning}`], warning);
  return warnings;
}

function payloadTextOf({ token }) {
  return segmentText(token.split(".")[1]);
}

export const facts = {
  "a draft is the token's text, laid out; what is no JSON stays as it is"() {
    const { headerText, payloadText } = draftFrom({ headerText: HEADER, payloadText: '{"a":1.0}' });
    assert.equal(headerText, '{\n  "alg": "HS256",\n  "typ": "JWT"\n}');
    assert.equal(payloadText, '{\n  "a": 1.0\n}');
    assert.equal(draftFrom({ headerText: HEADER, payloadText: '{"a":' }).payloadText, '{"a":');
    assert.deepEqual(draftFrom({}), { headerText: "", payloadText: "" });
  },
  "a signed draft has the signature that HMAC gives"() {
    const { token, warnings } = attempt(HEADER, ' { "sub" : "ada" } ');
    const input = `${segment({ alg: "HS256", typ: "JWT" })}.${segment({ sub: "ada" })}`;
    const mac = createHmac("sha256", SECRET).update(input).digest("base64url");
    assert.equal(token, `${input}.${mac}`);
    assert.deepEqual(warnings, []);
  },
  "integers stay exact, however large"() {
    const text = `{"id":12345678901234567890,"n":[-9007199254740993],"h":1${"0".repeat(400)}}`;
    assert.equal(payloadTextOf(attempt(HEADER, text)), text);
    assert.deepEqual(warningsOf(HEADER, text), []);
  },
  "numbers that are written otherwise in the token are warned of"() {
    for (const number of ["1.0", "1e3", "-0", "0.12345678901234567890"]) {
      assert.deepEqual(warningsOf(HEADER, `{"n":${number}}`), ["numbers-rewritten"], number);
    }
    for (const number of ["1", "1.5", "1000", "0"]) {
      assert.deepEqual(warningsOf(HEADER, `{"n":${number}}`), [], number);
    }
    assert.deepEqual(warningsOf(HEADER, '{"b":2,"1":1,"s":"1.0"}'), []);
  },
  "hostile names are claims like others"() {
    const text = '{"__proto__":{"x":1},"constructor":2,"toJSON":3}';
    assert.equal(payloadTextOf(attempt(HEADER, text)), text);
  },
  "header members are kept, typ among them"() {
    const { token } = attempt('{"typ":"at+jwt","alg":"HS256","kid":"k\\u0031"}', "{}");
    assert.deepEqual(decode(token).header, { alg: "HS256", typ: "at+jwt", kid: "k1" });
  },
  "a missing typ is added, and said to be"() {
    assert.deepEqual(warningsOf('{"alg":"HS256"}', "{}"), ["typ-added"]);
    assert.equal(decode(attempt('{"alg":"HS256"}', "{}").token).header.typ, "JWT");
  },
  "the chosen algorithm counts, whatever the header says"() {
    const key = SECRET.repeat(2);
    const { token, warnings } = attempt(HEADER, "{}", { key, algorithm: "HS512" });
    assert.equal(decode(token).header.alg, "HS512");
    assert.deepEqual(warnings, []);
    assert.equal(decode(attempt(HEADER, "{}", { key }).token).header.alg, "HS256");
  },
  "a short secret signs with a warning, one of 32 bytes without"() {
    assert.deepEqual(warningsOf(HEADER, "{}", { key: SECRET.slice(1) }), ["short-secret"]);
    assert.deepEqual(warningsOf(HEADER, "{}", { key: SECRET }), []);
    const key = Key.fromSecret(SECRET.slice(1), { allowWeakKey: true });
    assert.deepEqual(warningsOf(HEADER, "{}", { key }), ["short-secret"]);
    assert.deepEqual(warningsOf(HEADER, "{}", { key: Key.fromSecret(SECRET) }), []);
  },
  "none makes a token with an empty signature, of the draft's own text"() {
    const header = '{ "x" : { "y":1.0 }, "alg":"none" }';
    const { token, warnings } = attempt(header, '{ "n": 1.0 }', { key: undefined });
    assert.equal(token, `${segment('{"alg":"none","x":{"y":1.0}}')}.${segment('{"n":1.0}')}.`);
    assert.deepEqual(warnings, ["unsecured"]);
    assert.throws(() => verify(token, SECRET), { code: "ERR_JWT_ALG_UNSUPPORTED" });
  },
  "other spellings of none are no algorithm"() {
    for (const alg of ["None", "NONE", "none "]) {
      assert.equal(refusalOf(`{"alg":"${alg}"}`, "{}").code, "unknown-algorithm");
    }
  },

  "a fault in the text is named with its line and column"() {
    const cases = [
      ['{\n  "a": 1\n  "b": 2\n}', "syntax", 3, 3],
      ['{"a":1,}', "syntax", 1, 8],
      ['{"a":01}', "syntax", 1, 7],
      ["{'a':1}", "syntax", 1, 2],
      ['{"é😀":tru}', "syntax", 1, 7],
      ['{"a":1} x', "syntax", 1, 9],
      ['{"a":[1,2}', "syntax", 1, 10],
      ['{"a":1', "syntax", 1, 7],
      ['{"a":"\n"}', "syntax", 1, 6],
      ["\ufeff{}", "syntax", 1, 1],
      ['{"a":1,\n"\\u0061":2}', "duplicate-name", 2, 1],
      ['{"o":{"x":1,"x":1}}', "duplicate-name", 1, 13],
      ['{"a":"\\ud800"}', "lone-surrogate", 1, 6],
      ['{"a":1e400}', "number-too-large", 1, 6],
      [`{"a":${"[".repeat(128)}${"]".repeat(128)}}`, "too-deep", 1, 133],
      ["", "empty", 1, 1],
    ];
    for (const [text, code, line, column] of cases) {
      const refusal = refusalOf(HEADER, text);
      const { parameters } = refusal;
      const found = [refusal.code, parameters.line, parameters.column];
      assert.deepEqual(found, [`payload-${code}`, line, column], text.slice(0, 20));
    }
    const { code, part } = refusalOf('{"alg":}', "{}");
    assert.deepEqual([code, part], ["header-syntax", "header"]);
    const deepest = `{"a":${"[".repeat(127)}${"]".repeat(127)}}`;
    assert.equal(attempt(HEADER, deepest).refusal, undefined);
  },
  "JSON that is no object is refused"() {
    for (const text of ["[]", "1", '"x"', "null"]) {
      assert.equal(refusalOf(HEADER, text).code, "payload-not-an-object", text);
    }
  },
  "the scan takes what the package takes, and nothing else"() {
    const values =
      '1 -1 -0 01 1. .5 1.5 1e5 1E+5 1e -  "" "\\n" "\\x" "\\u12" "\\u0041" true True nul null [] [1] [1,] [,] {} {"a":1} {"a"} {a:1} {"a":1,"a":1} {"":0}';
    for (const value of values.split(" ").filter(Boolean)) {
      const text = `{"v":${value}}`;
      let isTaken = true;
      try {
        decode(`${toSegment(HEADER)}.${toSegment(text)}.AA`);
      } catch {
        isTaken = false;
      }
      assert.equal(scanJson(text).fault === undefined, isTaken, text);
    }
  },
  "a scan of 300 KB takes no longer than an eye blinks"() {
    for (const text of [
      `{"a":"${"\\".repeat(300_000)}`,
      `{"a":"${'\\"'.repeat(150_000)}`,
      `{"a"${" ".repeat(300_000)}`,
      `{"a":${"1".repeat(300_000)}x`,
    ]) {
      assert.ok(scanJson(text).fault);
      moveDates(text, 1, 1);
    }
  },
  "a place counts lines and characters from 1"() {
    assert.deepEqual(placeOf("ab", 0), { line: 1, column: 1 });
    assert.deepEqual(placeOf("a\n😀b", 4), { line: 2, column: 2 });
  },

  "what the package refuses has words and a place to put it right"() {
    const cases = [
      [HEADER, '{"exp":"never"}', {}, "not-a-date", "payload"],
      ['{"alg":"HS256","crit":["x"],"x":1}', "{}", {}, "crit-unsupported", "header"],
      ['{"alg":"HS256","crit":["x"]}', "{}", {}, "crit-malformed", "header"],
      ['{"alg":"HS256","b64":false}', "{}", {}, "crit-unsupported", "header"],
      ['{"alg":"HS256","b64":0}', "{}", {}, "b64-malformed", "header"],
      ['{"alg":"HS256","kid":1}', "{}", {}, "not-text", "header"],
      ["{}", "{}", {}, "algorithm-needed", "header"],
      ['{"alg":"hs256"}', "{}", {}, "unknown-algorithm", "header"],
      ['{"alg":{}}', "{}", {}, "unknown-algorithm", "header"],
      ['{"alg":"ES256"}', "{}", {}, "key-does-not-fit", "key"],
      [HEADER, "{}", { key: "" }, "empty secret", "key"],
      [HEADER, `{"a":"${"x".repeat(300_000)}"}`, {}, "payload-too-large", "payload"],
      [`{"alg":"HS256","a":"${"x".repeat(20_000)}"}`, "{}", {}, "header-too-large", "header"],
    ];
    for (const [header, payload, options, code, part] of cases) {
      const refusal = refusalOf(header, payload, options);
      assert.deepEqual([refusal.code, refusal.part], [code, part]);
    }
  },
  "a public key cannot sign, its private key can"() {
    const pair = Key.generate("ES256");
    const options = { algorithm: "ES256" };
    assert.equal(refusalOf("{}", "{}", { ...options, key: pair.toPem() }).code, "key-is-public");
    const { token } = attempt("{}", "{}", { ...options, key: pair.toPem({ private: true }) });
    assert.equal(verify(token, pair.toPem()).header.alg, "ES256");
  },
  "without a key nothing is signed"() {
    const { refusal } = signDraft({ headerText: HEADER, payloadText: "{}" }, undefined, {
      encode,
      decode,
    });
    assert.deepEqual(refusal, { code: "key-missing", part: "key", parameters: {} });
  },

  "moving dates changes dates only, and leaves every other letter"() {
    const before = '{\n  "exp": 1.50e3, "iat":5,\n "id":12345678901234567890, "o": {"exp": 1}\n}';
    const after = '{\n  "exp": 1900, "iat":1000,\n "id":12345678901234567890, "o": {"exp": 1}\n}';
    assert.equal(moveDates(before, 900, 1000.9), after);
  },
  "an expiry is added where there is none, laid out as its neighbours are"() {
    const add = (text) => moveDates(text, 60, 0);
    assert.equal(add('{"a":1}'), '{"a":1,"exp":60}');
    assert.equal(add('{\n  "a": 1\n}'), '{\n  "a": 1,\n  "exp": 60\n}');
    assert.equal(add("{}"), '{"exp": 60}');
    assert.equal(add('{"\\u0065xp":1}'), '{"\\u0065xp":60}');
  },
  "nbf moves only if it is still to come"() {
    const move = (nbf) => moveDates(`{"nbf":${nbf},"exp":1}`, 60, 1000);
    assert.equal(move("999"), '{"nbf":999,"exp":1060}');
    assert.equal(move("1000"), '{"nbf":1000,"exp":1060}');
    assert.equal(move("1001"), '{"nbf":1000,"exp":1060}');
    assert.equal(move('"soon"'), '{"nbf":1000,"exp":1060}');
  },
  "what is no object stays as it is"() {
    for (const text of ['{"exp":1', "[1]", '{"exp":1,"exp":2}', ""]) {
      assert.equal(moveDates(text, 1, 1), text);
    }
    assert.equal(moveDates('{"exp":1}', 1, 1), '{"exp":2}');
  },
  "names that a refusal repeats hide nothing"() {
    const { parameters } = refusalOf(HEADER, '{"a\u202eb":1,"a\u202eb":2}');
    assert.equal(parameters.name, "a\\u202eb");
    assert.equal(refusalOf('{"alg":"\u202e"}', "{}").parameters.algorithm, "\\u202e");
  },
};
