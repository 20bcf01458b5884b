/** Dates and time without a DOM. */
import assert from "node:assert/strict";
import { decode, verify } from "../../../pkg/dist/full.js";
import { speak } from "../../../www/src/language.js";
import {
  isNumericDate,
  localText,
  relativeText,
  utcText,
} from "../../../www/src/time/date-text.js";
import { datesOf } from "../../../www/src/time/dates.js";
import { timeStatus } from "../../../www/src/time/time-status.js";
import { layOut } from "../../../www/src/time/timeline.js";
import { SECRET, SIMPLEJWT, sign } from "../tokens.mjs";

export const facts = {
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
  "in German a duration is in the dative, which is what follows “in” and “vor”"() {
    speak("de");
    try {
      assert.equal(relativeText(86_400 * 2, 0), "in 2 Tagen");
      assert.equal(relativeText(0, 86_400 * 365 * 3 + 86_400), "vor 3 Jahren 1 Tag");
      assert.equal(relativeText(0, 0), "gerade eben");
    } finally {
      speak("en");
    }
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
  "dates are found in the order of a token's life, with their text as it is written"() {
    const claims = { exp: 2, iat: 1, name: 3, refresh_exp: "x" };
    const texts = new Map([
      ["exp", "2.0"],
      ["iat", "1"],
      ["refresh_exp", '"x"'],
    ]);
    assert.deepEqual(datesOf(claims, texts), [
      { name: "iat", text: "1", seconds: 1 },
      { name: "exp", text: "2.0", seconds: 2 },
      { name: "refresh_exp", text: '"x"' },
    ]);
    assert.deepEqual(datesOf(Object.create({ exp: 1 }), new Map()), []);
  },
  "beyond 10^11 a date is read as milliseconds too, and not at it"() {
    const [at] = datesOf({ exp: 1e11 }, new Map());
    assert.equal("asMilliseconds" in at, false);
    const [beyond] = datesOf({ exp: 1_795_368_570_000 }, new Map());
    assert.equal(beyond.asMilliseconds, 1_795_368_570);
  },

  "a token is expired at exp, about to expire a moment before, in force a minute before that"() {
    assert.deepEqual(timeStatus({ exp: 100 }, 100), { state: "expired", claim: "exp", date: 100 });
    assert.equal(timeStatus({ exp: 100 }, 99.999).state, "expiring");
    assert.equal(timeStatus({ exp: 100 }, 40).state, "expiring");
    assert.equal(timeStatus({ exp: 100 }, 39.999).state, "in-force");
  },
  "a token is in force at nbf, and not valid yet a moment before"() {
    assert.equal(timeStatus({ nbf: 100, exp: 200 }, 100).state, "in-force");
    assert.equal(timeStatus({ nbf: 100, exp: 200 }, 99.999).state, "not-yet-valid");
  },
  "without exp there is no expiry, be it inherited"() {
    assert.equal(timeStatus({ iat: 1 }, 100).state, "no-expiry");
    assert.equal(timeStatus(Object.create({ exp: 1 }), 100).state, "no-expiry");
  },
  "a date claim that is no date is named"() {
    assert.deepEqual(timeStatus({ exp: "100" }, 1), { state: "not-a-date", claim: "exp" });
    assert.deepEqual(timeStatus({ exp: 100, nbf: null }, 1), { state: "not-a-date", claim: "nbf" });
  },
  "the package agrees about the time"() {
    const now = 100;
    const codes = {
      "in-force": "none",
      expiring: "none",
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

  "marks lie in the order of time, inside the drawing, the bar from nbf to exp"() {
    const dates = [
      { name: "iat", seconds: 100 },
      { name: "nbf", seconds: 150 },
      { name: "exp", seconds: 200 },
    ];
    const { marks, from, to, now } = layOut(dates, 160);
    assert.deepEqual(
      marks.map(({ name }) => name),
      ["iat", "nbf", "now", "exp"],
    );
    const places = marks.map(({ at }) => at);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(places[0] > 0 && places[3] < 1);
    assert.deepEqual([from, now, to], places.slice(1));
    // 150 lies half-way between 100 and 200.
    assert.ok(Math.abs(places[1] - (places[0] + places[3]) / 2) < 1e-9);
  },
  "marks that are near have their names in different rows, those that are far do not"() {
    const near = layOut(
      [
        { name: "iat", seconds: 0 },
        { name: "nbf", seconds: 1 },
      ],
      1000,
    );
    assert.notEqual(near.marks[0].row, near.marks[1].row);
    const far = layOut(
      [
        { name: "iat", seconds: 0 },
        { name: "nbf", seconds: 500 },
      ],
      1000,
    );
    assert.equal(far.marks[0].row, far.marks[1].row);
  },
  "one date at the present moment is drawn, none is not"() {
    const { marks } = layOut([{ name: "exp", seconds: 5 }], 5);
    assert.ok(marks.every(({ at }) => Number.isFinite(at)));
    assert.equal(layOut([], 5), undefined);
    const { marks: apart } = layOut([{ name: "exp", seconds: Number.MAX_SAFE_INTEGER }], 0);
    assert.ok(apart.every(({ at }) => at > 0 && at < 1));
  },
};
