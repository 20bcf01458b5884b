/**
 * Service worker: keeps the files of this site, so that it works without a network.
 *
 * Stores what is listed here and nothing else, ever: no answer to any other request, and no query.
 * A new version waits until a page asks for it, since pages may be full of typed text.
 */

// The line that `cargo xtask site` fills in: every file, with what it has to be.
const PRECACHE = { version: "", files: [] };

const { scope } = self.registration;
// A space is in no address: the site below this one has caches of other names.
const OWN = `wasm-jwt ${scope} `;
const CACHE = OWN + PRECACHE.version;
const KEPT = keptAddresses();

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET") return;
  const { origin, pathname } = new URL(url);
  // Whatever the query says, the file is the same; and so it is not told to the host either.
  const address = KEPT.get(origin + pathname);
  if (address !== undefined) event.respondWith(answer(address, event.request));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "version") event.ports[0]?.postMessage(PRECACHE.version);
  if (event.data?.type === "take-over") self.skipWaiting();
});

/** The address that a file is kept under, by every address that it is asked for at. */
function keptAddresses() {
  const addresses = new Map();
  for (const [file] of PRECACHE.files) {
    const { href } = new URL(file, scope);
    addresses.set(href, href);
    // Some hosts serve documents without their extension.
    if (file.endsWith(".html")) addresses.set(href.slice(0, -".html".length), href);
    if (file === "index.html") addresses.set(scope, href);
  }
  return addresses;
}

/** All or nothing: files of two versions must not run together. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(PRECACHE.files.map(([file, integrity]) => keep(cache, file, integrity)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function keep(cache, file, integrity) {
  const { href } = new URL(file, scope);
  // Past the browser's own cache, which may hold an older file. One that is not what this version
  // says, on a host that is half updated, is refused.
  const response = await fetch(href, { cache: "reload", integrity });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const { body, headers } = response;
  // A navigation refuses what came by way of a redirect, unless it is made anew.
  await cache.put(href, response.redirected ? new Response(body, { headers }) : response);
}

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OWN) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer(address, request) {
  // Asked for by its name: opening it would make it, if the browser has thrown it away.
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}
