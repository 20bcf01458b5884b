/**
 * The states of a token, and where one ends and the next begins.
 */
import { equal, mistypes, ok } from "../../js/harness.mjs";
import { START } from "../fake-time.mjs";
import { tokenOf } from "../tokens.mjs";

export default function (test, { api: { watch } }) {
  const stateOf = (claims, options) => {
    const one = watch(typeof claims === "string" ? claims : tokenOf(claims), options);
    one.dispose();
    return one.getSnapshot();
  };
  const at = (now, claims, options) => stateOf(claims, { now, ahead: 10, ...options }).state;

  test("boundary_exp_equals_now: expired at exp, and not before", () => {
    equal(at(100, { exp: 100 }), "expired");
    equal(at(99.999, { exp: 100 }), "expiring");
  });
  test("expiring from exp - ahead on, and not before", () => {
    equal(at(90, { exp: 100 }), "expiring");
    equal(at(89.9, { exp: 100 }), "valid");
  });
  test("leeway: clockTolerance moves the end and the beginning", () => {
    equal(at(104.9, { exp: 100 }, { clockTolerance: 5 }), "expiring");
    equal(at(105, { exp: 100 }, { clockTolerance: 5 }), "expired");
    equal(at(94.9, { exp: 900, nbf: 100 }, { clockTolerance: 5 }), "not-yet");
    equal(at(95, { exp: 900, nbf: 100 }, { clockTolerance: 5 }), "valid");
    equal(at(95, { exp: 900, nbf: 100 }, { clockTolerance: "5s" }), "valid");
  });
  test("ms_exp: milliseconds are suspected, told, and taken only if that is said", () => {
    const exp = START * 1_000;
    equal(stateOf({ exp }), {
      reason: "exp-milliseconds",
      state: "unreadable",
    });
    equal(at(START, { exp }, { allowFarDates: true }), "valid");
    equal(at(START, { exp: 1e11 }), "valid");
    equal(at(START, { exp: 1e11 + 1 }), "unreadable");
  });
  test("float_exp: fractions count", () => {
    equal(at(100.4, { exp: 100.5 }), "expiring");
    equal(at(100.5, { exp: 100.5 }), "expired");
  });
  test("huge_exp_2^53: no date", () => {
    equal(stateOf({ exp: 2 ** 53 }).reason, "exp-invalid");
    equal(at(START, { exp: 2 ** 53 - 1 }, { allowFarDates: true }), "valid");
  });
  test("no_exp: no expiry, and no timer", (time) => {
    const one = watch(tokenOf({}));
    equal(one.getSnapshot().state, "no-expiry");
    equal(one.remaining, Infinity);
    equal(time.pending, 0);
    one.dispose();
  });
  test("dates of another type are no dates", () => {
    equal(stateOf({ exp: "100" }).reason, "exp-invalid");
    equal(stateOf({ exp: null }).reason, "exp-invalid");
    equal(stateOf({ exp: 100, nbf: "1" }).reason, "nbf-invalid");
  });
  test("what is no token is unreadable, and claims will do instead of one", () => {
    for (const text of ["", "a", "a.b.c", "a.e30", "e30.e30.a.b", "e30.W10.a", "e30.bnVsbA.a"]) {
      equal(stateOf(text).reason, "malformed", text);
    }
    equal(stateOf("e30.e30.").state, "no-expiry");
    const one = watch({ exp: START + 5 });
    equal(one.getSnapshot().exp, START + 5);
    one.dispose();
  });
  test("names outside ASCII are read", () => {
    equal(stateOf({ name: "Zoë ✓", exp: START + 500 }).state, "valid");
  });
  test("arguments of other types are TypeErrors", () => {
    mistypes(() => watch(), /^token is neither/);
    mistypes(() => watch(5), /^token is neither/);
    mistypes(() => watch(null), /^token is neither/);
    mistypes(() => watch("a", { leeway: 5 }), /^unknown option "leeway"$/);
    mistypes(() => watch("a", { ahead: "5" }), /^option ahead is not a duration/);
    mistypes(() => watch("a", { now: "5" }), /^option now is not a finite number/);
    mistypes(() => watch("a", { onChange: {} }), /^option onChange is not a function/);
  });
  test("ahead, if nobody says: a tenth of what is left, from 2 to 60 seconds, less than half", () => {
    const beginning = (left) => {
      let now = START;
      const one = watch({ exp: START + left }, { now: () => now });
      ok(one.getSnapshot().state === "valid", `${left}`);
      while (one.check().state === "valid") now += 0.125;
      one.dispose();
      return START + left - now;
    };
    equal([300, 10, 2, 4_000].map(beginning), [30, 2, 0.75, 60]);
  });
}
