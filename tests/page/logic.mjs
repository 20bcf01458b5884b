/**
 * What the page knows without a DOM: facts by name, each a function that throws if it is none.
 */
import assert from "node:assert/strict";
import { decode, encode, verify } from "../../pkg/dist/index.js";
import { cleanToken } from "../../www/src/clean-token.js";
import { isNumericDate, localText, relativeText, utcText } from "../../www/src/date-text.js";
import { EXAMPLE_SECRET, exampleToken } from "../../www/src/example.js";
import { memberTexts, prettyJson, segmentText } from "../../www/src/json-text.js";
import { readToken } from "../../www/src/read-token.js";
import { malformedText } from "../../www/src/refusal-text.js";
import { readSecret } from "../../www/src/secret.js";
import { checkSignature, unsupported } from "../../www/src/signature-status.js";
import { timeStatus } from "../../www/src/time-status.js";
import { SECRET, SIMPLEJWT, segment, sign } from "./tokens.mjs";

export const facts = {
  "white space, quotes and Bearer are stripped, however they nest"() {
    for (const text of [' "Bearer a.b.c"\n', "Bearer 'a.b.c'", "bearer   a.b.c", "\ta.b.c "]) {
      assert.equal(cleanToken(text).token, "a.b.c");
    }
  },
  "what was stripped is named, each once"() {
    assert.deepEqual(cleanToken(' " Bearer a.b.c " ').stripped, [
      "white space",
      "quotes",
      "“Bearer”",
    ]);
    assert.deepEqual(cleanToken("a.b.c").stripped, []);
  },
  "nothing else is stripped: other words, single quotation marks, inner white space"() {
    for (const text of [
      "JWT a.b.c",
      "Bearera.b.c",
      '"a.b.c',
      "a.b.c\"'",
      "a. b.c",
      '"',
      "a.b.c,",
    ]) {
      assert.deepEqual(cleanToken(text), { token: text, stripped: [] });
    }
  },

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
  },
  "characters that turn the direction of text are shown as escapes, others are not"() {
    assert.equal(prettyJson('"a\u202eb"'), '"a\\u202eb"');
    assert.equal(prettyJson('"é\u{1f600}אב"'), '"é\u{1f600}אב"');
  },
  "a segment's text is read as UTF-8"() {
    assert.equal(segmentText(segment('{"n":"Zoë 😀"}')), '{"n":"Zoë 😀"}');
  },

  "a duration has its two largest units, and one is singular"() {
    const now = 1_000_000_000;
    const cases = [
      [1, "in 1 second"],
      [59.2, "in 1 minute"],
      [61, "in 1 minute 1 second"],
      [3600, "in 1 hour"],
      [3600 + 59, "in 1 hour"],
      [86_400 * 2 + 3600 * 3 + 5, "in 2 days 3 hours"],
      [365 * 86_400, "in 1 year"],
      [-1, "1 second ago"],
      [-0.9, "just now"],
      [0, "just now"],
      [-7200, "2 hours ago"],
    ];
    for (const [delta, text] of cases) assert.equal(relativeText(now + delta, now), text);
  },
  "a date is shown in UTC and where the reader is"() {
    assert.equal(utcText(SIMPLEJWT.exp), "2026-11-22T17:33:30Z");
    assert.equal(utcText(1.5), "1970-01-01T00:00:01.500Z");
    const place = { locale: "en-GB", timeZone: "America/New_York" };
    assert.match(localText(SIMPLEJWT.exp, place), /22 Nov 2026, 12:33:30 (GMT-5|EST)/);
  },
  "a date that no calendar has is still a date"() {
    assert.ok(isNumericDate(Number.MAX_SAFE_INTEGER));
    assert.equal(utcText(Number.MAX_SAFE_INTEGER), "beyond the calendar");
    assert.equal(localText(Number.MAX_SAFE_INTEGER), "beyond the calendar");
  },
  "text, null, infinity and integers beyond 2^53 - 1 are no dates"() {
    for (const value of ["1", null, Infinity, NaN, 2 ** 53, 2n ** 53n, [1], true]) {
      assert.ok(!isNumericDate(value), String(value));
    }
  },

  "a token is expired at exp, and in force a moment before"() {
    assert.deepEqual(timeStatus({ exp: 100 }, 100), {
      state: "expired",
      words: "expired",
      detail: "Just now.",
    });
    assert.deepEqual(timeStatus({ exp: 100 }, 99.999), {
      state: "in-force",
      words: "in force",
      detail: "Expires in 1 second.",
    });
  },
  "a token is in force at nbf, and not valid yet a moment before"() {
    assert.equal(timeStatus({ nbf: 100, exp: 200 }, 100).state, "in-force");
    assert.equal(timeStatus({ nbf: 100, exp: 200 }, 99.999).state, "not-yet-valid");
  },
  "without exp there is no expiry, be it inherited"() {
    assert.equal(timeStatus({ iat: 1 }, 100).words, "no expiry");
    assert.equal(timeStatus(Object.create({ exp: 1 }), 100).words, "no expiry");
  },
  "a date claim that is no date is named"() {
    assert.equal(timeStatus({ exp: "100" }, 1).words, "exp is not a date");
    assert.equal(timeStatus({ exp: 100, nbf: null }, 1).words, "nbf is not a date");
  },
  "the package agrees about the time"() {
    const now = 100;
    const codes = {
      "in-force": "none",
      "no-expiry": "none",
      expired: "ERR_JWT_EXPIRED",
      "not-yet-valid": "ERR_JWT_NOT_YET_VALID",
      "not-a-date": "ERR_JWT_CLAIM_INVALID",
    };
    const dates = ["99", "100", "100.5", "101", '"x"', "null", "1e400", "9007199254740992"];
    for (const exp of [...dates, undefined]) {
      for (const nbf of [...dates, undefined]) {
        const members = [exp && `"exp":${exp}`, nbf && `"nbf":${nbf}`].filter(Boolean);
        const token = sign(`{${members.join()}}`);
        const { state } = timeStatus(decode(token).payload, now);
        let code = "none";
        try {
          verify(token, SECRET, { now });
        } catch (error) {
          code = error.code;
        }
        assert.equal(codes[state], code, members.join());
      }
    }
  },

  "each refusal of a token's form has plain words"() {
    const header = segment({ alg: "HS256" });
    const malformed = [
      "a.b",
      "a.b.c.d.e",
      "{}",
      `${header}.${segment({})}.AA==`,
      `${header}.${segment({})}.A*`,
      `${header}.${segment({})}.A`,
      `${header}.${segment({})}.AB`,
      `${header}.${segment("\ufeff{}")}.AA`,
      `${header}._w.AA`,
      `${header}.${segment("x")}.AA`,
      `${header}.${segment("[]")}.AA`,
      `${header}.${segment('{"a":1,"a":1}')}.AA`,
      `${header}.${segment('{"a":"\\ud800"}')}.AA`,
      `${header}.${segment(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`)}.AA`,
      `${segment({})}.${segment({})}.AA`,
      ...["alg", "typ", "kid", "cty"].map(
        (name) => `${segment({ alg: "HS256", [name]: 1 })}.${segment({})}.AA`,
      ),
      "a".repeat(300_000),
    ];
    const reasons = malformed.map((token) => {
      try {
        decode(token);
      } catch (error) {
        assert.equal(error.code, "ERR_JWT_MALFORMED");
        assert.ok(!malformedText(error).endsWith(`: ${error.reason}`), error.reason);
        return error.reason;
      }
      throw new Error("it was decoded");
    });
    assert.equal(new Set(reasons).size, malformed.length);
  },
  "a refusal names the part"() {
    const { refusal } = readToken(decode, `${segment({ alg: "HS256" })}.${segment("x")}.AA`);
    assert.equal(refusal, "Malformed payload (second part): it is not JSON");
    const { read } = readToken(decode, `${segment({ alg: "HS256" })}.${segment("{}")}.AA`);
    assert.equal(read.payloadText, "{}");
  },

  "secrets are read in each encoding"() {
    const bytes = (typed, encoding) => [...readSecret(typed, encoding).secret];
    assert.equal(readSecret(" a ", "text").secret, " a ");
    for (const typed of ["+/8=", "+/8", " +/8=\n"])
      assert.deepEqual(bytes(typed, "base64"), [251, 255]);
    for (const typed of ["-_8=", "-_8"]) assert.deepEqual(bytes(typed, "base64url"), [251, 255]);
    assert.deepEqual(bytes("fBff", "hex"), [251, 255]);
  },
  "secrets of another encoding are refused"() {
    const cases = [
      ["-_8", "base64"],
      ["a", "base64"],
      ["ab=", "base64"],
      ["+/8", "base64url"],
      ["abcde", "base64url"],
      ["abc", "hex"],
      ["xy", "hex"],
    ];
    for (const [typed, encoding] of cases) {
      assert.match(readSecret(typed, encoding).refusal, new RegExp(`not ${encoding}`), typed);
    }
  },

  "a signature holds with its secret, and with no other"() {
    const token = sign({});
    assert.equal(checkSignature(verify, token, SECRET).words, "valid with your key");
    const other = `${SECRET.slice(0, -1)}g`;
    assert.equal(checkSignature(verify, token, other).words, "does not hold");
  },
  "a signature holds whatever the claims say"() {
    const [expired, early, odd] = [sign({ exp: 1 }), sign({ nbf: 9e9 }), sign({ exp: "never" })];
    assert.equal(checkSignature(verify, expired, SECRET).state, "valid");
    assert.equal(checkSignature(verify, early, SECRET).state, "valid");
    const status = checkSignature(verify, odd, SECRET);
    assert.equal(status.state, "valid");
    assert.match(status.detail, /refused all the same: claim exp/);
    for (const token of [expired, early, odd]) {
      assert.equal(checkSignature(verify, token, `${SECRET}x`).state, "invalid");
    }
  },
  "a short secret is tried, and said to be weak"() {
    const secret = SECRET.slice(1);
    const weak = checkSignature(verify, sign({}, { secret }), secret);
    assert.deepEqual([weak.state, weak.isWeak], ["valid", true]);
    assert.equal(checkSignature(verify, sign({}), secret).state, "invalid");
    assert.equal(checkSignature(verify, sign({}), SECRET).isWeak, undefined);
  },
  "a secret that is long enough for HS256 only is weak for HS512"() {
    const hs512 = encode({}, SECRET, { algorithm: "HS512", allowWeakKey: true });
    const status = checkSignature(verify, hs512, SECRET);
    assert.deepEqual([status.state, status.isWeak], ["valid", true]);
  },
  "another kind of key is no secret"() {
    const pem = "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----";
    const { words } = checkSignature(verify, sign({}), pem);
    assert.equal(words, "cannot be checked: the secret is a PEM, which is another kind of key");
  },
  "a critical extension that is not known cannot be checked"() {
    const token = sign({}, { header: { alg: "HS256", crit: ["x"], x: 1 } });
    assert.match(checkSignature(verify, token, SECRET).words, /cannot be checked: .*extension/);
  },
  "other algorithms cannot be checked, the three of HMAC can"() {
    for (const alg of ["RS256", "ES256", "EdDSA", "PS512", "hs256", "x"]) {
      const words = "cannot be checked: this page checks HS256, HS384 and HS512 so far";
      assert.equal(unsupported(alg).words, words);
    }
    assert.match(unsupported("none").words, /cannot be checked: .*nobody has signed/);
    for (const alg of ["HS256", "HS384", "HS512"]) assert.equal(unsupported(alg), undefined);
  },
  "the example holds with its secret and without a warning"() {
    const status = checkSignature(verify, exampleToken(encode), EXAMPLE_SECRET);
    assert.deepEqual(status, { state: "valid", words: "valid with your key" });
  },
};
