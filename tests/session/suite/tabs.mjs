/**
 * Tabs: several copies of the entry over one channel, one lock manager and one storage.
 */
import { equal, ok } from "../../js/harness.mjs";
import { begin, createBackend, failure, serverClock, settle } from "../begin.mjs";
import { createChannels, createLocks } from "../fake-tabs.mjs";

const REFRESH = "/api/token/refresh/";

export default function (test, { load }) {
  /** `count` tabs, of which the first signs in. */
  async function open(count, options = {}) {
    const backend = options.backend ?? createBackend({ now: serverClock() });
    const channels = createChannels();
    const locks = "locks" in options ? options.locks : createLocks();
    const tabs = [];
    for (let at = 0; at < count; at++) {
      const made = begin(await load(at), {
        signsIn: false,
        channel: channels(),
        ...options,
        locks,
        backend,
      });
      tabs.push(await made);
    }
    await tabs[0].session.signIn({ username: "ada", password: "right" });
    await settle();
    const close = () => tabs.forEach(({ session }) => session.dispose());
    return { tabs, backend, channels, locks, close };
  }
  const tokensOf = (tabs) => new Set(tabs.map(({ session }) => session.tokens?.access));

  for (const [name, storage] of [
    ["memory", () => undefined],
    ["a shared storage", () => new Map()],
  ]) {
    const options = () => (storage() ? { storage: storage() } : {});

    test(`${name}: a sign-in is everybody's, and so are refreshes and the end`, async () => {
      const { tabs, close } = await open(3, options());
      equal(tokensOf(tabs).size, 1);
      equal(
        tabs.map(({ types }) => types()),
        Array(3).fill(["signedin"]),
      );
      await tabs[1].session.getToken({ force: true });
      await settle();
      equal(tokensOf(tabs).size, 1);
      await tabs[2].session.signOut();
      await settle();
      equal(tokensOf(tabs), new Set([undefined]));
      equal(
        tabs.map(({ told }) => told.at(-1)[1].reason),
        ["elsewhere", "elsewhere", "signed-out"],
      );
      close();
    });
    test(`${name}: one refresh for all tabs, an hour long, and none refused`, async (time) => {
      const { tabs, backend, close } = await open(4, options());
      for (let minute = 0; minute < 60; minute++) {
        await Promise.all(tabs.map(({ session }) => session.fetch("me/")));
        await time.advance(60);
      }
      ok(backend.at(REFRESH).length <= 15, `${backend.at(REFRESH).length}`);
      ok(backend.requests.every(({ status }) => status === 200));
      equal(tokensOf(tabs).size, 1);
      close();
    });
    test(`${name}: refresh_401_signs_out_once_everywhere`, async (time) => {
      const { tabs, backend, close } = await open(3, options());
      backend.next(REFRESH, () => backend.reply(401, { detail: "x", code: "token_not_valid" }), 9);
      const waiting = tabs.map(({ session }) => failure(session.getToken({ force: true })));
      await time.advance(2);
      equal(
        (await Promise.all(waiting)).map(({ code }) => code),
        Array(3).fill("ERR_SESSION_SIGNED_OUT"),
      );
      for (const { types } of tabs) {
        equal(types().filter((type) => type === "signedout").length, 1);
      }
      equal(backend.at(REFRESH).length, 1);
      close();
    });
    test(`${name}: signing out during another tab's refresh discards what it brings`, async (time) => {
      const { tabs, backend, close } = await open(2, options());
      const go = backend.hold(REFRESH);
      const waiting = failure(tabs[0].session.getToken({ force: true }));
      await time.advance(0.5);
      await tabs[1].session.signOut();
      go();
      await time.advance(1);
      equal((await waiting).code, "ERR_SESSION_SIGNED_OUT");
      equal(tokensOf(tabs), new Set([undefined]));
      equal(backend.at("/api/token/blacklist/").length, 2);
      close();
    });
    test(`${name}: without locks, whoever is refused adopts what another got`, async (time) => {
      const { tabs, backend, close } = await open(4, { ...options(), locks: null });
      // Together, as if nobody could hear the others in time.
      let arrived = 0;
      let release;
      const together = new Promise((resolve) => (release = resolve));
      backend.next(REFRESH, () => (++arrived === 4 ? release() : together), 4);
      const waiting = Promise.all(tabs.map(({ session }) => session.getToken({ force: true })));
      await time.advance(2);
      equal(new Set(await waiting).size, 1);
      equal(
        backend
          .at(REFRESH)
          .map(({ status }) => status)
          .sort(),
        [200, 401, 401, 401],
      );
      ok(tabs.every(({ types }) => !types().includes("signedout")));
      close();
    });
  }

  test("lock_holder_hangs_timeout: after the timeout it goes on without the lock", async (time) => {
    const { tabs, locks, backend, close } = await open(2);
    void locks.request("wasm-jwt:default", {}, () => new Promise(() => {}));
    const waiting = tabs[0].session.getToken({ force: true });
    await time.advance(9);
    equal(backend.at(REFRESH).length, 0);
    await time.advance(3);
    equal(await waiting, tabs[0].session.tokens.access);
    equal(backend.at(REFRESH).length, 1);
    close();
  });
  test("locks that refuse are done without", async () => {
    const locks = { request: async () => Promise.reject(new DOMException("no", "SecurityError")) };
    const { tabs, backend, close } = await open(1, { locks });
    await tabs[0].session.getToken({ force: true });
    equal(backend.at(REFRESH).length, 1);
    close();
  });
  test("localstorage_stale_read_adopted: an old read costs a 401, and no session", async (time) => {
    const fresh = new Map();
    const stale = new Map();
    const backend = createBackend({ now: serverClock() });
    const first = await begin(await load(0), { backend, storage: fresh });
    for (const [key, record] of fresh) stale.set(key, record);
    let reads = 0;
    const storage = {
      get: (key) => (++reads < 4 ? stale : fresh).get(key),
      set: (key, record) => fresh.set(key, record),
      delete: (key) => fresh.delete(key),
    };
    const second = await begin(await load(1), { backend, storage, signsIn: false });
    await second.session.ready;
    await first.session.getToken({ force: true });
    const waiting = second.session.getToken({ force: true });
    await time.advance(1);
    equal(await waiting, first.session.tokens.access);
    equal(
      backend.at(REFRESH).map(({ status }) => status),
      [200, 401],
    );
    for (const { session } of [first, second]) session.dispose();
  });
  test("a shared storage that is read too early is read again, after a sign-in and after the end", async (time) => {
    const kept = new Map();
    let old = [];
    const slow = {
      get: (key) => (old.length > 0 ? old.shift()[0] : kept.get(key)),
      set: (key, record) => kept.set(key, record),
      delete: (key) => kept.delete(key),
    };
    const channels = createChannels();
    const backend = createBackend({ now: serverClock() });
    const make = async (at, storage) =>
      begin(await load(at), { backend, storage, channel: channels(), signsIn: false });
    const [first, second] = [await make(0, kept), await make(1, slow)];
    await settle();
    old = [[undefined]];
    await first.session.signIn({ username: "ada", password: "right" });
    await settle();
    equal(second.session.tokens, undefined);
    await time.advance(0.5);
    equal(second.session.tokens.access, first.session.tokens.access);
    old = [[[...kept.values()][0]]];
    await first.session.signOut();
    await time.advance(0.5);
    equal(second.session.getSnapshot().reason, "elsewhere");
    for (const { session } of [first, second]) session.dispose();
  });
  test("messages hold no token where the storage is shared", async () => {
    const { tabs, channels, close } = await open(2, { storage: new Map() });
    const { access, refresh } = tabs[0].session.tokens;
    await tabs[0].session.getToken({ force: true });
    const text = JSON.stringify(channels.sent);
    ok(channels.sent.length >= 2 && !text.includes(access) && !text.includes(refresh));
    ok(!text.includes(tabs[0].session.tokens.refresh));
    close();
  });
  test("with memory, a new tab gets the session from an old one", async () => {
    const { tabs, channels, backend, locks, close } = await open(1);
    const late = await begin(await load(9), {
      backend,
      locks,
      channel: channels(),
      signsIn: false,
    });
    equal(await late.session.getToken(), tabs[0].session.tokens.access);
    equal(late.session.getSnapshot().status, "signed-in");
    late.session.dispose();
    close();
  });
  test("a late answer does not bring back a session that ended", async () => {
    const { tabs, channels, close } = await open(1);
    const record = await new Promise((resolve) => {
      const spy = channels();
      spy.addEventListener("message", ({ data }) => data.record && resolve(data.record));
      spy.postMessage({ ask: true });
    });
    await tabs[0].session.signOut();
    channels().postMessage({ record, answer: true });
    channels().postMessage({ record });
    await settle();
    equal(tabs[0].session.getSnapshot().status, "signed-out");
    close();
  });
  test("what is no message is ignored", async () => {
    const { tabs, channels, close } = await open(1);
    for (const message of [null, 5, "x", {}, { record: 5 }, { record: { id: "a" } }, { end: 5 }]) {
      channels().postMessage(message);
    }
    await settle();
    equal(tabs[0].session.getSnapshot().status, "signed-in");
    close();
  });
}
