/**
 * The session in a real browser: tabs, locks, storages, channels and redirects, in real time.
 */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { installed } from "../packed.mjs";
import { within } from "../runtimes/time-limit.mjs";
import { startServer } from "./server.mjs";

const SECONDS = 120;
const REFRESH = "/api/token/refresh/";
const JS = "text/javascript; charset=utf-8";

/** @param {{ name: string, newContext: () => Promise<object> }} browser contexts have their own storage */
export default async function (report, { name: browser, newContext }) {
  const files = await readPages();
  /** One test: a server and a browser context of its own; `open` gives a tab with a session. */
  const test = (name, options, fn) =>
    report.test(`${browser}: ${name}`, SECONDS, async () => {
      const server = await startServer({ files, ...options });
      const context = await newContext();
      const open = async (session = {}) => {
        const page = await context.newPage();
        await page.goto(`${server.origin}/`);
        await page.waitForFunction("globalThis.begin");
        await page.evaluate((options) => begin(options), session);
        return page;
      };
      try {
        await fn({ ...server, open, context, files });
      } finally {
        await within(30, context.close());
        server.close();
      }
    });
  await inTabs(test);
  await inStorages(test);
  await acrossOrigins(test);
}

async function readPages() {
  const read = (name) => readFile(new URL(`page/${name}`, import.meta.url), "utf8");
  return {
    "/": { type: "text/html; charset=utf-8", text: await read("session.html") },
    "/page.js": { type: JS, text: await read("page.js") },
    "/worker.js": { type: JS, text: await read("worker.js") },
    "/session.js": { type: JS, text: await readFile(join(installed, "dist/session.js"), "utf8") },
  };
}

const signIn = (page) =>
  page.evaluate(() => session.signIn({ username: "ada", password: "right" }));
const token = (page, request) => page.evaluate((request) => session.getToken(request), request);
const told = (page) => page.evaluate(() => globalThis.told.map(([type]) => type));
const code = (page) =>
  page.evaluate(() =>
    session.getToken().then(
      () => "a token",
      ({ code }) => code,
    ),
  );
const hears = (page, type) =>
  page.evaluate(async (type) => {
    while (!globalThis.told.some(([one]) => one === type)) {
      await new Promise((done) => setTimeout(done, 10));
    }
  }, type);

async function inTabs(test) {
  for (const storage of ["memory", "indexedDB", "localStorage"]) {
    const options = { storage };
    test.storage = storage;

    await test(`rotate_4_tabs_no_loss, ${storage}`, { lifetime: 2 }, async ({ open, backend }) => {
      const tabs = [await open(options)];
      await signIn(tabs[0]);
      while (tabs.length < 4) tabs.push(await open(options));
      const counts = await Promise.all(tabs.map((tab) => tab.evaluate(() => load("me/", 6))));
      deepEqual(
        counts.map(({ failed }) => failed),
        [0, 0, 0, 0],
        JSON.stringify(counts),
      );
      for (const tab of tabs) ok(!(await told(tab)).includes("signedout"));
      const refreshes = backend.at(REFRESH);
      ok(refreshes.length >= 2, `${refreshes.length} refreshes`);
      // Reads of localStorage may be old, and a busy tab's answer late: then whoever is refused adopts.
      const refused = refreshes.filter(({ status }) => status !== 200).length;
      if (storage === "indexedDB") equal(refused, 0);
    });

    await test(`holder_tab_closed, ${storage}`, {}, async ({ open, backend }) => {
      const [holder, other] = [await open(options), await open(options)];
      await signIn(holder);
      await hears(other, "signedin");
      let asked;
      const arrived = new Promise((resolve) => (asked = resolve));
      // As if the request had got lost with the tab.
      backend.next(REFRESH, (request) => {
        asked();
        return new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(new Error("gone")));
        });
      });
      holder.evaluate(() => void session.getToken({ force: true }).catch(() => {}));
      await arrived;
      const waiting = token(other, { force: true });
      await holder.close();
      equal(await waiting, await token(other));
      equal(backend.at(REFRESH).at(-1).status, 200);
    });

    await test(`signout_during_refresh, ${storage}`, {}, async ({ open, backend }) => {
      const [first, second] = [await open(options), await open(options)];
      await signIn(first);
      await hears(second, "signedin");
      const release = backend.hold(REFRESH);
      const waiting = first.evaluate(() =>
        session.getToken({ force: true }).then(
          () => "a token",
          ({ code }) => code,
        ),
      );
      while (backend.at(REFRESH).length === 0) await new Promise((done) => setTimeout(done, 10));
      await second.evaluate(() => session.signOut());
      equal(await waiting, "ERR_SESSION_SIGNED_OUT");
      release();
      while (backend.blacklist.size < 2) await new Promise((done) => setTimeout(done, 10));
      for (const tab of [first, second]) equal(await code(tab), "ERR_SESSION_SIGNED_OUT");
      const late = await open(options);
      equal(await code(late), "ERR_SESSION_SIGNED_OUT");
    });
  }

  await test("lock_holder_hangs_timeout", {}, async ({ open, backend }) => {
    const [page, hung] = [await open({ timeout: 1 }), await open({ name: "other" })];
    await signIn(page);
    await hung.evaluate(
      () =>
        new Promise((held) => {
          void navigator.locks.request("wasm-jwt:default", () => {
            held();
            return new Promise(() => {});
          });
        }),
    );
    const before = await token(page);
    notEqual(await token(page, { force: true }), before);
    equal(backend.at(REFRESH).length, 1);
  });

  await test("refresh_401_signs_out_once_everywhere", {}, async ({ open, backend }) => {
    const tabs = [await open(), await open(), await open()];
    await signIn(tabs[0]);
    for (const tab of tabs) await hears(tab, "signedin");
    backend.blacklist.add(await tabs[0].evaluate(() => session.tokens.refresh));
    await tabs[1].evaluate(() => session.getToken({ force: true }).catch(() => {}));
    for (const tab of tabs) {
      await hears(tab, "signedout");
      equal((await told(tab)).filter((type) => type === "signedout").length, 1);
    }
  });

  await test("strictmode_double_create", {}, async ({ open }) => {
    const page = await open();
    equal(await page.evaluate(() => jwt.createSession({ baseUrl: "/" }) === session), true);
    equal(
      await page.evaluate(() => jwt.createSession({ baseUrl: "/", name: "b" }) === session),
      false,
    );
  });

  await test("a worker gets the page's session", {}, async ({ open }) => {
    const page = await open();
    await signIn(page);
    const said = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new Worker("/worker.js", { type: "module" });
          worker.onmessage = ({ data }) => resolve(data);
        }),
    );
    equal(said, await token(page));
  });
}

async function inStorages(test) {
  for (const [storage, survives] of [
    ["memory", false],
    ["sessionStorage", true],
    ["localStorage", true],
    ["indexedDB", true],
  ]) {
    await test(
      `${storage}: a reload ${survives ? "keeps" : "loses"} the session`,
      {},
      async ({ open }) => {
        const page = await open({ storage });
        await signIn(page);
        const before = await token(page);
        await page.reload();
        await page.waitForFunction("globalThis.begin");
        await page.evaluate((storage) => begin({ storage }), storage);
        equal(await code(page), survives ? "a token" : "ERR_SESSION_SIGNED_OUT");
        if (survives) equal(await token(page), before);
      },
    );
  }
  await test(
    "memory: a reload keeps the session while another tab has it",
    {},
    async ({ open }) => {
      const [page, other] = [await open(), await open()];
      await signIn(page);
      await hears(other, "signedin");
      await page.reload();
      await page.waitForFunction("globalThis.begin");
      await page.evaluate(() => begin());
      equal(await token(page), await token(other));
    },
  );
  await test(
    "memory leaves nothing in any storage, and no address holds a token",
    {},
    async ({ open, backend }) => {
      const page = await open();
      await signIn(page);
      await token(page, { force: true });
      equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
      deepEqual(await page.evaluate(() => indexedDB.databases()), []);
      deepEqual(await page.evaluate(() => document.cookie), "");
      for (const { url } of backend.requests) ok(!url.includes("eyJ"), url);
    },
  );
  await test(
    "a page that was put away reads the storage before it goes on",
    {},
    async ({ open }) => {
      const options = { storage: "indexedDB", channel: null };
      const [page, other] = [await open(options), await open(options)];
      await signIn(other);
      equal(await code(page), "ERR_SESSION_SIGNED_OUT");
      await page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      });
      equal(await token(page), await token(other));
    },
  );
}

async function acrossOrigins(test) {
  const cors = (exposed) => ({
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "authorization, content-type, x-access-token",
    ...(exposed && { "access-control-expose-headers": "Date" }),
  });

  for (const [name, exposed, source] of [
    ["date_not_exposed_cors", false, "iat"],
    ["date exposed by CORS", true, "date"],
  ]) {
    await test(`${name}: the server's clock is known from ${source}`, {}, async ({ open }) => {
      const api = await startServer({ cors: cors(exposed), now: () => Date.now() / 1_000 + 3_600 });
      try {
        const page = await open({ baseUrl: api.origin });
        await signIn(page);
        const skew = await page.evaluate(() => session.skew);
        equal(skew.source, source);
        ok(Math.abs(skew.seconds - 3_600) < 30, `${skew.seconds}`);
        deepEqual(await page.evaluate(() => load("me/", 0.2)).then(({ failed }) => failed), 0);
      } finally {
        api.close();
      }
    });
  }

  await test(
    "redirect_cross_origin: the token stays at home, in either header",
    {},
    async ({ open, origin }) => {
      const elsewhere = await startServer({ cors: cors(false) });
      const address = `/redirect?to=${encodeURIComponent(`${elsewhere.origin}/x`)}`;
      const go = (page) =>
        page.evaluate(
          (address) =>
            session.fetch(address).then(
              ({ status }) => status,
              ({ code }) => code,
            ),
          address,
        );
      try {
        const page = await open();
        await signIn(page);
        equal(await go(page), 401);
        const seen = elsewhere.backend.at("/x");
        ok(seen.length >= 1);
        for (const { headers } of seen) ok(!("authorization" in headers));
        seen.length = 0;
        const count = elsewhere.backend.requests.length;
        const custom = await open({ name: "custom", header: "X-ACCESS-TOKEN" });
        await signIn(custom);
        equal(await go(custom), "ERR_SESSION_REDIRECT");
        equal(elsewhere.backend.requests.length, count);
        ok(origin !== elsewhere.origin);
      } finally {
        elsewhere.close();
      }
    },
  );
}
