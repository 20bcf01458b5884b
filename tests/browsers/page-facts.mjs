/**
 * Page facts: what must hold of the page in every browser, by name; each takes `open`.
 *
 * Not all that the page does, which tests/page/facts/ says, but what browsers may see differently.
 */
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { Key, encode } from "../../pkg/dist/full.js";
import { SITE, SUB_PATH, readHeaders } from "../page/server.mjs";
import { SECRET, SIMPLEJWT, segment, sign } from "../page/tokens.mjs";

/** When the page's clock stands, in seconds. */
export const NOW = SIMPLEJWT.iat;

/** Where things are on the page; the states are attributes `data-state`. */
const TOKEN = "#token";
const KEY = "#key";
const CLEAR = "#clear";
const SIGNATURE = "#signature-line";
const TIME = "#time-line";
const TIME_DETAIL = "#time-detail";
const CLAIMS = "#claims-json";

export const facts = {
  async "a token is decoded"(open) {
    const page = await open();
    await page.fill(TOKEN, SIMPLEJWT.token);
    await until(page, TIME, "in-force");
    assert.match(await page.text(CLAIMS), /"token_type": "access"/);
    assert.match(await page.text(CLAIMS), /"exp": 1795368810/);
  },
  async "claims that are not JSON show no claims, and none of the token before"(open) {
    const page = await open();
    await page.fill(TOKEN, SIMPLEJWT.token);
    await until(page, TIME, "in-force");
    const [header, , signature] = SIMPLEJWT.token.split(".");
    await page.fill(TOKEN, [header, segment('{"exp":1795368810'), signature].join("."));
    await until(page, TIME, "unknown");
    assert.doesNotMatch(await page.text(CLAIMS), /access/);
  },

  async "a signature holds with its secret, typed key by key"(open) {
    const page = await open();
    await page.fill(TOKEN, SIMPLEJWT.token);
    await until(page, SIGNATURE, "not-checked");
    await page.type(KEY, SIMPLEJWT.secret);
    await until(page, SIGNATURE, "valid");
  },
  async "a signature does not hold with a secret of one other letter"(open) {
    const page = await open();
    await page.fill(TOKEN, SIMPLEJWT.token);
    await page.fill(KEY, SIMPLEJWT.secret);
    await until(page, SIGNATURE, "valid");
    await page.type(KEY, "!");
    await until(page, SIGNATURE, "invalid");
  },
  async "a signature does not hold with another payload"(open) {
    const page = await open();
    await page.fill(KEY, SECRET);
    await page.fill(TOKEN, sign({ sub: "ada" }));
    await until(page, SIGNATURE, "valid");
    const [header, , signature] = sign({ sub: "ada" }).split(".");
    await page.fill(TOKEN, [header, segment({ sub: "eve" }), signature].join("."));
    await until(page, SIGNATURE, "invalid");
  },

  async "a signature by a key pair holds with its public key, and not with another's"(open) {
    const page = await open();
    for (const algorithm of ["ES256", "EdDSA"]) {
      const key = Key.generate(algorithm);
      await page.fill(TOKEN, encode({ sub: "ada" }, key));
      await page.fill(KEY, key.toPem());
      await until(page, SIGNATURE, "valid");
      await page.fill(KEY, JSON.stringify(Key.generate(algorithm).toJwk()));
      await until(page, SIGNATURE, "invalid");
    }
  },

  async "the moment of expiry passes on the page"(open) {
    const page = await open();
    await page.fill(TOKEN, sign({ exp: NOW + 3 }));
    await until(page, TIME, "expiring");
    const before = await page.text(TIME_DETAIL);
    await page.evaluate("void (witness.now += 2_000)");
    await eventually(async () => assert.notEqual(await page.text(TIME_DETAIL), before));
    assert.equal(await state(page, TIME), "expiring");
    await page.evaluate("void (witness.now += 1_000)");
    await until(page, TIME, "expired");
  },

  async "markup in claims is text and runs nothing"(open) {
    const page = await open();
    const count = () => page.evaluate("document.querySelectorAll('img, script, svg').length");
    const before = await count();
    const markup = '<img src="x" onerror="globalThis.ran = true"><svg onload="ran = true"></svg>';
    await page.fill(TOKEN, sign({ iss: markup, [markup]: markup, exp: NOW + 90 }));
    await until(page, TIME, "in-force");
    assert.ok((await page.text(CLAIMS)).includes('onerror=\\"globalThis.ran = true'));
    assert.equal(await count(), before);
    assert.equal(await page.evaluate("'ran' in globalThis"), false);
  },
  async "300 KB are survived, as a token and as no token"(open) {
    const page = await open();
    const expired = sign({ exp: NOW - 60 });
    await page.fill(KEY, SECRET);
    for (const large of [
      sign({ exp: NOW + 90, text: "x".repeat(225_000) }),
      "no token ".repeat(34_000),
    ]) {
      await page.fill(TOKEN, expired);
      await until(page, TIME, "expired");
      await page.fill(TOKEN, large);
      // It may be too large to be read, but nothing of the token before may stand there.
      await eventually(async () => assert.notEqual(await state(page, TIME), "expired"));
    }
    await page.fill(TOKEN, expired);
    await until(page, SIGNATURE, "valid");
  },

  async "what is cut and pasted with nothing focused lands in the token box"(open) {
    const page = await open();
    await page.fill(TOKEN, sign({ exp: NOW + 90 }));
    await page.press("Control", "a");
    await page.press("Control", "x");
    await until(page, TIME, "unknown");
    await page.evaluate("document.activeElement.blur()");
    await page.press("Control", "v");
    await until(page, TIME, "in-force");
    assert.equal(await value(page, TOKEN), sign({ exp: NOW + 90 }));
  },
  async "a token in the fragment is read once and taken out of the address"(open) {
    const page = await open({ fragment: `#token=${sign({ exp: NOW + 90 })}` });
    await until(page, TIME, "in-force");
    assert.equal(await page.evaluate("location.hash"), "");
    await page.reload();
    assert.equal(await value(page, TOKEN), "");
    assert.notEqual(await state(page, TIME), "in-force");
  },
  async "Clear wipes what was typed and shown"(open) {
    const page = await open();
    await page.fill(TOKEN, sign({ exp: NOW + 90, marker: "left-over" }));
    await page.fill(KEY, "left-over");
    await until(page, SIGNATURE, "invalid");
    await page.click(CLEAR);
    await until(page, SIGNATURE, "not-checked");
    await until(page, TIME, "unknown");
    assert.deepEqual([await value(page, TOKEN), await value(page, KEY)], ["", ""]);
    assert.doesNotMatch(await page.evaluate("document.documentElement.outerHTML"), /left-over/);
  },

  async "at 320 pixels nothing needs scrolling sideways"(open) {
    const page = await open();
    await page.resize(320, 640);
    const widths = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { innerWidth, overflow: scrollWidth - clientWidth };
      });
    const claims = { iss: "x".repeat(500), aud: "https://a.example/".repeat(30), exp: NOW + 90 };
    assert.deepEqual(await widths(), { innerWidth: 320, overflow: 0 });
    await page.fill(TOKEN, sign(claims));
    await page.fill(KEY, "short");
    await until(page, SIGNATURE, "invalid");
    assert.deepEqual(await widths(), { innerWidth: 320, overflow: 0 });
  },

  async "nothing is stored, and a reload keeps nothing"(open) {
    const page = await open();
    await useAll(page);
    const stored = await page.evaluate(async () => {
      const cached = [];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
      }
      return {
        local: localStorage.length,
        session: sessionStorage.length,
        cookie: document.cookie,
        databases: (await indexedDB.databases()).length,
        state: history.state,
        address: location.search + location.hash,
        // The page's own files may be kept, and they have no query.
        cached: cached.filter((url) => new URL(url).search !== ""),
      };
    });
    const nothing = { local: 0, session: 0, cookie: "", databases: 0, state: null, address: "" };
    assert.deepEqual(stored, { ...nothing, cached: [] });
    await page.reload();
    assert.deepEqual([await value(page, TOKEN), await value(page, KEY)], ["", ""]);
  },
  async "nothing is sent: no request but for the page's own files, and none for what is typed"(
    open,
  ) {
    const page = await open();
    const heard = () => page.requests.filter(({ path }) => !path.endsWith("/icon.svg"));
    await eventually(async () => {
      const before = heard().length;
      await sleep(300);
      assert.equal(heard().length, before);
    });
    const loaded = heard().length;
    await useAll(page);
    await sleep(300);
    assert.deepEqual(heard().slice(loaded), []);
    for (const { method, path, headers, status } of page.requests) {
      assert.deepEqual([method, status], ["GET", 200], path);
      assert.doesNotMatch(path, /[?=]/);
      assert.equal(headers.referer, undefined, path);
    }
    // The witness: a request that is made is heard.
    await page.evaluate("fetch('service-worker.js').then((response) => response.text())");
    assert.equal(heard().length, loaded + 1);
  },
  async "a request elsewhere, code from text and a message are heard as faults"(open) {
    const page = await open({ faulty: true });
    assert.deepEqual(await page.heard(), []);
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: "https://elsewhere.invalid/x" }));
      console.log("a message");
      try {
        setTimeout("globalThis.ran = true");
      } catch {
        // So it is with trusted types; without, the policy stops it later.
      }
    });
    await eventually(async () => {
      const heard = (await page.heard()).join();
      assert.match(heard, /policy: img-src: https:\/\/elsewhere\.invalid/);
      assert.match(heard, /console: a message/);
    });
    assert.equal(await page.evaluate("'ran' in globalThis"), false);
  },
  async "the page works on a sub-path, under its policy"(open) {
    const page = await open();
    assert.equal(await page.evaluate("location.pathname"), SUB_PATH);
    const header = "fetch('').then(({ headers }) => headers.get('content-security-policy'))";
    const headers = (await readHeaders(SITE))("index.html");
    assert.equal(await page.evaluate(header), headers["Content-Security-Policy"]);
    await page.fill(KEY, SECRET);
    await page.fill(TOKEN, sign({}));
    await until(page, SIGNATURE, "valid");
  },
};

/** Uses all that the page has. */
async function useAll(page) {
  await page.fill(KEY, "another");
  await page.fill(TOKEN, ` Bearer ${sign({ sub: "1", exp: NOW + 90 })}`);
  await until(page, SIGNATURE, "invalid");
  await page.fill(KEY, SECRET);
  await until(page, SIGNATURE, "valid");
}

function value(page, selector) {
  return page.evaluate((name) => document.querySelector(name).value, selector);
}

function state(page, selector) {
  return page.evaluate((name) => document.querySelector(name).dataset.state, selector);
}

/** Waits for a state, since signatures may be checked asynchronously. */
async function until(page, selector, expected) {
  await eventually(async () => assert.equal(await state(page, selector), expected, selector));
}

/** Tries again and again; the limit is only for what never comes. */
async function eventually(check) {
  for (let left = 200; ; left--) {
    try {
      return await check();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(50);
    }
  }
}
