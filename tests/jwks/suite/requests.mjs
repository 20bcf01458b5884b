/**
 * Requests: what is sent, and how seldom.
 */
import { equal, ok } from "../../js/harness.mjs";
import { ONE, TWO, refuses, serving } from "./places.mjs";

export default function (test, { place }) {
  test("nothing is sent before somebody asks", async () => {
    const { set, requested } = await place(serving(ONE));
    equal(set.current, undefined);
    equal(set.export(), undefined);
    await requested(0);
    await set.load();
    await requested(1);
  });

  test("GET, accept, the given headers, and no cookie", async () => {
    const headers = { "x-api-key": "a" };
    const { set, again, requests } = await place(serving(ONE), { headers });
    await set.load();
    await again({ headers: new Headers({ ...headers, accept: "text/plain" }) }).load();
    const [first, second] = await requests();
    equal(first.method, "GET");
    equal(first.headers.accept, "application/jwk-set+json, application/json");
    equal(first.headers["x-api-key"], "a");
    equal(first.headers.cookie, undefined);
    equal(second.headers.accept, "text/plain");
    equal(second.headers["x-api-key"], "a");
  });

  test("fetch is called as a function, with manual redirects and a signal", async () => {
    const calls = [];
    const { url, again } = await place(serving(ONE));
    const own = again({
      fetch(...args) {
        calls.push([this, ...args]);
        return fetch(...args);
      },
    });
    await own.load();
    const [[self, address, init], ...others] = calls;
    equal(others.length, 0);
    ok(self === undefined || self === globalThis);
    equal(address, url);
    equal(init.redirect, "manual");
    ok(init.signal instanceof AbortSignal);
    equal(init.credentials, "credentials" in Request.prototype ? "omit" : undefined);
  });

  test("a hundred that load at once share one request", async () => {
    const { set, clock, requested } = await place(serving(ONE));
    const loads = () => Promise.all(Array.from({ length: 100 }, () => set.load()));
    const sets = await loads();
    ok(sets.every((one) => one === sets[0]));
    await requested(1);
    clock.time += 600;
    await loads();
    await requested(2);
  });

  test("a hundred that load at once share one failure", async () => {
    const { set, requested } = await place({ status: 500 });
    const loads = Array.from({ length: 100 }, () => set.load().catch(({ status }) => status));
    equal([...new Set(await Promise.all(loads))], [500]);
    await requested(1);
  });

  test("a storm of unknown kids sends one request in each cooldown", async () => {
    const { set, clock, requested } = await place(serving(ONE));
    const storm = () => Promise.all(Array.from({ length: 100 }, () => set.refresh()));
    await set.load();
    clock.time += 29.999;
    equal([...new Set(await storm())], [false]);
    await requested(1);
    clock.time += 0.001;
    equal([...new Set(await storm())], [false]);
    for (let at = 0; at < 10; at++) {
      equal(await set.refresh(), false);
      clock.time += 2.9;
    }
    await requested(2);
    clock.time += 1;
    await storm();
    await requested(3);
  });

  test("refresh finds the new keys, and says so to all that wait", async () => {
    const { set, clock, answers, requested } = await place(serving(ONE));
    await set.load();
    await answers(serving(TWO));
    clock.time += 30;
    equal(await Promise.all([set.refresh(), set.refresh()]), [true, true]);
    equal(set.current, TWO);
    equal(set.version, 2);
    equal(await set.refresh(), false);
    await requested(2);
  });

  test("refresh loads what was never loaded, and rejects only then", async () => {
    const { set, clock, answers, requested } = await place({ status: 500 });
    const reason = "key set answered with another status";
    await refuses(set.refresh(), reason);
    await answers(serving(ONE));
    await refuses(set.refresh(), reason);
    clock.time += 1;
    equal(await set.refresh(), true);
    await answers({ status: 500 });
    clock.time += 30;
    equal(await set.refresh(), false);
    equal(set.current, ONE);
    await requested(3);
  });

  test("the cooldown is the caller's to choose, nought included", async () => {
    const { set, requested } = await place(serving(ONE), { cooldown: 0 });
    await set.load();
    await set.refresh();
    await set.refresh();
    await requested(3);
  });

  test("a failing host is asked again after 1, 2, 4, … seconds, up to the cooldown", async () => {
    const { set, clock, requested } = await place({ status: 500 });
    const reason = "key set answered with another status";
    const first = await refuses(set.load(), reason);
    ok((await refuses(set.load(), reason)) === first);
    let sent = 1;
    for (const seconds of [1, 2, 4, 8, 16, 30, 30, 30]) {
      clock.time += seconds - 0.001;
      await refuses(set.load(), reason);
      await requested(sent);
      clock.time += 0.001;
      await refuses(set.load(), reason);
      await requested(++sent);
    }
  });

  test("after a success, counting starts anew", async () => {
    const { set, clock, answers, requested } = await place({ status: 500 }, { maxStale: 0 });
    for (const seconds of [1, 2, 4]) {
      await set.load().catch(() => {});
      clock.time += seconds;
    }
    await answers(serving(ONE));
    await set.load();
    await answers({ status: 500 });
    clock.time += 600;
    await set.load().catch(() => {});
    clock.time += 1;
    await set.load().catch(() => {});
    await requested(6);
  });

  test("a failing host is asked once in each cooldown while the last set is good", async () => {
    const { set, clock, answers, requested } = await place(serving(ONE));
    await set.load();
    await answers({ status: 503 });
    clock.time += 600;
    for (let at = 0; at < 5; at++) {
      equal(await set.load(), ONE);
      equal(await set.refresh(), false);
    }
    await requested(2);
    clock.time += 29.999;
    await set.load();
    await requested(2);
    clock.time += 0.001;
    await set.load();
    await requested(3);
  });

  test("an answer that comes after its time changes nothing", async () => {
    let release;
    const late = new Promise((resolve) => (release = resolve));
    const slow = await place(serving(ONE));
    const { set } = await place(serving(ONE), {
      timeout: 0.02,
      // Heeds no signal.
      fetch: async () => {
        await late;
        return fetch(slow.url);
      },
    });
    await refuses(set.load(), "key set timed out");
    release();
    await slow.again().load();
    await Promise.resolve();
    equal(set.current, undefined);
    equal(set.version, 0);
  });
}
