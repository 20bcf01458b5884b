/** Offline: the site without a network, and new versions of it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SITE, SUB_PATH, serve } from "../server.mjs";
import { sign } from "../tokens.mjs";

/** Service workers have a clock of their own, and are what this is about. */
const OFFLINE = { clock: false, serviceWorkers: "allow" };

const VERSION = /^0\.\d+\.\d+\S*-[0-9a-f]{10}$/;

export const facts = {
  async "the site works offline after the first visit, from a sub-path too"(open) {
    for (const address of ["", SUB_PATH.slice(1)]) {
      const page = await open({ ...OFFLINE, address });
      await isReady(page);
      await page.context().setOffline(true);
      await page.reload();
      await page.fill("#token", sign({ sub: "offline" }));
      await page.locator("#claims-json", { hasText: "offline" }).waitFor();
      await isReady(page);
    }
  },
  async "without a first visit there is nothing offline (the witness)"(open) {
    const page = await open({ ...OFFLINE, serviceWorkers: "block" });
    await page.context().setOffline(true);
    await assert.rejects(page.reload(), /ERR_INTERNET_DISCONNECTED/);
  },
  async "the version is on the page, in its language"(open) {
    const page = await open({ ...OFFLINE, locale: "de" });
    await page.locator("#version", { hasText: "funktioniert ohne Netz" }).waitFor();
    const [, version] = /^Version (\S+) · /.exec(await page.innerText("#version"));
    assert.match(version, VERSION);
    assert.ok((await readFile(join(SITE, "service-worker.js"), "utf8")).includes(version));
  },
  async "where service workers are refused the page works and says so"(open) {
    const page = await open({ clock: false, address: SUB_PATH.slice(1) });
    await page.locator("#version", { hasText: "could not be kept for use offline" }).waitFor();
    await page.fill("#token", sign({ sub: "still" }));
    await page.locator("#claims-json", { hasText: "still" }).waitFor();
  },
  async "only the listed files are kept, and nothing of an address"(open) {
    const page = await open({ ...OFFLINE, address: "?token=secret-token" });
    await isReady(page);
    // Now it goes through the worker.
    await page.goto(`${page.url().split("?")[0]}?token=secret-token#token=${sign({})}`);
    await page.evaluate(() => fetch("src/not-listed.js?token=secret-token"));
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const caching = names.map(async (name) => await (await caches.open(name)).keys());
      const requests = (await Promise.all(caching)).flat();
      return [names, requests.map(({ url }) => url.slice(location.origin.length + 1))];
    });
    const [names, addresses] = kept;
    const worker = await readFile(join(SITE, "service-worker.js"), "utf8");
    assert.deepEqual(addresses.toSorted(), filesOf(worker));
    assert.equal(names.length, 1);
    assert.equal(JSON.stringify(kept).includes("secret-token"), false);
  },
  async "what is typed into the address as a query does not reach the host"(open) {
    const own = await ownSite();
    try {
      const page = await open({ ...OFFLINE, site: own.origin });
      await isReady(page);
      const asked = [];
      own.folder.onRequest = (url) => asked.push(url);
      await page.goto(`${own.origin}/?token=secret-token`);
      await page.fill("#token", sign({ sub: "1" }));
      await page.evaluate(() => fetch("src/not-listed.js"));
      assert.equal(
        asked.some((url) => url.includes("secret-token")),
        false,
      );
      // The witness: other requests do.
      assert.ok(asked.includes("/src/not-listed.js"));
    } finally {
      await own.close();
    }
  },
  async "a new version waits for a button, and the page never reloads by itself"(open) {
    const own = await ownSite();
    try {
      const page = await open({ ...OFFLINE, site: own.origin });
      await isReady(page);
      const before = await versionOf(page);
      // From now on under the worker, as every visit but the first is.
      await page.reload();
      await page.fill("#token", sign({ sub: "typed" }));
      await own.publish("second");
      await update(page);
      await page.locator("#version", { hasText: "A new version is ready: second" }).waitFor();
      assert.equal(await versionOf(page), before);
      assert.notEqual(await page.inputValue("#token"), "");
      // Another page of the site that is opened meanwhile is of the version in force, whole.
      const other = await page.context().newPage();
      await other.goto(`${own.origin}/`);
      assert.equal(await versionOf(other), before);
      await other.fill("#token", sign({ sub: "other" }));
      const old = await cacheNames(page);
      assert.equal(old.length, 2);

      await page.getByRole("button", { name: "Load the new version" }).click();
      await page.locator("#version", { hasText: "Version second · works offline" }).waitFor();
      assert.equal(await page.inputValue("#token"), "");
      assert.equal(await page.getByRole("button", { name: "Load the new version" }).count(), 0);
      assert.deepEqual(
        await cacheNames(page),
        old.filter((name) => name.endsWith(" second")),
      );
      // The other page keeps what is typed there, and says that it is old.
      assert.notEqual(await other.inputValue("#token"), "");
      await other.locator("#version", { hasText: "A new version is ready: second" }).waitFor();
      await other.getByRole("button", { name: "Load the new version" }).click();
      await other.locator("#version", { hasText: "Version second · works offline" }).waitFor();
    } finally {
      await own.close();
    }
  },
  async "a version of which one file is another's is not taken"(open) {
    const own = await ownSite();
    try {
      const page = await open({ ...OFFLINE, site: own.origin });
      await isReady(page);
      await page.reload();
      const kept = await cacheNames(page);
      await own.publish("third", { halfWay: true });
      await update(page);
      assert.deepEqual(await cacheNames(page), kept);
      await page.context().setOffline(true);
      await page.reload();
      await isReady(page);
    } finally {
      await own.close();
    }
  },
  async "copies under one origin leave each other's files alone"(open) {
    const own = await ownSite();
    try {
      const page = await open({ ...OFFLINE, site: own.origin });
      await isReady(page);
      const below = await page.context().newPage();
      await below.goto(own.origin + SUB_PATH);
      await isReady(below);
      const [first, second] = (await cacheNames(page)).toSorted();
      assert.match(first, /^wasm-jwt http:\S+\/ /);
      assert.match(second, /^wasm-jwt http:\S+\/some\/where\/ /);
      await page.bringToFront();
      await page.reload();
      await own.publish("fourth");
      await update(page);
      await page.getByRole("button", { name: "Load the new version" }).click();
      await page.locator("#version", { hasText: "Version fourth · works offline" }).waitFor();
      const names = await cacheNames(page);
      assert.ok(names.includes(second) && !names.includes(first), names.join());
    } finally {
      await own.close();
    }
  },
};
// What is not there, or not what it should be, is said in the console.
facts["without a first visit there is nothing offline (the witness)"].expects = /DISCONNECTED/;
facts["only the listed files are kept, and nothing of an address"].expects = /404/;
facts["what is typed into the address as a query does not reach the host"].expects = /404/;
facts["a version of which one file is another's is not taken"].expects = /integrity/i;

/** A server with a copy of the site, of which other versions can be published. */
async function ownSite() {
  const folders = [];
  const { origin, folder, close } = await serve();
  return {
    origin,
    folder,
    async publish(version, options) {
      folders.push(await mkdtemp(join(tmpdir(), "wasm-jwt-site-")));
      await cp(SITE, folders.at(-1), { recursive: true });
      await changeVersion(folders.at(-1), version, options);
      folder.path = folders.at(-1);
    },
    async close() {
      close();
      await Promise.all(folders.map((path) => rm(path, { recursive: true })));
    },
  };
}

/** Makes the site in `folder` another version. `halfWay`: the host still has an older index.html. */
async function changeVersion(folder, version, { halfWay = false } = {}) {
  const [worker, index] = ["service-worker.js", "index.html"].map((name) => join(folder, name));
  const html = await readFile(index, "utf8");
  const changed = html.replace(/(name="version" content=")[^"]+/, `$1${version}`);
  assert.notEqual(changed, html);
  if (!halfWay) await writeFile(index, changed);
  const hash = createHash("sha256").update(changed).digest("base64");
  const text = await readFile(worker, "utf8");
  await writeFile(
    worker,
    text
      .replace(/(const PRECACHE = \{ version: ")[^"]+/, `$1${version}`)
      .replace(/(\["index\.html",")[^"]+/, `$1sha256-${hash}`),
  );
}

/** The files that the worker lists, sorted. */
function filesOf(worker) {
  const [, files] = /files: (\[.*\]) \};$/m.exec(worker);
  return JSON.parse(files).map(([file]) => file);
}

/** Has the browser look for a new version, as it does on a visit, and waits until it is there or refused. */
async function update(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const { installing } = registration;
    if (!installing) return;
    await new Promise((resolve) => {
      installing.addEventListener("statechange", resolve, { once: true });
    });
  });
}

function isReady(page) {
  return page.locator("#version", { hasText: "works offline" }).waitFor();
}

async function versionOf(page) {
  return page.locator("meta[name=version]").getAttribute("content");
}

function cacheNames(page) {
  return page.evaluate(() => caches.keys());
}
