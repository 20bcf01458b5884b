/**
 * Load: what one tab does: several calls at once, again and again, for a while, counting.
 *
 * A client is `{ signIn(), call(path), counts }`; see alone.mjs and session.mjs.
 */

/** So many calls at once in each tab. */
const AT_ONCE = 4;

/** Several rounds fall into each life of a token, and two cores keep up with four tabs. */
const PAUSE_MS = 200;

/** Resolves to `{ counts: { calls, failed, ...client.counts }, reasons }`: why calls failed. */
export async function load(client, seconds) {
  const counts = { calls: 0, failed: 0 };
  const reasons = new Set();
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const round = Array.from({ length: AT_ONCE }, () => client.call("/api/me/"));
    for (const { status, value, reason } of await Promise.allSettled(round)) {
      counts.calls++;
      if (value?.status === 200) continue;
      counts.failed++;
      reasons.add(status === "rejected" ? `${reason}` : `${value.status}`);
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  return { counts: { ...counts, ...client.counts }, reasons: [...reasons] };
}
