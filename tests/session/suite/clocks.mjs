/**
 * Clocks: this one and the server's need not agree, and nothing may loop because of it.
 */
import { equal, ok } from "../../js/harness.mjs";
import { begin, createBackend, serverClock } from "../begin.mjs";

const HOUR = 3_600;

export default function (test, { api }) {
  /** An hour of 5-minute tokens, with the server's clock ahead by so much; an API call each minute. */
  async function hour(time, ahead, backend, options) {
    const made = await begin(api, { backend: { now: serverClock(ahead), ...backend }, ...options });
    const statuses = [];
    for (let minute = 0; minute < 60; minute++) {
      statuses.push((await made.session.fetch("me/")).status);
      await time.advance(60);
    }
    const refused = made.backend.requests.filter(({ status }) => status === 401).length;
    made.session.dispose();
    return { ...made, statuses: [...new Set(statuses)], refused };
  }

  test("skew_plus_1h_minus_1h_no_loop: with a Date, no refusal and a refresh a life", async (time) => {
    for (const ahead of [HOUR, -HOUR, 0]) {
      const { session, statuses, refused, refreshes, types } = await hour(time, ahead);
      equal([statuses, refused], [[200], 0], `${ahead}`);
      ok(refreshes() >= 12 && refreshes() <= 15, `${ahead}: ${refreshes()} refreshes`);
      ok(Math.abs(session.skew.seconds - ahead) <= 1, `${session.skew.seconds}`);
      equal(session.skew.source, "date");
      equal(types().includes("skew"), ahead !== 0);
    }
  });
  test("date_header_missing: the iat of a new token will do", async (time) => {
    for (const ahead of [HOUR, -HOUR]) {
      const { session, statuses, refused, refreshes } = await hour(time, ahead, { hasDate: false });
      equal([statuses, refused, session.skew.source], [[200], 0, "iat"], `${ahead}`);
      ok(refreshes() <= 15, `${refreshes()}`);
    }
  });
  test("iat_stale_5_5_0: a refreshed token's iat is not believed", async (time) => {
    const { session, statuses, refused } = await hour(time, 0, { hasDate: false, staleIat: true });
    equal([statuses, refused], [[200], 0]);
    ok(Math.abs(session.skew.seconds) <= 2, `${session.skew.seconds}`);
  });
  test("after a reload, with neither Date nor iat: a retry a life at most, and no loop", async (time) => {
    for (const ahead of [HOUR, -HOUR]) {
      const kept = new Map();
      const backend = createBackend({ now: serverClock(ahead), hasDate: false, staleIat: true });
      const first = await begin(api, { backend, storage: kept });
      first.session.dispose();
      backend.requests.length = 0;
      const { session, refreshes } = await begin(api, { backend, storage: kept, signsIn: false });
      const statuses = new Set();
      for (let minute = 0; minute < 60; minute++) {
        statuses.add((await session.fetch("me/")).status);
        await time.advance(60);
      }
      session.dispose();
      equal([...statuses], [200], `${ahead}`);
      ok(refreshes() <= 30, `${ahead}: ${refreshes()} refreshes`);
    }
  });
  test("a token that looks expired when it comes is used, told, and not refreshed in a loop", async (time) => {
    const stored = new Map();
    const backend = createBackend({ now: serverClock(-HOUR), hasDate: false, staleIat: true });
    const before = await begin(api, { backend, storage: stored });
    before.session.dispose();
    const after = await begin(api, { backend, storage: stored, signsIn: false });
    await time.advance(600);
    ok(after.types().includes("clock-suspect"));
    ok(after.refreshes() <= 3, `${after.refreshes()}`);
    after.session.dispose();
  });
  test("a path that always refuses is no reason to think that the clock is wrong", async (time) => {
    const kept = new Map();
    const backend = createBackend({ now: serverClock(), hasDate: false, staleIat: true });
    const first = await begin(api, { backend, storage: kept });
    first.session.dispose();
    backend.next("/never/", () => backend.reply(401, { code: "token_not_valid" }), 1_000);
    const { session, refreshes } = await begin(api, { backend, storage: kept, signsIn: false });
    await time.advance(10);
    equal((await session.fetch("never/")).status, 401);
    await time.advance(600);
    ok(refreshes() <= 4, `${refreshes()} refreshes in ten minutes`);
    session.dispose();
  });
  test("a clock that is set: told, and the server's time is learnt anew", async (time) => {
    const { session, types, refreshes, backend } = await begin(api);
    backend.now = serverClock(-HOUR);
    time.set(HOUR);
    await time.advance(60);
    ok(types().includes("clockchange"));
    ok(refreshes() >= 1);
    await time.advance(HOUR);
    ok(refreshes() <= 16, `${refreshes()}`);
    ok(Math.abs(session.skew.seconds + HOUR) <= 1, `${session.skew.seconds}`);
    session.dispose();
  });
  test("session.now is the server's time, and a watch takes it", async () => {
    const { session } = await begin(api, { backend: { now: serverClock(HOUR) } });
    ok(Math.abs(session.now() - Date.now() / 1_000 - HOUR) < 2);
    const one = api.watch(session.tokens.access, { now: session.now });
    equal(one.getSnapshot().state, "valid");
    one.dispose();
    session.dispose();
  });
}
