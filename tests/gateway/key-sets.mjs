/**
 * Key sets: an issuer's host that fails, at a cold start and with a last good set; what a new isolate
 * takes over from the last, and what it does not.
 */
import { deepEqual, equal } from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startHost } from "../jwks/host.mjs";
import { project } from "../packed.mjs";
import { freePort } from "../servers/free-port.mjs";
import { AUDIENCE, GATEWAY_SECRET, OTHER_SECRET, makePair, tamper } from "./identity.mjs";
import { startOrigin } from "./scripted-origin.mjs";

/** In seconds, of a set that is no longer fresh, of one that is, and of one that is too old. */
const STALE = 3_600;
const FRESH = 60;
const TOO_OLD = 2 * 86_400;

const POLL_MS = 20;

/** How the host fails; `down` has an address where nobody listens. */
const faults = (jwks) => ({
  down: undefined,
  slow: { mode: "no headers" },
  "answering garbage": { body: "<!doctype html>" },
  "answering 10 MB": { mode: "ten megabytes" },
  "redirecting to a set": { status: 302, headers: { location: "/keys/good" } },
  "answering 500 with a set": { status: 500, body: jwks },
});

export default async function (test, start) {
  const folder = await mkdtemp(join(tmpdir(), "gateway-"));
  const [host, issuer] = [await startOrigin(), await startHost()];
  const [one, two] = [await makePair("ES256", "one"), await makePair("RS256", "two")];
  const jwks = JSON.stringify({ keys: [one.jwk, two.jwk] });
  const tokens = { one: await one.token(), two: await two.token() };
  const say = (name, answer) =>
    fetch(`${issuer.origin}/control/${name}`, { method: "PUT", body: JSON.stringify(answer) });
  const asked = async (name) =>
    (await (await fetch(`${issuer.origin}/control/${name}`)).json()).length;
  let folders = 0;
  const place = () => join(folder, `${folders++}`);

  /** Runs `use(get, gateway)` with an isolate; `get` resolves to the status for a token. */
  const isolated = async (JWKS_URL, places, use) => {
    const gateway = await start(
      { ORIGIN: host.origin, JWKS_URL, GATEWAY_SECRET, AUDIENCE },
      places,
    );
    const get = async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(gateway.origin, { headers });
      await response.arrayBuffer();
      return { status: response.status, retryAfter: response.headers.get("retry-after") };
    };
    try {
      return await use(get, gateway);
    } finally {
      await gateway.stop();
    }
  };
  const statusOf = async (get, token) => (await get(token)).status;

  try {
    await say("good", { body: jwks });
    for (const [fault, answer] of Object.entries(faults(jwks))) {
      const name = fault.replaceAll(" ", "-");
      if (answer) await say(name, answer);
      const port = answer ? undefined : await freePort();
      const url = answer ? `${issuer.origin}/keys/${name}` : `http://127.0.0.1:${port}/keys`;
      await test(`host ${fault}, at a cold start: 503`, async () => {
        await isolated(url, { kv: place() }, async (get) => {
          deepEqual(await get(tokens.one), { status: 503, retryAfter: "5" });
        });
      });
      await test(`host ${fault}, with a last good set: served, and refused as ever`, async () => {
        await isolated(url, { kv: place() }, async (get, { kv }) => {
          await keep(kv, url, [one.jwk], STALE);
          equal(await statusOf(get, tokens.one), 200);
          equal(await statusOf(get, tamper(tokens.one)), 401);
          equal(await statusOf(get, tokens.two), 401);
        });
      });
    }
    await test("a last good set that is two days old is no longer used", async () => {
      const url = `http://127.0.0.1:${await freePort()}/keys`;
      await isolated(url, { kv: place() }, async (get, { kv }) => {
        await keep(kv, url, [one.jwk], TOO_OLD);
        equal(await statusOf(get, tokens.one), 503);
      });
    });

    for (const [name, places, requests] of [
      ["the cache", { cache: place() }, 1],
      ["KV", { kv: place() }, 1],
      ["both", { cache: place(), kv: place() }, 1],
      ["neither", {}, 2],
    ]) {
      await test(`two isolates with ${name} ask the host so often: ${requests}`, async () => {
        const path = `shared-by-${name.replace(" ", "-")}`;
        const url = `${issuer.origin}/keys/${path}`;
        await say(path, { body: jwks });
        // Its address is part of what the cache knows a set by.
        places.port = await freePort();
        await isolated(url, places, async (get, gateway) => {
          equal(await statusOf(get, tokens.one), 200);
          equal(await statusOf(get, tokens.two), 200);
          await kept(gateway, url);
        });
        await isolated(url, places, async (get) => {
          equal(await statusOf(get, tokens.two), 200);
          equal(await statusOf(get, tamper(tokens.two)), 401);
        });
        equal(await asked(path), requests);
      });
    }

    await test("a set in KV that the gateway has not signed chooses no key", async () => {
      const alien = await makePair("ES256", "one");
      const url = `${issuer.origin}/keys/good`;
      await isolated(url, { kv: place() }, async (get, { kv }) => {
        await keep(kv, url, [alien.jwk], FRESH, OTHER_SECRET);
        equal(await statusOf(get, await alien.token()), 401);
        equal(await statusOf(get, tokens.one), 200);
      });
    });
    await test("a set of another issuer in its place chooses no key", async () => {
      const alien = await makePair("ES256", "one");
      const url = `${issuer.origin}/keys/good`;
      await isolated(url, { kv: place() }, async (get, { kv }) => {
        await keep(kv, url, [alien.jwk], FRESH, GATEWAY_SECRET, `${issuer.origin}/keys/other`);
        equal(await statusOf(get, await alien.token()), 401);
        equal(await statusOf(get, tokens.one), 200);
      });
    });
  } finally {
    host.close();
    issuer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Leaves in `kv` what an isolate has kept that fetched these keys from `subject` so many seconds ago.
 */
export async function keep(kv, url, keys, seconds, secret = GATEWAY_SECRET, subject = url) {
  const { encode } = createRequire(join(project, "package.json"))("wasm-jwt");
  const fetchedAt = Date.now() / 1_000 - seconds;
  const set = { keys, fetchedAt, expiresAt: fetchedAt + 600 };
  const text = encode({ set }, secret, { audience: "edge-gateway key set", subject });
  await kv.put(`key-set ${url}`, text);
}

/** Waits until every store has the set: the gateway answers before. */
async function kept({ origin, kv, cache }, url) {
  while (kv && (await kv.get(`key-set ${url}`)) === null) await sleep(POLL_MS);
  const address = `${origin}/.edge-gateway/key-set?of=${encodeURIComponent(url)}`;
  while (cache && !(await cache.match(address))) await sleep(POLL_MS);
}
