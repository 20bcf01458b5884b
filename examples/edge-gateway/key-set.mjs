/**
 * Key set: an issuer's keys, one set an isolate, which a new isolate takes over from the last one.
 *
 * Isolates come and go by the thousand, and the issuer's host must not be asked by each. So the set is
 * kept where the platform keeps things (key-store.mjs), and a new isolate begins with that: it asks
 * the host only once the set is no longer fresh, and serves from it for a day if the host is dead.
 *
 * Whoever could write into that store could choose the keys. So the set is kept as a token that the
 * gateway has signed, and one that does not hold is as good as none.
 */
import { createSigner, createVerifier } from "wasm-jwt";
import { createRemoteKeySet } from "wasm-jwt/jwks";
import { storesOf } from "./key-store.mjs";

/** The audience of a kept set, so that nothing else which this secret has signed passes for one. */
const AUDIENCE = "edge-gateway key set";

/**
 * `{ of(request, env), store(request, env, ctx) }`: `of` resolves to the set, for `protect`; `store`
 * keeps it if it was fetched anew, without holding up the answer.
 *
 * @throws TypeError, JwtError if `JWKS_URL` is not an https address, or `GATEWAY_SECRET` shorter than
 *   32 bytes
 */
export function createKeptKeySet({ JWKS_URL: url, GATEWAY_SECRET: secret }) {
  const signer = createSigner(secret, { audience: AUDIENCE, subject: url });
  const verifier = createVerifier(secret, {
    algorithms: ["HS256"],
    audience: AUDIENCE,
    subject: url,
  });
  // Wrong settings are to be found at the first request, whatever the store holds.
  const empty = createRemoteKeySet(url);
  let set;
  let storedAt;

  const read = async (store) => {
    try {
      return verifier.verify(await store.read()).payload.set;
    } catch {
      // Nothing there, a store that fails, or something that we have not signed.
      return undefined;
    }
  };

  return {
    async of(request, env) {
      if (set) return set;
      const kept = (await Promise.all(storesOf(request, env, url).map(read))).filter(Boolean);
      const [newest] = kept.sort((one, other) => other.fetchedAt - one.fetchedAt);
      // Requests that came at the same time have read too, and one set is for all. Nobody waits for
      // another's reading: on an edge host it may end with the request that began it.
      if (!set) {
        set = newest ? createRemoteKeySet(url, { cache: newest }) : empty;
        storedAt = set.export()?.fetchedAt;
      }
      return set;
    },
    store(request, env, ctx) {
      const current = set?.export();
      if (!current || current.fetchedAt === storedAt) return;
      storedAt = current.fetchedAt;
      const text = signer.encode({ set: current });
      const stores = storesOf(request, env, url);
      // A store that fails costs the next isolate a request to the host, and nothing else.
      const all = Promise.allSettled(stores.map(async (store) => store.write(text)));
      ctx?.waitUntil?.(all);
    },
  };
}
