/**
 * Clock: a client whose clock is an hour off learns the time from the server, whatever that sends.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { signedIn } from "./signed-in.mjs";

const HOUR = 3_600;

/** What a slow machine may add to the way of one request. */
const SLACK = 60;

export default async function (test, backend, { sendsDate }) {
  const source = sendsDate ? "date" : "iat";
  for (const ahead of [HOUR, -HOUR]) {
    const name = `${sendsDate ? "date_header" : "date_header_missing"}_skew_${ahead}_s_no_loop`;
    await test(name, async () => {
      const now = () => Date.now() / 1_000 - ahead;
      const { session, requests, refreshes } = await signedIn(backend, { now });
      equal(session.skew.source, source);
      ok(Math.abs(session.skew.seconds - ahead) < SLACK, `${session.skew.seconds}`);
      // Neither a token that seems over nor one that seems good for ever.
      for (const _ of [1, 2, 3]) equal((await session.fetch("api/me/")).status, 200);
      equal(refreshes(), 0);
      await session.getToken({ force: true });
      equal((await session.fetch("api/me/")).status, 200);
      equal(refreshes(), 1);
      deepEqual(
        requests.filter(({ status }) => status !== 200),
        [],
      );
      session.dispose();
    });
  }
}
