/**
 * The store: what React, Svelte and Vue ask of one, written out; and loops over events.
 */
import { equal, ok } from "../../js/harness.mjs";
import { START } from "../fake-time.mjs";

export default function (test, { api: { watch, createSession } }) {
  const make = () => watch({ exp: START + 100 }, { ahead: 10 });

  test("getSnapshot gives the same frozen object until something changes", async (time) => {
    const { getSnapshot, dispose } = make();
    const first = getSnapshot();
    ok(Object.isFrozen(first));
    await time.advance(80);
    ok(getSnapshot() === first);
    await time.advance(11);
    ok(getSnapshot() !== first);
    dispose();
  });
  test("React: useSyncExternalStore renders once a change, and not for the call at once", async (time) => {
    const { subscribe, getSnapshot, dispose } = make();
    // As in its source: the listener compares snapshots and ignores what it is called with.
    let [rendered, renders] = [getSnapshot(), 1];
    ok(Object.is(getSnapshot(), rendered), "two reads in one render are the same");
    const unsubscribe = subscribe(() => {
      if (!Object.is(getSnapshot(), rendered)) [rendered, renders] = [getSnapshot(), renders + 1];
    });
    equal(renders, 1);
    await time.advance(101);
    equal([renders, rendered.state], [3, "expired"]);
    unsubscribe();
    dispose();
  });
  test("React: a change between render and subscription is not lost", async (time) => {
    const { subscribe, getSnapshot, dispose } = make();
    const rendered = getSnapshot();
    await time.advance(91);
    let isStale = false;
    subscribe(() => (isStale ||= !Object.is(getSnapshot(), rendered)));
    ok(isStale);
    dispose();
  });
  test("Svelte: subscribe calls with the value at once and synchronously, and gives a function", async (time) => {
    const store = make();
    const seen = [];
    const unsubscribe = store.subscribe(
      ({ state }) => seen.push(state),
      () => {},
    );
    equal(seen, ["valid"]);
    await time.advance(91);
    equal(seen, ["valid", "expiring"]);
    equal(unsubscribe(), undefined);
    await time.advance(20);
    equal(seen, ["valid", "expiring"]);
    store.dispose();
  });
  test("Vue: a ref that is filled by the subscription itself", async (time) => {
    const { subscribe, dispose } = make();
    const ref = { value: undefined };
    const stop = subscribe((snapshot) => (ref.value = snapshot));
    equal(ref.value.state, "valid");
    await time.advance(101);
    equal(ref.value.state, "expired");
    stop();
    dispose();
  });
  test("one function subscribed twice is two subscriptions", () => {
    const store = make();
    let calls = 0;
    const count = () => calls++;
    const [stop] = [store.subscribe(count), store.subscribe(count)];
    stop();
    equal(calls, 2);
    store.dispose();
  });
  test("a listener that leaves while others are told is not called any more", async (time) => {
    const store = make();
    const seen = [];
    let leave = () => {};
    store.subscribe(() => leave());
    leave = store.subscribe(({ state }) => seen.push(state));
    await time.advance(91);
    equal(seen, ["valid"]);
    store.dispose();
  });
  test("a session's snapshot holds no token", async () => {
    const session = createSession({
      baseUrl: "https://api.test",
      fetch: async () => new Response(),
    });
    await session.adopt({ access: "a.e30.c", refresh: "secret" });
    ok(!JSON.stringify(session.getSnapshot()).includes("secret"));
    equal(session.getSnapshot().status, "signed-in");
    session.dispose();
  });

  /** Takes the types of all events from now on; `over` tells that the loop has ended by itself. */
  const follow = (source) => {
    const taken = { types: [], over: false };
    const loop = async () => {
      for await (const { type } of source) taken.types.push(type);
      taken.over = true;
    };
    void loop();
    return taken;
  };
  const settled = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };

  test("a loop over a watch takes each event in order, and is over with it", async (time) => {
    const expiry = make();
    const [one, other] = [follow(expiry), follow(expiry)];
    await time.advance(1_000);
    await settled();
    equal(one.types, ["expiring", "expired"]);
    equal(other.types, one.types);
    ok(!one.over);
    expiry.dispose();
    await settled();
    ok(one.over && other.over);
    const late = follow(expiry);
    await settled();
    ok(late.over);
    equal(late.types, []);
  });
  test("what happens while a loop is busy waits for it, and a loop that is left takes no more", async (time) => {
    const expiry = make();
    const events = expiry[Symbol.asyncIterator]();
    const first = events.next();
    await time.advance(1_000);
    equal((await first).value.type, "expiring");
    const { value, done } = await events.next();
    equal([value.type, value.detail.state, done], ["expired", "expired", false]);
    equal(await events.return(), { value: undefined, done: true });
    equal(await events.next(), { value: undefined, done: true });
    expiry.dispose();
  });
  test("a loop over a session takes its events, also of calls that it makes itself", async () => {
    const session = createSession({
      baseUrl: "https://api.test",
      fetch: async () => new Response(),
    });
    const seen = [];
    const loop = (async () => {
      for await (const { type, detail } of session) {
        seen.push([type, detail.by ?? detail.reason]);
        if (type === "signedin") await session.signOut();
        else break;
      }
    })();
    await session.adopt({ access: "a.e30.c", refresh: "secret" });
    await loop;
    equal(seen, [
      ["signedin", "self"],
      ["signedout", "signed-out"],
    ]);
    session.dispose();
  });
}
