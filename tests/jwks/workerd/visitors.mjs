/** A worker whose visitors share one key set; each posts the address of the set. */
import { createRemoteKeySet } from "wasm-jwt/jwks";

let keys;

export default {
  async fetch(request) {
    const address = await request.text();
    keys ??= createRemoteKeySet(address);
    const set = await keys.load();
    // What one visitor's request brought must not keep another from requests of its own.
    const { ok } = await fetch(new URL("/control/any", address));
    return Response.json({ set, ok });
  },
};
