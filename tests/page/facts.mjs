/**
 * What the page does in a browser: facts by name, each a function that takes `open`.
 *
 * `open` opens the page in a context of its own, with a clock that stands until it is moved.
 */
import assert from "node:assert/strict";
import { contrasts } from "./contrast.mjs";
import { POLICY, SUB_PATH } from "./server.mjs";
import { SECRET, SIMPLEJWT, SIMPLEJWT_EDDSA, segment, sign } from "./tokens.mjs";

/** When the clock stands, unless a test says otherwise. */
const NOW = SIMPLEJWT.iat;

const HEADER = segment({ alg: "HS256" });

export const facts = {
  async "the example can be read, is in force, and its signature holds"(open) {
    const page = await open();
    await page.getByRole("button", { name: "Load an example" }).click();
    await shows(page, "#signature-status", "Signature: valid with your key");
    await shows(page, "#time-line", "Time: in force Expires in 15 minutes.");
    assert.match(await page.locator("#claims-json").innerText(), /"name": "Ada Lovelace"/);
    assert.match(await page.locator("#header-json").innerText(), /"alg": "HS256"/);
    assert.equal(await page.getByLabel("Secret", { exact: true }).inputValue(), EXAMPLE_SECRET);
  },
  async "the example no longer holds once its payload is another"(open) {
    const page = await open();
    await page.getByRole("button", { name: "Load an example" }).click();
    const [header, , signature] = (await page.inputValue("#token")).split(".");
    await page.fill("#token", [header, segment({ sub: "eve" }), signature].join("."));
    await shows(page, "#signature-status", "Signature: does not hold");
  },

  async "a simplejwt token holds with its secret while it is in force"(open) {
    const page = await open();
    await page.fill("#token", SIMPLEJWT.token);
    await shows(page, "#signature-status", "Signature: not checked");
    await page.fill("#secret", SIMPLEJWT.secret);
    await shows(page, "#signature-status", "Signature: valid with your key");
    await shows(page, "#time-line", "Time: in force Expires in 5 minutes.");
  },
  async "a simplejwt token does not hold with a secret of one other letter"(open) {
    const page = await open();
    await page.fill("#token", SIMPLEJWT.token);
    await page.fill("#secret", SIMPLEJWT.secret.replace("test", "test".toUpperCase()));
    await shows(page, "#signature-status", "Signature: does not hold");
    await page.fill("#secret", "");
    await shows(page, "#signature-status", "Signature: not checked");
  },
  async "an expired token says so and its signature still holds"(open) {
    const page = await open({ now: SIMPLEJWT.exp + 3600 });
    await page.fill("#secret", SIMPLEJWT.secret);
    await page.fill("#token", SIMPLEJWT.token);
    await shows(page, "#time-line", "Time: expired 1 hour ago.");
    await shows(page, "#signature-status", "Signature: valid with your key");
  },
  async "an expired token with another secret does not hold"(open) {
    const page = await open({ now: SIMPLEJWT.exp + 3600 });
    await page.fill("#secret", `${SIMPLEJWT.secret}!`);
    await page.fill("#token", SIMPLEJWT.token);
    await shows(page, "#time-line", "Time: expired 1 hour ago.");
    await shows(page, "#signature-status", "Signature: does not hold");
  },
  async "a token that is not valid yet, has no expiry, or no date for one, says so"(open) {
    const page = await open();
    await page.fill("#token", sign({ nbf: NOW + 60 }));
    await shows(page, "#time-line", "Time: not valid yet Valid in 1 minute.");
    await page.fill("#token", sign({ nbf: NOW }));
    await shows(page, "#time-status", "Time: no expiry");
    await page.fill("#token", sign({ exp: "tomorrow" }));
    await shows(page, "#time-status", "Time: exp is not a date");
    await shows(page, "#dates tbody td", "Not a date: a date is a number, seconds since 1970.");
  },

  async "the moment of expiry passes on the page, second by second"(open) {
    const page = await open();
    await page.fill("#token", sign({ exp: NOW + 3 }));
    await shows(page, "#time-line", "Time: in force Expires in 3 seconds.");
    await shows(page, "#dates .relative", "in 3 seconds");
    await page.clock.runFor(2000);
    await shows(page, "#time-line", "Time: in force Expires in 1 second.");
    await page.clock.runFor(1000);
    await shows(page, "#time-line", "Time: expired Just now.");
    await shows(page, "#dates .relative", "just now");
  },
  async "after a sleep the page knows that the token has expired"(open) {
    const page = await open();
    await page.fill("#token", sign({ exp: NOW + 3 }));
    await page.clock.fastForward(7_200_000);
    await shows(page, "#time-status", "Time: expired");
  },
  async "the countdown is announced when the state changes, and not every second"(open) {
    const page = await open();
    await page.fill("#token", sign({ exp: NOW + 20 }));
    await shows(page, "#time-status", "Time: in force");
    const announcements = await page.evaluateHandle(() => {
      const seen = [];
      for (const live of document.querySelectorAll("[role=status]")) {
        const observer = new MutationObserver(() => seen.push(live.textContent));
        observer.observe(live, { subtree: true, childList: true, characterData: true });
      }
      return seen;
    });
    await page.clock.runFor(19_000);
    await shows(page, "#time-detail", "Expires in 1 second.");
    assert.deepEqual(await announcements.jsonValue(), []);
    await page.clock.runFor(10_000);
    await shows(page, "#time-detail", "9 seconds ago.");
    assert.deepEqual(await announcements.jsonValue(), ["Time: expired"]);
    assert.equal(await page.locator("#time-status #time-detail").count(), 0);
  },

  async "dates are visible text: UTC, local with its zone, relative"(open) {
    const page = await open({ locale: "en-GB", timezoneId: "Asia/Kolkata" });
    await page.fill("#token", SIMPLEJWT.token);
    const row = page.getByRole("row", { name: /^exp 2026/ });
    const [, utc, local, relative] = (await row.innerText()).split(/\s*\n\s*|\t/).filter(Boolean);
    assert.equal(utc, "2026-11-22T17:33:30Z");
    assert.match(local, /^22 Nov 2026, 23:03:30 GMT\+5:30$/);
    assert.equal(relative, "in 5 minutes");
  },
  async "registered claims are explained, others are not"(open) {
    const page = await open();
    await page.fill("#token", sign({ iss: "me", jti: "1", token_type: "access" }));
    const names = page.locator("#registered-claims tbody th");
    assert.deepEqual(await names.allInnerTexts(), ["iss", "jti"]);
    const row = page.locator("#registered-claims tbody tr").first();
    await shows(row, "td", '"me" Issuer: who made the token.');
    await page.fill("#token", sign({ token_type: "access" }));
    await page.locator("#registered-claims").waitFor({ state: "hidden" });
  },
  async "numbers are shown exactly as the token has them"(open) {
    const page = await open();
    const claims = '{"iat":1795368510.0,"id":100002348117421473,"n":[1.0,1e3,-0]}';
    await page.fill("#token", sign(claims));
    const shown = await page.locator("#claims-json").innerText();
    assert.equal(shown.replace(/\s/g, ""), claims);
    await shows(page, "#registered-claims tbody td code", "1795368510.0");
  },
  async "markup in a claim is text and runs nothing"(open) {
    const page = await open();
    const markup = '<img src="x" onerror="globalThis.ran = true"><script>ran = true</script>';
    const before = await page.locator("img, script").count();
    await page.fill("#token", sign({ iss: markup, [markup]: markup }, { header: { alg: markup } }));
    await shows(page, "#registered-claims tbody td code", JSON.stringify(markup));
    assert.ok((await page.locator("#claims-json").innerText()).includes("<script>ran = true"));
    assert.equal(await page.locator("img, script").count(), before);
    assert.equal(await page.evaluate(() => "ran" in globalThis), false);
  },

  async "a malformed token shows the part and the reason, and nothing of the one before"(open) {
    const page = await open();
    await page.fill("#secret", SECRET);
    await page.fill("#token", sign({ exp: NOW + 60 }));
    await page.locator("#dates").waitFor();
    await page.fill("#token", `${HEADER}.${segment("{")}.AA`);
    await shows(page, "#token-message", "Malformed payload (second part): it is not JSON.");
    await shows(
      page,
      "#signature-status",
      "Signature: cannot be checked: the token cannot be read",
    );
    await shows(page, "#time-line", "Time: not known");
    assert.equal(await page.getAttribute("#token", "aria-invalid"), "true");
    for (const hidden of ["#dates", "#claims-json", "#header-json", "#registered-claims"]) {
      assert.equal(await page.isVisible(hidden), false, hidden);
    }
  },
  async "a token that is well-formed by one letter shows no refusal"(open) {
    const page = await open();
    await page.fill("#token", `${HEADER}.${segment("{}")}.AA`);
    await shows(page, "#token-message", "");
    await shows(page, "#claims-json", "{}");
    assert.equal(await page.getAttribute("#token", "aria-invalid"), "false");
    await page.fill("#token", `${HEADER}.${segment("{}")}.AB`);
    await shows(
      page,
      "#token-message",
      "Malformed signature (third part): its last character is not possible there: something was cut off or changed.",
    );
  },
  async "Bearer, quotes and white space are stripped, and it is said"(open) {
    const page = await open();
    await page.fill("#secret", SECRET);
    await page.fill("#token", `\n"Bearer ${sign({})}" `);
    await shows(page, "#signature-status", "Signature: valid with your key");
    await shows(page, "#token-message", "Stripped before reading: white space, quotes, “Bearer”.");
  },
  async "another word before the token is not stripped"(open) {
    const page = await open();
    await page.fill("#token", `Token ${sign({})}`);
    await shows(
      page,
      "#token-message",
      "Malformed header (first part): it has a character other than A–Z, a–z, 0–9, - and _.",
    );
  },

  async "a token signed another way can be read but not checked"(open) {
    const page = await open();
    await page.fill("#secret", SECRET);
    await page.fill("#token", SIMPLEJWT_EDDSA);
    const words = "cannot be checked: this page checks HS256, HS384 and HS512 so far";
    await shows(page, "#signature-status", `Signature: ${words}`);
    assert.match(await page.locator("#claims-json").innerText(), /"token_type": "refresh"/);
  },
  async "a short secret is tried, with a warning; one that is long enough has none"(open) {
    const page = await open();
    await page.fill("#token", sign({}, { secret: "short" }));
    await page.fill("#secret", "short");
    await shows(page, "#signature-status", "Signature: valid with your key");
    assert.match(await page.locator("#secret-warning").innerText(), /shorter than the 32 bytes/);
    await page.fill("#token", sign({}));
    await page.fill("#secret", SECRET);
    await shows(page, "#signature-status", "Signature: valid with your key");
    assert.equal(await page.isVisible("#secret-warning"), false);
  },
  async "the secret is read in the encoding that is chosen"(open) {
    const page = await open();
    await page.fill("#token", sign({}));
    for (const encoding of ["base64", "base64url", "hex"]) {
      await page.getByLabel("The secret is").selectOption("text");
      await page.fill("#secret", Buffer.from(SECRET).toString(encoding));
      await shows(page, "#signature-status", "Signature: does not hold");
      await page.getByLabel("The secret is").selectOption(encoding);
      await shows(page, "#signature-status", "Signature: valid with your key");
    }
    await page.fill("#secret", "xyz");
    const words =
      "cannot be checked: the secret is not hex: two digits, 0–9 and a–f, for each byte";
    await shows(page, "#signature-status", `Signature: ${words}`);
  },

  async "Clear wipes all that was typed and shown"(open) {
    const page = await open();
    await page.fill("#token", sign({ exp: NOW + 60, marker: "left-over" }));
    await page.fill("#secret", "left-over");
    await page.selectOption("#secret-encoding", "hex");
    await page.getByRole("button", { name: "Clear" }).click();
    await shows(page, "#signature-status", "Signature: not checked");
    await shows(page, "#time-line", "Time: not known");
    assert.equal(await page.inputValue("#token"), "");
    assert.equal(await page.inputValue("#secret"), "");
    assert.equal(await page.inputValue("#secret-encoding"), "text");
    assert.equal((await page.content()).includes("left-over"), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), "token");
    // The clock of the token that is gone must not bring anything back.
    await page.clock.runFor(120_000);
    await shows(page, "#time-line", "Time: not known");
  },
  async "what is pasted with nothing focused lands in the token box"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate((text) => navigator.clipboard.writeText(text), sign({ sub: "pasted" }));
    await page.keyboard.press("Control+V");
    await shows(page, "#registered-claims tbody td code", '"pasted"');
    assert.equal(await page.evaluate(() => document.activeElement.id), "token");
  },
  async "what is pasted into the secret stays there"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate((text) => navigator.clipboard.writeText(text), SECRET);
    await page.focus("#secret");
    await page.keyboard.press("Control+V");
    assert.equal(await page.inputValue("#secret"), SECRET);
    assert.equal(await page.inputValue("#token"), "");
  },

  async "a token in the fragment is read once and taken out of the address"(open) {
    const page = await open({ address: `#token=${sign({ sub: "linked" })}` });
    await shows(page, "#registered-claims tbody td code", '"linked"');
    assert.equal(new URL(page.url()).hash, "");
    await page.reload();
    assert.equal(await page.inputValue("#token"), "");
  },
  async "a token in the query is not read"(open) {
    const page = await open({ address: `?token=${sign({})}` });
    assert.equal(await page.inputValue("#token"), "");
    await shows(page, "#claims-json", "");
  },
  async "nothing is sent: no request but for the page's own files"(open) {
    const page = await open();
    const requests = [];
    page.on("request", (request) => {
      // The browser asks for the icon whenever it likes.
      if (!request.url().endsWith("/icon.svg")) requests.push(request.url());
    });
    await useAll(page);
    await page.clock.runFor(60_000);
    assert.deepEqual(requests, []);
    // The witness: a request that is made is seen.
    await page.evaluate(() => fetch("style.css").then((response) => response.text()));
    assert.equal(requests.length, 1);
  },
  async "nothing is stored, and a reload keeps nothing"(open) {
    const page = await open();
    await useAll(page);
    const stored = () =>
      page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        JSON.stringify(history.state),
        location.href.length - location.origin.length,
      ]);
    assert.deepEqual(await stored(), [0, 0, 0, 0, 0, "null", 1]);
    await page.reload();
    assert.deepEqual(await page.$$eval("textarea, input", (all) => all.map((one) => one.value)), [
      "",
      "",
    ]);
  },
  async "the page carries its policy itself, wherever it is served from"(open) {
    const page = await open({ address: SUB_PATH.slice(1) });
    const policy = page.locator("meta[http-equiv=Content-Security-Policy]");
    assert.equal(await policy.getAttribute("content"), POLICY);
    const referrer = page.locator("meta[name=referrer]");
    assert.equal(await referrer.getAttribute("content"), "no-referrer");
  },
  async "the page works from a sub-path"(open) {
    const page = await open({ address: SUB_PATH.slice(1) });
    await page.getByRole("button", { name: "Load an example" }).click();
    await shows(page, "#signature-status", "Signature: valid with your key");
  },

  async "at 320 pixels nothing needs scrolling sideways"(open) {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await useAll(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(await width(), 320);
    await page.fill("#token", sign({ iss: "x".repeat(500), aud: "https://a.example/".repeat(30) }));
    assert.equal(await width(), 320);
  },
  async "text has a contrast of 4.5 to 1, light and dark, whatever the state"(open) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open({ colorScheme });
      const states = [
        () => page.fill("#secret", "short"),
        () => page.fill("#token", sign({ exp: NOW + 60 }, { secret: "short" })),
        () => page.fill("#token", ` ${sign({ exp: NOW - 60 })}`),
        () => page.fill("#token", sign({ exp: "x" })),
        () => page.fill("#token", " x"),
      ];
      for (const enter of states) {
        await enter();
        const measured = await page.evaluate(contrasts);
        assert.ok(measured.length > 10);
        for (const { text, ratio } of measured) {
          assert.ok(ratio >= 4.5, `${colorScheme}: ${text}: ${ratio.toFixed(2)}`);
        }
      }
      const isDark = await page.evaluate(
        () => getComputedStyle(document.body).backgroundColor.match(/\d+/)[0] < 128,
      );
      assert.equal(isDark, colorScheme === "dark");
    }
  },
  async "what has the focus can be seen, and all can be reached by Tab"(open) {
    const page = await open();
    const reached = [];
    for (let turn = 0; turn < 5; turn++) {
      await page.keyboard.press("Tab");
      const [id, outline] = await page.evaluate(() => {
        const { id } = document.activeElement;
        return [id, getComputedStyle(document.activeElement).outlineStyle];
      });
      assert.equal(outline, "solid", id);
      reached.push(id);
    }
    assert.deepEqual(reached, ["token", "load-example", "clear", "secret", "secret-encoding"]);
  },
  async "the page has its landmarks, headings, names and table headings"(open) {
    const page = await open();
    await useAll(page);
    for (const role of ["banner", "main", "contentinfo"]) {
      assert.equal(await page.getByRole(role).count(), 1, role);
    }
    assert.deepEqual(await page.getByRole("heading", { level: 1 }).allInnerTexts(), [
      "JWT inspector",
    ]);
    const names = ["Token", "Signature", "Time", "Header", "Claims"];
    assert.deepEqual(await page.getByRole("heading", { level: 2 }).allInnerTexts(), names);
    for (const name of names) {
      assert.equal(await page.getByRole("region", { name, exact: true }).count(), 1, name);
    }
    assert.equal(await page.getByLabel("Paste a token").count(), 1);
    assert.equal(await page.locator("th:not([scope])").count(), 0);
    assert.equal(await page.getByRole("table").count(), 3);
  },
};

const EXAMPLE_SECRET = "everybody-knows-this-very-secret";

/**
 * What `selector` finds first has the text, white space aside.
 *
 * Now, not in a while: the page does all at once, so there is nothing to wait for.
 */
async function shows(root, selector, text) {
  const shown = await root.locator(selector).first().innerText();
  assert.equal(shown.replace(/\s+/g, " ").trim(), text);
}

/** Uses all that the page has. */
async function useAll(page) {
  await page.getByRole("button", { name: "Load an example" }).click();
  await page.fill("#secret", "another");
  await page.selectOption("#secret-encoding", "base64");
  await page.fill("#token", ` Bearer ${sign({ sub: "1", exp: NOW + 60 })}`);
}
