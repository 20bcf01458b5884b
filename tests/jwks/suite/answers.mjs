/**
 * Answers: what a host may say, and that everything else costs no more than an error.
 */
import { equal, ok } from "../../js/harness.mjs";
import { ONE, TWO, refuses, serving } from "./places.mjs";

/** Each with its reason, and the nearest answer that is taken. */
const REFUSED = {
  "status 404": [{ ...serving(ONE), status: 404 }, "key set answered with another status", 404],
  "status 500": [{ ...serving(ONE), status: 500 }, "key set answered with another status", 500],
  "status 203": [{ ...serving(ONE), status: 203 }, "key set answered with another status", 203],
  "no keys member": [{ body: '{"key":[]}' }, "key set not a jwks"],
  "keys that are no array": [{ body: '{"keys":{}}' }, "key set not a jwks"],
  "an array": [{ body: "[]" }, "key set not a jwks"],
  null: [{ body: "null" }, "key set not a jwks"],
  "a number": [{ body: "5" }, "key set not a jwks"],
  garbage: [{ body: "\u0000\u0001garbage" }, "key set not a jwks"],
  HTML: [
    { body: "<!doctype html>", headers: { "content-type": "application/json" } },
    "key set not a jwks",
  ],
  "an empty body": [{ body: "" }, "key set not a jwks"],
  "a set that is cut off": [{ body: JSON.stringify(ONE).slice(0, -1) }, "key set not a jwks"],
  "more text after the set": [{ body: `${JSON.stringify(ONE)}}` }, "key set not a jwks"],
  "invalid UTF-8": [{ body: btoa('{"keys":[],"a":"\u00ff"}'), base64: true }, "key set not a jwks"],
  "UTF-8 that is cut off": [{ body: btoa("{}\u00c3"), base64: true }, "key set not a jwks"],
  "no keys at all": [serving({ keys: [] }), "key set without usable keys"],
  "an endless body": [{ mode: "endless" }, "key set too large"],
  "ten megabytes": [{ mode: "ten megabytes" }, "key set too large"],
  "a connection that is reset": [{ mode: "reset" }, "key set not reachable"],
  "a body that breaks off": [{ mode: "cut off", body: '{"keys":' }, "key set not reachable"],
};

export default function (test, { api: { JwtError, createRemoteKeySet }, place, isBrowser }) {
  test("a set is loaded, whatever its content type says", async () => {
    const { set, requested } = await place(serving(ONE, { "content-type": "text/html" }));
    equal(await set.load(), ONE);
    equal(set.current, ONE);
    await requested(1);
  });

  for (const [what, [answer, reason, status]] of Object.entries(REFUSED)) {
    test(`${what}: refused, and a set that was good is kept`, async () => {
      const { set, clock, answers, requested } = await place(answer);
      // Browsers send once more what was reset on a connection that had been used before.
      const isRepeated = isBrowser && answer.mode === "reset";
      const error = await refuses(set.load(), reason, { status });
      ok(error instanceof JwtError);
      equal(set.current, undefined);
      equal(set.version, 0);
      if (!isRepeated) await requested(1);

      await answers(serving(ONE));
      clock.time += 1;
      equal(await set.load(), ONE, "recovers:");
      await answers(answer);
      clock.time += 600;
      equal(await set.load(), ONE, "kept:");
      equal(set.version, 1);
      if (!isRepeated) await requested(3);

      await answers(serving(TWO));
      clock.time += 30;
      equal(await set.load(), TWO, "recovers again:");
      equal(set.version, 2);
    });
  }

  for (const status of [301, 302, 303, 307, 308]) {
    test(`a redirect (${status}) is not followed, to wherever`, async () => {
      const target = await place(serving(ONE));
      for (const location of [target.url, target.url.replace("127.0.0.1", "localhost")]) {
        const { set, requested } = await place({ status, headers: { location } });
        await refuses(set.load(), "key set answered with a redirect");
        await requested(1);
      }
      await target.requested(0);
    });
  }

  test("a fetch that follows redirects all the same is refused", async () => {
    const target = await place(serving(ONE));
    const follow = (url, init) => fetch(url, { ...init, redirect: "follow" });
    const { set } = await place(
      { status: 302, headers: { location: target.url } },
      { fetch: follow },
    );
    await refuses(set.load(), "key set answered with a redirect");
    await target.requested(1);
    equal(await target.again({ fetch: follow }).load(), ONE);
  });

  test("304 without having been asked for is refused", async () => {
    const { set } = await place({ status: 304 });
    await refuses(set.load(), "key set answered with a redirect");
  });

  test("a body of exactly maxBytes is taken, one byte more is not", async () => {
    const { length } = JSON.stringify(ONE);
    const { set, again } = await place(serving(ONE), { maxBytes: length });
    equal(await set.load(), ONE);
    await refuses(again({ maxBytes: length - 1 }).load(), "key set too large");
  });

  test("262,144 bytes are taken by default, one more is not", async () => {
    const text = JSON.stringify(ONE);
    const { set } = await place({ body: text.padEnd(262_144) });
    equal(await set.load(), ONE);
    const more = await place({ body: text.padEnd(262_145) });
    await refuses(more.set.load(), "key set too large");
  });

  for (const mode of ["no headers", "no end"]) {
    test(`${mode} in time: refused, and the connection is closed`, async () => {
      const { set, requested, answers, again } = await place(
        { mode, body: '{"keys":[' },
        { timeout: 0.05 },
      );
      await refuses(set.load(), "key set timed out");
      // Resolves when nothing is open any more.
      await requested(1);
      await answers(serving(ONE));
      equal(await again({ timeout: "1m" }).load(), ONE);
    });
  }

  test("no more than a hundred members", async () => {
    const of = (length) => serving({ keys: Array.from({ length }, () => ONE.keys[0]) });
    const { set } = await place(of(100));
    equal((await set.load()).keys.length, 100);
    const more = await place(of(101));
    await refuses(more.set.load(), "key set too large");
  });

  test("a message names the host, and nothing else of the address or the request", async () => {
    const { url, requests } = await place({ status: 500 });
    const headers = { "x-api-key": "header-secret" };
    const set = createRemoteKeySet(`${url}?key=query-secret#fragment`, { headers });
    const reason = "key set answered with another status";
    equal((await refuses(set.load(), reason)).message, `127.0.0.1: ${reason}`);
    ok((await requests())[0].url.endsWith("?key=query-secret"));
  });

  test("what fetch threw is the cause", async () => {
    const fault = new Error("no network");
    const { again } = await place({});
    const throws = () => {
      throw fault;
    };
    for (const fetch of [throws, () => Promise.reject(fault)]) {
      const error = await refuses(again({ fetch }).load(), "key set not reachable");
      ok(error.cause === fault);
    }
  });
}
