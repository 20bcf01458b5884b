/**
 * Waiting: who gives up stops waiting, and nobody else does.
 */
import { equal, ok } from "../../js/harness.mjs";
import { ONE, TWO, refuses, rejected, serving } from "./places.mjs";

export default function (test, { place }) {
  test("a caller that aborts gets its reason; the others get the set", async () => {
    const { set, requested } = await place(serving(ONE));
    const controller = new AbortController();
    const reason = new Error("the visitor left");
    const given = set.load({ signal: controller.signal });
    const other = set.load({ signal: new AbortController().signal });
    controller.abort(reason);
    ok((await rejected(given)) === reason);
    equal(await other, ONE);
    await requested(1);
  });

  test("without a reason it is an AbortError", async () => {
    const { set } = await place(serving(ONE));
    const controller = new AbortController();
    const given = set.refresh({ signal: controller.signal });
    controller.abort();
    equal((await rejected(given)).name, "AbortError");
    equal(await set.load(), ONE);
  });

  test("a signal that was aborted before: nothing is sent, though the set is there", async () => {
    const { set, requested } = await place(serving(ONE));
    const signal = AbortSignal.abort("gone");
    equal(await rejected(set.load({ signal })), "gone");
    equal(await rejected(set.refresh({ signal })), "gone");
    await requested(0);
    await set.load();
    equal(await rejected(set.load({ signal })), "gone");
    equal(await set.load({ signal: undefined }), ONE);
  });

  test("listeners are taken off again", async () => {
    const { set } = await place(serving(ONE), { cooldown: 0, cacheMaxAge: 0 });
    let listeners = 0;
    const signal = {
      aborted: false,
      throwIfAborted() {},
      addEventListener: () => listeners++,
      removeEventListener: () => listeners--,
    };
    await Promise.all([set.load({ signal }), set.refresh({ signal })]);
    equal(listeners, 0);
  });

  test("the signal of the set ends its request and every later one", async () => {
    const controller = new AbortController();
    const { set, clock, answers, requests } = await place(
      { mode: "no end", body: "{" },
      { signal: controller.signal, timeout: "1m" },
    );
    const reason = new Error("shutting down");
    const given = set.load();
    controller.abort(reason);
    ok((await rejected(given)) === reason);
    // It may have been ended before it was sent.
    const { length } = await requests();
    await answers(serving(ONE));
    clock.time += 60;
    ok((await rejected(set.load())) === reason);
    equal((await requests()).length, length);
  });

  test("the signal of the set leaves the last good set", async () => {
    const controller = new AbortController();
    const { set, clock, requested } = await place(serving(ONE), { signal: controller.signal });
    await set.load();
    controller.abort();
    clock.time += 600;
    equal(await set.load(), ONE);
    await requested(1);
  });

  test("a request that never ends, with all that it began, is made anew by who waits", async () => {
    // An edge host may end what a visitor's request began, its timers too.
    const timers = globalThis.setTimeout;
    const { set, requested } = await place(serving(TWO), {
      timeout: 0.05,
      fetch: (...args) =>
        globalThis.setTimeout === timers ? fetch(...args) : new Promise(() => {}),
    });
    globalThis.setTimeout = () => ({});
    void set.load();
    globalThis.setTimeout = timers;
    await requested(0);
    equal(await Promise.all([set.load(), set.load(), set.load()]), [TWO, TWO, TWO]);
    await requested(1);
  });

  test("the clock is asked each time, and has to be one", async () => {
    const { again } = await place(serving(ONE));
    const set = again({ now: () => NaN });
    equal((await rejected(set.load())).name, "TypeError");
    equal(await again({ now: 5 }).load(), ONE);
    await refuses(again({ fetch: () => 5 }).load(), "key set not reachable");
  });
}
