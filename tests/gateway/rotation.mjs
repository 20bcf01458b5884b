/**
 * Rotation: an issuer changes its keys while requests come in, and not one of them is refused for it.
 */
import { equal } from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHost } from "../jwks/host.mjs";
import { AUDIENCE, GATEWAY_SECRET, makePair, tamper } from "./identity.mjs";
import { keep } from "./key-sets.mjs";
import { SOME, load } from "./load.mjs";
import { startOrigin } from "./scripted-origin.mjs";

/** In seconds: longer ago than the pause between two requests to the host, and still fresh. */
const FETCHED_AGO = 60;

export default async function (test, start) {
  const folder = await mkdtemp(join(tmpdir(), "gateway-"));
  const [host, issuer] = [await startOrigin(), await startHost()];
  const pairs = await Promise.all(["old", "new", "alien"].map((kid) => makePair("ES256", kid)));
  const [old, next, alien] = pairs;
  const control = `${issuer.origin}/control/rotated`;
  const JWKS_URL = `${issuer.origin}/keys/rotated`;
  const bindings = { ORIGIN: host.origin, JWKS_URL, GATEWAY_SECRET, AUDIENCE };
  const gateway = await start(bindings, { kv: join(folder, "kv") });
  try {
    // The isolate is from before the new key was published; and then tokens of it come.
    await keep(gateway.kv, JWKS_URL, [old.jwk], FETCHED_AGO);
    const body = JSON.stringify({ keys: [old.jwk, next.jwk] });
    await fetch(control, { method: "PUT", body: JSON.stringify({ body }) });
    const good = { status: 200, body: '"method":"GET"' };
    const [byOld, byNew] = [await old.token(), await next.token()];
    const before = { name: "old key", token: byOld, ...good };
    const after = { name: "new key", token: byNew, ...good };
    const bad = [
      { name: "tampered", token: tamper(byNew), status: 401 },
      { name: "a key that nobody publishes", token: await alien.token(), status: 401 },
      { name: "expired", token: await old.token({ exp: 1 }), status: 401 },
    ];
    await test("zero failed requests, and one request to the host", async () => {
      const phases = [[before], [before, after, ...bad], [after, after, ...bad]];
      await load(gateway.origin, SOME, phases);
      equal((await (await fetch(control)).json()).length, 1);
    });
  } finally {
    await gateway.stop();
    host.close();
    issuer.close();
    await rm(folder, { recursive: true, force: true });
  }
}
