/**
 * A page with the entry on it, for whoever drives it: `jwt` is its namespace, and `begin(options)`
 * makes the session `session`, whose events are listed in `told` as `[type, detail]`.
 *
 * The server that has this page has the entry's built file as /session.js.
 */
import * as jwt from "/session.js";

const EVENTS = ["signedin", "refreshed", "expiring", "expired", "refreshfailed", "signedout"];

globalThis.jwt = jwt;

globalThis.begin = (options = {}) => {
  globalThis.session = jwt.createSession({ baseUrl: "/", ...options });
  globalThis.told = [];
  for (const type of EVENTS) {
    session.addEventListener(type, ({ detail }) => {
      told.push([type, { ...detail, error: detail.error?.code }]);
    });
  }
};

/**
 * Calls `path` with `atOnce` requests at a time until `seconds` are over; resolves to the counts:
 * `{ calls, failed, statuses }`, where `failed` counts whatever was not answered by a 2xx.
 */
globalThis.load = async (path, seconds, atOnce = 4) => {
  const end = performance.now() + seconds * 1_000;
  const counts = { calls: 0, failed: 0, statuses: {} };
  const one = async () => {
    const status = await session.fetch(path).then(
      (response) => response.status,
      (error) => error.code ?? error.name,
    );
    counts.calls++;
    counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
    if (!(status >= 200 && status < 300)) counts.failed++;
  };
  while (performance.now() < end) {
    await Promise.all(Array.from({ length: atOnce }, one));
    await new Promise((done) => setTimeout(done, 20));
  }
  return counts;
};
