/**
 * What the watch list says of its tokens, and when it reminds.
 */
import assert from "node:assert/strict";
import { STRINGS } from "../../../www/src/strings.js";
import { cleanLabel, defaultLabel } from "../../../www/src/watching/label.js";
import { dueReminders } from "../../../www/src/watching/reminders.js";
import { EXPIRING_SECONDS, createWatchList } from "../../../www/src/watching/watch-list.js";

let count = 0;

/** A list of tokens with these claims, first listed at the time 0. */
function listOf(...claimSets) {
  const list = createWatchList();
  for (const claims of claimSets) {
    list.add({ token: `token-${++count}`, claims, label: claims.jti ?? "" });
  }
  list.entries(0);
  return list;
}

function labelsOf(list, now) {
  return list.entries(now).map(({ label }) => label);
}

function stateAt(claims, now) {
  const [{ state, secondsLeft }] = listOf(claims).entries(now);
  assert.ok(STRINGS.en[`time.${state}`] && STRINGS.de[`time.${state}`], state);
  return [state, secondsLeft];
}

export const facts = {
  "the soonest expiry comes first, then the expired, then what never expires"() {
    const list = listOf(
      { jti: "never" },
      { jti: "long gone", exp: 10 },
      { jti: "late", exp: 9000 },
      { jti: "just gone", exp: 100 },
      { jti: "soon", exp: 200 },
      { jti: "odd", exp: "soon" },
    );
    const order = ["soon", "late", "just gone", "long gone", "never", "odd"];
    assert.deepEqual(labelsOf(list, 100), order);
    assert.deepEqual(labelsOf(list, 99.9).slice(0, 3), ["just gone", "soon", "late"]);
  },
  "a token is expired at exp, and expiring a minute before"() {
    assert.equal(EXPIRING_SECONDS, 60);
    assert.deepEqual(stateAt({ exp: 1000 }, 939.5), ["in-force", 60.5]);
    assert.deepEqual(stateAt({ exp: 1000 }, 940), ["expiring", 60]);
    assert.deepEqual(stateAt({ exp: 1000 }, 999.5), ["expiring", 0.5]);
    assert.deepEqual(stateAt({ exp: 1000 }, 1000), ["expired", 0]);
    assert.deepEqual(stateAt({ exp: 1000 }, 1010), ["expired", -10]);
  },
  "a token is in force at nbf, and not a moment before"() {
    assert.deepEqual(stateAt({ nbf: 100, exp: 1000 }, 99.9)[0], "not-yet-valid");
    assert.deepEqual(stateAt({ nbf: 100, exp: 1000 }, 100)[0], "in-force");
  },
  "without exp there is no expiry, be it inherited"() {
    assert.deepEqual(stateAt({}, 1), ["no-expiry", undefined]);
    assert.deepEqual(stateAt(Object.create({ exp: 5 }), 1), ["no-expiry", undefined]);
  },
  "dates that are none are said to be none"() {
    for (const exp of ["5", null, Infinity, 2 ** 53, 2n ** 60n, [5]]) {
      assert.deepEqual(stateAt({ exp }, 1), ["not-a-date", undefined], String(exp));
    }
    assert.deepEqual(stateAt({ exp: 2 ** 53 - 1 }, 1)[0], "in-force");
    assert.deepEqual(stateAt({ exp: 1000, nbf: "x" }, 1)[0], "not-a-date");
    assert.deepEqual(stateAt({ exp: 1000, iat: {} }, 1)[0], "not-a-date");
  },
  "the same token is not added twice, another one is"() {
    const list = createWatchList();
    const id = list.add({ token: "a.b.c", claims: {}, label: "first" });
    assert.equal(list.add({ token: "a.b.c", claims: {}, label: "second" }), id);
    assert.notEqual(list.add({ token: "a.b.d", claims: {} }), id);
    assert.deepEqual(list.entries(0).map(({ label }) => label)[0], "first");
    assert.equal(list.entries(0).length, 2);
  },
  "tokens are removed, renamed and cleared, each by its id"() {
    const list = createWatchList();
    const [one, other] = ["a", "b"].map((token) => list.add({ token, claims: { sub: token } }));
    list.rename(one, "  mine ");
    assert.deepEqual(labelsOf(list, 0), ["mine", "b"]);
    list.rename(one, " ");
    assert.deepEqual(labelsOf(list, 0), ["a", "b"]);
    list.rename(99, "x");
    list.remove(99);
    list.remove(other);
    assert.deepEqual(labelsOf(list, 0), ["a"]);
    list.clear();
    assert.deepEqual(list.entries(0), []);
    assert.notEqual(list.add({ token: "a", claims: {} }), one);
  },
  "an entry says who issued it, about whom, and where it was found"() {
    const list = createWatchList();
    const claims = { iss: "https://i.example", sub: 7, nbf: 1, exp: 500 };
    list.add({ token: "a.b.c", claims, source: "paste" });
    list.entries(3);
    const [entry] = list.entries(100);
    assert.deepEqual(entry, {
      id: entry.id,
      label: "7 · i.example",
      token: "a.b.c",
      source: "paste",
      issuer: "https://i.example",
      subject: "7",
      addedAt: 3,
      starts: 1,
      expires: 500,
      state: "in-force",
      secondsLeft: 400,
    });
  },

  "a label is made of kind, subject, issuer and id, whatever is there"() {
    const claims = {
      token_type: "access",
      sub: "ada",
      iss: "https://i.example/x",
      jti: "f99f57b60fd0",
    };
    assert.equal(defaultLabel("a.b.c", claims, "HS256"), "access · ada · i.example/x · f99f57b6");
    assert.equal(defaultLabel("a.b.c", { user_id: 12 }, "HS256"), "12");
    assert.equal(defaultLabel("header.payload.signature", {}, "HS256"), "HS256 …nature");
    assert.equal(defaultLabel("a.b.c", { sub: { x: 1 }, iss: [], jti: null }, {}), "…a.b.c");
    assert.equal(defaultLabel("a.b.c", Object.create({ sub: "x" }), "HS256"), "HS256 …a.b.c");
  },
  "a label has one line, 60 characters and nothing that hides"() {
    assert.equal(cleanLabel(" a\n\t b\u2028c "), "a b c");
    assert.equal(
      cleanLabel("a\u202eb\u200bc\u0000\u{e0041}"),
      "a\\u202eb\\u200bc\\u0000\\u{e0041}",
    );
    assert.equal(cleanLabel("é אב 😀"), "é אב 😀");
    assert.equal(cleanLabel("x".repeat(60)), "x".repeat(60));
    assert.equal(cleanLabel("x".repeat(61)), `${"x".repeat(59)}…`);
    assert.equal(cleanLabel("😀".repeat(70)), `${"😀".repeat(59)}…`);
    const hostile = { sub: "\u202e".repeat(100_000), iss: "x".repeat(300_000), jti: "\n" };
    const label = defaultLabel("a.b.c", hostile, "HS256");
    assert.ok([...label].length <= 60 && !/[\p{Cc}\p{Cf}]/u.test(label), label);
  },

  "a reminder comes once, when its time has come"() {
    const list = listOf({ jti: "x", exp: 1000 });
    const already = new Set();
    const dueAt = (now) => dueReminders(list.entries(now), now, 60, already);
    assert.deepEqual(dueAt(939.9), []);
    const [{ id }] = list.entries(0);
    assert.deepEqual(dueAt(940), [{ id, label: "x", kind: "expiring", expires: 1000 }]);
    assert.deepEqual(dueAt(941), []);
    assert.deepEqual(dueAt(1000), []);
    assert.deepEqual(dueAt(5000), []);
  },
  "after a sleep there is one reminder, that it has expired"() {
    const list = listOf({ jti: "x", exp: 1000 }, { jti: "y", exp: 90_000 });
    const already = new Set();
    const [due, ...more] = dueReminders(list.entries(50_000), 50_000, 60, already);
    assert.deepEqual([due.label, due.kind, due.expires, more.length], ["x", "expired", 1000, 0]);
    assert.deepEqual(dueReminders(list.entries(50_001), 50_001, 60, already), []);
  },
  "what had expired when it was added is not spoken of, what expires a second later is"() {
    const list = createWatchList();
    list.add({ token: "a", claims: { exp: 100 } });
    list.add({ token: "b", claims: { exp: 101 }, label: "b" });
    list.entries(100);
    const due = dueReminders(list.entries(200), 200, 60, new Set());
    assert.deepEqual(
      due.map(({ label }) => label),
      ["b"],
    );
  },
  "what never expires is not spoken of"() {
    const list = listOf({}, { exp: "soon" });
    assert.deepEqual(dueReminders(list.entries(1e9), 1e9, 60, new Set()), []);
  },
};
