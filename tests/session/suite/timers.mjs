/**
 * The one timer: sleep, throttling, clocks that jump, and dates that timers cannot hold.
 */
import { equal, ok } from "../../js/harness.mjs";
import { START } from "../fake-time.mjs";

export default function (test, { api: { watch } }) {
  /** A watch, and what it tells from then on. */
  const listen = (left, options) => {
    const told = [];
    const one = watch({ exp: START + left }, { ahead: 60, ...options });
    for (const type of ["active", "expiring", "expired", "tick", "clockchange"]) {
      one.addEventListener(type, ({ detail }) =>
        told.push(detail.missed ? `${type}, missed` : type),
      );
    }
    return { one, told };
  };

  test("events come when their time has", async (time) => {
    const { one, told } = listen(300);
    await time.advance(239);
    equal(told, []);
    await time.advance(2);
    equal(told, ["expiring"]);
    await time.advance(58);
    equal(told, ["expiring"]);
    await time.advance(2);
    equal(told, ["expiring", "expired"]);
    equal(time.pending, 0);
    one.dispose();
  });
  test("active, when a token comes into force", async (time) => {
    const told = [];
    const one = watch({ nbf: START + 10 }, { onChange: ({ state }) => told.push(state) });
    one.addEventListener("active", () => told.push("active"));
    equal(one.getSnapshot().state, "not-yet");
    await time.advance(11);
    equal(told, ["no-expiry", "active"]);
    one.dispose();
  });
  test("30_day_timeout_not_immediate: no delay that timers cannot hold", async (time) => {
    const { one, told } = listen(30 * 86_400);
    await time.advance(3_600);
    equal(told, []);
    ok(Math.max(...time.delays) <= 60_000);
    one.dispose();
  });
  test("sleep_past_both_events_order: expiring, then expired", async (time) => {
    const { one, told } = listen(300);
    const states = [];
    one.subscribe(({ state, missed }) => states.push([state, !!missed]));
    time.sleep(3_600);
    await time.advance(60);
    equal(told, ["clockchange", "expiring, missed", "expired"]);
    equal(states, [
      ["valid", false],
      ["expiring", true],
      ["expired", false],
    ]);
    one.dispose();
  });
  test("clock_back_1h: the token is in force again, and is told so", async (time) => {
    const { one, told } = listen(100);
    await time.advance(101);
    equal(told, ["expiring", "expired"]);
    time.set(-3_600);
    equal(one.check().state, "valid");
    equal(told, ["expiring", "expired", "active"]);
    await time.advance(3_700);
    equal(told.slice(-2), ["expiring", "expired"]);
    one.dispose();
  });
  test("clock_forward_1h: told at the next look, a minute later at most", async (time) => {
    const { one, told } = listen(3_000);
    time.set(3_600);
    await time.advance(60);
    equal(told, ["clockchange", "expiring, missed", "expired"]);
    one.dispose();
  });
  test("a clock that is set by less than 2 seconds has not jumped", async (time) => {
    const { one, told } = listen(3_000);
    time.set(1.5);
    await time.advance(60);
    equal(told, []);
    one.dispose();
  });
  test("hidden_tab_then_visible: late in a hidden page, at once when it is seen", async (time) => {
    const document = new EventTarget();
    document.visibilityState = "hidden";
    globalThis.document = document;
    const { one, told } = listen(3_000);
    try {
      ok(time.delays.at(-1) === 300_000, "once in five minutes");
      time.sleep(4_000);
      document.visibilityState = "visible";
      document.dispatchEvent(new Event("visibilitychange"));
      equal(told.slice(-1), ["expired"]);
    } finally {
      one.dispose();
      delete globalThis.document;
    }
  });
  test("dispose_clears_timers: by dispose, by using, by a signal", async (time) => {
    const controller = new AbortController();
    const [a, b, c] = [listen(100), listen(100), listen(100, { signal: controller.signal })];
    equal(time.pending, 1, "one timer for all");
    a.one.dispose();
    b.one[Symbol.dispose]();
    equal(time.pending, 1);
    controller.abort();
    equal(time.pending, 0);
    await time.advance(200);
    equal(
      [a, b, c].flatMap(({ told }) => told),
      [],
    );
  });
  test("a signal that was aborted before leaves no timer", (time) => {
    listen(100, { signal: AbortSignal.abort() });
    equal(time.pending, 0);
  });
  test("tick: remaining counts whole seconds, and not in a hidden page", async (time) => {
    const { one, told } = listen(5, { tick: 1, ahead: 0 });
    const seen = [];
    one.subscribe(({ remaining }) => seen.push(remaining));
    await time.advance(6);
    equal(seen, [5, 4, 3, 2, 1, 0, 0]);
    equal(told, ["tick", "tick", "tick", "tick", "expiring, missed", "expired"]);
    one.dispose();
  });
  test("a clock that stands still makes no hot loop", async (time) => {
    const one = watch({ exp: 100 }, { now: () => 99.9999, ahead: 0 });
    const before = time.delays.length;
    await time.advance(1);
    ok(time.delays.length - before <= 60, `${time.delays.length - before} timers in a second`);
    one.dispose();
  });
}
