/**
 * The cache as plain data: exported, stored, and started from.
 */
import { equal } from "../../js/harness.mjs";
import { ED25519, ONE, START, TWO, serving } from "./places.mjs";

const stored = (data) => JSON.parse(JSON.stringify(data));

export default function (test, { place }) {
  test("what is exported is what is there, as JSON", async () => {
    const { set } = await place(serving(ONE, { etag: '"a"' }));
    await set.load();
    const data = set.export();
    equal(data, { keys: ONE.keys, fetchedAt: START, expiresAt: START + 600, etag: '"a"' });
    equal(stored(data), data);
    const plain = await place(serving(ONE));
    await plain.set.load();
    equal(Object.keys(plain.set.export()).sort(), ["expiresAt", "fetchedAt", "keys"]);
  });

  test("from what is still fresh a set starts without a request", async () => {
    const { set, clock, again, requested, answers } = await place(serving(ONE));
    await set.load();
    const cache = stored(set.export());
    clock.time += 599.999;
    await answers(serving(TWO));
    const other = again({ cache });
    equal(other.current, ONE);
    equal(other.version, 1);
    equal(await other.load(), ONE);
    equal(other.export(), cache);
    await requested(1);
    clock.time += 0.001;
    equal(await again({ cache }).load(), TWO);
    await requested(2);
  });

  test("an expired one is fetched again, with its etag, and used if the host fails", async () => {
    const { set, clock, again, requests, answers } = await place(serving(ONE, { etag: '"a"' }));
    await set.load();
    const cache = stored(set.export());
    clock.time += 700;
    equal(await again({ cache }).load(), ONE);
    equal((await requests())[1].headers["if-none-match"], '"a"');
    await answers({ status: 500 });
    equal(await again({ cache }).load(), ONE);
    clock.time += 86_400;
    equal(again({ cache }).current, undefined);
  });

  test("the cooldown goes on where it was", async () => {
    const { set, clock, again, requested } = await place(serving(ONE));
    await set.load();
    const other = again({ cache: set.export() });
    clock.time += 29;
    equal(await other.refresh(), false);
    await requested(1);
    clock.time += 1;
    equal(await other.refresh(), false);
    await requested(2);
  });

  test("no date of the store makes a set fresh for longer than one that was just fetched", async () => {
    const { clock, again, requested } = await place(serving(TWO));
    const cache = { keys: ONE.keys, fetchedAt: START + 1e6, expiresAt: START + 1e9 };
    const set = again({ cache });
    equal(set.export().expiresAt, START + 600);
    clock.time += 599;
    equal(await set.load(), ONE);
    await requested(0);
    clock.time += 1;
    equal(await set.load(), TWO);
  });

  test("members are chosen as those from the network", async () => {
    const { again } = await place(serving(ONE));
    const dates = { fetchedAt: START, expiresAt: START + 600 };
    const keys = [{ kty: "oct", k: "AQAB" }, null, { ...ED25519, d: "AQAB" }, ...TWO.keys];
    equal(again({ cache: { keys, ...dates } }).current, TWO);
    equal(again({ cache: { keys: keys.slice(0, 3), ...dates } }).current, undefined);
  });

  const good = { keys: TWO.keys, fetchedAt: START, expiresAt: START + 600, etag: '"a"' };
  const ignored = {
    null: null,
    "an empty object": {},
    "an array": [],
    "keys that are no array": { ...good, keys: {} },
    "too many keys": { ...good, keys: Array.from({ length: 101 }, () => TWO.keys[0]) },
    "no fetchedAt": { ...good, fetchedAt: undefined },
    "fetchedAt as text": { ...good, fetchedAt: String(START) },
    "no expiresAt": { ...good, expiresAt: undefined },
    "expiresAt NaN": { ...good, expiresAt: NaN },
  };
  for (const [what, cache] of Object.entries(ignored)) {
    test(`a cache that cannot be used is ignored: ${what}`, async () => {
      const { again, requested } = await place(serving(ONE));
      const set = again({ cache });
      equal(set.current, undefined);
      equal(await set.load(), ONE);
      await requested(1);
      equal(again({ cache: good }).current, TWO);
    });
  }

  test("an etag that is no text is ignored, one that is no header costs one request", async () => {
    const { clock, again, requests } = await place(serving(ONE));
    clock.time += 600;
    equal(await again({ cache: { ...good, etag: 5 } }).load(), ONE);
    equal((await requests())[0].headers["if-none-match"], undefined);
    const set = again({ cache: { ...good, etag: "a\nb" } });
    equal(await set.load(), TWO);
    clock.time += 30;
    equal(await set.load(), ONE);
  });
}
