/**
 * Key stores: where the platform keeps a text beyond an isolate: its Cache API, a KV namespace, both
 * or neither.
 *
 * The cache is near and forgets; KV is shared by all places and is told only after a fetch, as its
 * writes are counted.
 */

/** No cache of that name is filled by `fetch`, as `caches.default` is on Cloudflare. */
const CACHE = "edge-gateway";

/** In seconds: as long as the set is any use, which is ten minutes and a day. */
const KEPT_SECONDS = 90_000;

/** `[{ read(), write(text) }]`: `read` resolves to the text, or to nothing; both may reject. */
export function storesOf(request, env, name) {
  const stores = [];
  if (typeof caches !== "undefined") stores.push(inCache(request, name));
  if (env.KEYS) stores.push(inKv(env.KEYS, name));
  return stores;
}

/** Cloudflare wants the name of a host of the zone in the address, and that is the request's. */
function inCache(request, name) {
  const address = new URL(`/.edge-gateway/key-set?of=${encodeURIComponent(name)}`, request.url);
  return {
    async read() {
      const cache = await caches.open(CACHE);
      return (await cache.match(address.href))?.text();
    },
    async write(text) {
      const cache = await caches.open(CACHE);
      const headers = { "cache-control": `max-age=${KEPT_SECONDS}`, "content-type": "text/plain" };
      await cache.put(address.href, new Response(text, { headers }));
    },
  };
}

function inKv(namespace, name) {
  const key = `key-set ${name}`;
  return {
    read: () => namespace.get(key),
    write: (text) => namespace.put(key, text, { expirationTtl: KEPT_SECONDS }),
  };
}
