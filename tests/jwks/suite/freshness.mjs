/**
 * Freshness: when a set is fetched again, and until when it is used.
 */
import { equal } from "../../js/harness.mjs";
import { ONE, START, TWO, refuses, serving } from "./places.mjs";

/** Headers, and how many seconds they make a set fresh; by default at least 30 and at most 600. */
const LIFETIMES = [
  [{}, 600],
  [{ "cache-control": "max-age=100" }, 100],
  [{ "cache-control": "public, MAX-AGE=100, immutable" }, 100],
  [{ "cache-control": 'max-age="100"' }, 100],
  [{ "cache-control": "max-age=100000" }, 600],
  [{ "cache-control": `max-age=${"9".repeat(400)}` }, 600],
  [{ "cache-control": "max-age=5" }, 30],
  [{ "cache-control": "max-age=0" }, 30],
  [{ "cache-control": "max-age=-5" }, 600],
  [{ "cache-control": "s-maxage=100" }, 600],
  [{ "cache-control": "no-store" }, 30],
  [{ "cache-control": "no-cache, max-age=100" }, 30],
  [{ "cache-control": "max-age=100", age: "40" }, 60],
  [{ "cache-control": "max-age=100", age: "99" }, 30],
  [{ "cache-control": "max-age=100", age: "200" }, 30],
  [{ "cache-control": "max-age=100", age: "x" }, 100],
  [{ "cache-control": "max-age=100", age: "-50" }, 150],
  [{ age: "40" }, 600],
];

export default function (test, { place, isBrowser }) {
  for (const [headers, seconds] of LIFETIMES) {
    test(`${JSON.stringify(headers)}: fresh for ${seconds} seconds`, async () => {
      // The browser's own cache would answer instead of the host.
      const { url, set, clock, answers, again, requested } = await place(serving(ONE, headers));
      let sent = 0;
      const count = (_, init) => fetch(`${url}?${sent++}`, init);
      const own = isBrowser ? again({ fetch: count }) : set;
      await own.load();
      equal(own.export().expiresAt, START + seconds);
      await answers(serving(TWO, headers));
      clock.time += seconds - 0.001;
      equal(await own.load(), ONE);
      await requested(1);
      clock.time += 0.001;
      equal(await own.load(), TWO);
      await requested(2);
    });
  }

  test("cacheMaxAge and cooldown bound what the host says", async () => {
    const headers = { "cache-control": "max-age=100" };
    const { set, again } = await place(serving(ONE, headers), { cacheMaxAge: "1m" });
    await set.load();
    equal(set.export().expiresAt, START + 60);
    const cool = again({ cooldown: "2m" });
    await cool.load();
    equal(cool.export().expiresAt, START + 120);
  });

  test("a set back clock makes a set be fetched again, once", async () => {
    const { set, clock, requested } = await place(serving(ONE));
    await set.load();
    clock.time -= 1_000_000;
    equal(await set.load(), ONE);
    await set.load();
    await requested(2);
  });

  test("the last good set is used for maxStale after it was fresh, and no longer", async () => {
    const { set, clock, answers } = await place(serving(ONE), { maxStale: "1h" });
    await set.load();
    await answers({ status: 500 });
    clock.time += 600 + 3600 - 0.001;
    equal(await set.load(), ONE);
    equal(set.current, ONE);
    equal(set.version, 1);
    clock.time += 0.001;
    equal(set.current, undefined);
    equal(set.version, 2);
    equal(set.export(), undefined);
    await refuses(set.load(), "key set answered with another status", { status: 500 });
    await answers(serving(ONE));
    clock.time += 30;
    equal(await set.load(), ONE);
    equal(set.version, 3);
  });

  test("by default that is one day", async () => {
    const { set, clock } = await place(serving(ONE));
    await set.load();
    clock.time += 600 + 86_399;
    equal(set.current, ONE);
    clock.time += 1;
    equal(set.current, undefined);
  });

  test("the same keys are the same set: neither object nor version changes", async () => {
    const { set, clock, answers, requested } = await place(serving(ONE));
    const first = await set.load();
    clock.time += 600;
    equal((await set.load()) === first, true);
    equal(set.version, 1);
    await answers(serving(TWO));
    clock.time += 600;
    equal((await set.load()) === first, false);
    equal(set.version, 2);
    await requested(3);
  });

  test("an etag is sent back, and 304 keeps the set for as long again", async () => {
    const { set, clock, answers, requests } = await place(serving(ONE, { etag: '"a"' }));
    const first = await set.load();
    clock.time += 600;
    equal((await set.load()) === first, true);
    equal(set.version, 1);
    equal(set.export().expiresAt, START + 1200);
    clock.time += 599;
    await set.load();
    clock.time += 1;
    await answers(serving(TWO, { etag: '"b"' }));
    equal(await set.load(), TWO);
    clock.time += 600;
    await answers(serving(ONE));
    equal(await set.load(), ONE);
    clock.time += 600;
    await set.load();
    equal(
      (await requests()).map(({ headers }) => headers["if-none-match"] ?? "none"),
      ["none", '"a"', '"a"', '"b"', "none"],
    );
  });

  test("304 says how long, too", async () => {
    const headers = { etag: '"a"', "cache-control": "max-age=100" };
    const { set, clock } = await place(serving(ONE, headers));
    await set.load();
    clock.time += 100;
    await set.load();
    equal(set.export().expiresAt, START + 200);
  });

  if (isBrowser) {
    test("a host that refuses the preflight of If-None-Match is asked without", async () => {
      const answer = {
        ...serving(ONE, { etag: '"a"' }),
        mode: "always 200",
        refusesPreflight: true,
      };
      const { set, clock, answers, requested } = await place(answer);
      await set.load();
      await answers({ ...answer, body: JSON.stringify(TWO) });
      clock.time += 600;
      equal(await set.load(), ONE);
      await requested(1);
      for (const expected of [2, 3]) {
        clock.time += 600;
        equal(await set.load(), TWO);
        await requested(expected);
      }
    });
  }
}
