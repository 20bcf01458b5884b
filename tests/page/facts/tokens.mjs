/** Tokens on the page: found in whatever is pasted, read as far as they can be, shown as they are. */
import assert from "node:assert/strict";
import {
  NOW,
  giveKey,
  paste,
  payload,
  segmentStates,
  shows,
  signatureIs,
  timeIs,
  until,
  untilText,
} from "../page.mjs";
import { SECRET, SIMPLEJWT, segment, sign } from "../tokens.mjs";

const HEADER = segment({ alg: "HS256" });
const TOKEN = sign({ sub: "found" });
const OTHER = sign({ sub: "other" });

/** Pasted text, each holding TOKEN and nothing else that could be one. */
const SOURCES = {
  "white space": `\n  ${TOKEN}\t`,
  quotes: `"${TOKEN}"`,
  "a scheme": `Bearer ${TOKEN}`,
  "a header line": `Authorization: Bearer ${TOKEN}`,
  "a header line of Django": `HTTP_AUTHORIZATION: JWT ${TOKEN}`,
  "a cookie": `Cookie: theme=dark; session=${TOKEN}; lang=en`,
  "a cookie that is set": `Set-Cookie: access=${TOKEN}; Path=/; HttpOnly; SameSite=Lax`,
  "a query": `https://app.example/cb?state=1&token=${TOKEN}&x=www.example.com`,
  "a fragment": `https://app.example/cb#access_token=${TOKEN}&token_type=bearer`,
  JSON: JSON.stringify({ detail: "ok", data: { token: TOKEN } }),
  curl: `curl -s 'https://api.example.com/v1.2.3/me' \\\n  -H 'Accept: */*' \\\n  -H 'Authorization: Bearer ${TOKEN}'`,
  "raw HTTP": `GET /me HTTP/1.1\r\nHost: api.example.com\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`,
  HAR: JSON.stringify({
    log: {
      version: "1.2",
      entries: [
        {
          request: {
            url: "https://api.example.com/",
            headers: [{ name: "Authorization", value: `Bearer ${TOKEN}` }],
          },
        },
      ],
    },
  }),
  "wrapped lines": TOKEN.replace(/.{30}/g, "$&\r\n"),
};

export const facts = {
  async "a token is dug out of whatever is pasted"(open) {
    const page = await open();
    await giveKey(page, SECRET);
    for (const [name, text] of Object.entries(SOURCES)) {
      await paste(page, text);
      assert.equal(await payload(page), '{"sub":"found"}', name);
      await signatureIs(page, "valid with your key");
      assert.equal(await page.isVisible("#found"), false, name);
    }
  },
  async "text that holds none says so, part by part"(open) {
    const page = await open();
    await paste(page, "www.example.com");
    assert.equal(await page.getAttribute("#token", "aria-invalid"), "true");
    await signatureIs(
      page,
      "cannot be checked: the form of the token is wrong, so verification refuses it",
    );
    assert.deepEqual(await segmentStates(page), [
      "header not-utf8",
      "payload not-utf8",
      "signature not-canonical",
    ]);
    await paste(page, TOKEN);
    assert.equal(await page.getAttribute("#token", "aria-invalid"), "false");
  },
  async "of several tokens the first is shown, and each can be chosen"(open) {
    const page = await open();
    await paste(page, `first: ${TOKEN}\nsecond: ${OTHER}\nfirst again: ${TOKEN}`);
    assert.equal(await page.locator("#found-list li").count(), 2);
    assert.equal(await payload(page), '{"sub":"found"}');
    await page.locator("#found-list button").nth(1).click();
    assert.equal(await payload(page), '{"sub":"other"}');
    assert.equal(
      await page.locator("#found-list button").nth(1).getAttribute("aria-current"),
      "true",
    );
  },
  async "a simplejwt answer gives two tokens that belong together"(open) {
    const page = await open();
    await paste(page, JSON.stringify({ refresh: OTHER, access: TOKEN }));
    await untilText(page, "Two of them belong together");
    assert.match(
      await page.locator("#found-list li").nth(0).innerText(),
      /refresh token of the pair/,
    );
    assert.match(
      await page.locator("#found-list li").nth(1).innerText(),
      /access token of the pair/,
    );
    await paste(page, JSON.stringify({ one: OTHER, two: TOKEN }));
    assert.equal(await page.isVisible("#found-pair"), false);
  },

  async "each part of a token has a status of its own"(open) {
    const page = await open();
    await paste(page, TOKEN);
    assert.deepEqual(await segmentStates(page), ["header ok", "payload ok", "signature ok"]);
    await paste(page, `${HEADER}.${segment("{")}.AA`);
    assert.deepEqual(await segmentStates(page), ["header ok", "payload not-json", "signature ok"]);
    await paste(page, `${HEADER}.${segment("[1]")}.A*`);
    assert.deepEqual(await segmentStates(page), [
      "header ok",
      "payload not-an-object",
      "signature not-base64url",
    ]);
    await paste(page, `${HEADER}.${segment({ sub: "1" })}`);
    assert.deepEqual(await segmentStates(page), ["header ok", "payload ok", "signature absent"]);
    assert.equal(await payload(page), '{"sub":"1"}');
    await paste(page, HEADER);
    assert.deepEqual((await segmentStates(page))[0], "header ok");
    assert.match(await page.locator("#header-json").innerText(), /"alg": "HS256"/);
  },
  async "a malformed token shows nothing of the one before"(open) {
    const page = await open();
    await giveKey(page, SECRET);
    await paste(page, sign({ exp: NOW + 60, marker: "left-over" }));
    await page.locator("#dates").waitFor();
    await paste(page, `${HEADER}.${segment("{")}.AA`);
    await timeIs(page, "not known");
    assert.equal((await page.locator("main").innerText()).includes("left-over"), false);
    assert.equal(await page.isVisible("#dates"), false);
  },
  async "an encrypted token shows its header and its five parts"(open) {
    const page = await open();
    const header = segment({ alg: "RSA-OAEP", enc: "A256GCM", cty: "JWT" });
    await paste(page, `${header}.AAAA.AAAA.AAAA.AAAA`);
    assert.equal(await page.locator("#segment-list [data-role]").count(), 5);
    assert.match(await page.locator("#header-json").innerText(), /"enc": "A256GCM"/);
    await signatureIs(page, "cannot be checked: it is encrypted, not signed (JWE)");
    await timeIs(page, "not known");
  },
  async "a token inside a token can be opened"(open) {
    const page = await open();
    await paste(page, sign(TOKEN, { header: { alg: "HS256", cty: "JWT" } }));
    await page.getByRole("button", { name: "Open the token inside" }).click();
    assert.equal(await page.inputValue("#token"), TOKEN);
    assert.equal(await payload(page), '{"sub":"found"}');
    assert.equal(await page.getByRole("button", { name: "Open the token inside" }).count(), 0);
  },

  async "numbers are shown exactly as the token has them"(open) {
    const page = await open();
    const claims = '{"iat":1795368510.0,"id":100002348117421473,"n":[1.0,1e3,-0]}';
    await paste(page, sign(claims));
    assert.equal(await payload(page), claims);
  },
  async "duplicate names, a byte order mark and another spelling are read, and said"(open) {
    const page = await open();
    await giveKey(page, SECRET);
    await paste(page, sign('{"sub":"a","sub":"b"}'));
    await shows(
      page,
      "#claims-members .error",
      "This name is there more than once: verification refuses such a token.",
    );
    assert.equal((await segmentStates(page))[1], "payload refused");
    await paste(page, sign('\ufeff{"sub":"a"}'));
    assert.match(await payload(page), /"sub":"a"/);
    await signatureIs(
      page,
      "cannot be checked: the form of the token is wrong, so verification refuses it",
    );
    await paste(page, `${sign({ sub: "a" })}=`);
    assert.equal(await payload(page), '{"sub":"a"}');
    assert.match((await segmentStates(page))[2], /not-canonical|not-base64url/);
  },
  async "markup in a claim is text and runs nothing"(open) {
    const page = await open();
    const markup = '<img src="x" onerror="globalThis.ran = true"><script>ran = true</script>';
    const before = await page.locator("img, script").count();
    await paste(
      page,
      sign({ iss: markup, [markup]: markup }, { header: { alg: markup, kid: markup } }),
    );
    assert.ok((await page.locator("#claims-json").innerText()).includes("<script>ran = true"));
    await page.getByRole("button", { name: "Watch it" }).click();
    await enterWatch(page);
    assert.equal(await page.locator("img, script").count(), before);
    assert.equal(await page.evaluate(() => "ran" in globalThis), false);
  },
  async "claims are explained, with where they are registered; unknown ones are not"(open) {
    const page = await open();
    await paste(page, sign({ iss: "me", token_type: "access", "urn:own": 1 }));
    const names = page.locator("#claims-members tbody th");
    assert.deepEqual(await names.allInnerTexts(), ["iss", "token_type"]);
    const link = page.locator("#claims-members tbody tr").first().getByRole("link");
    assert.match(await link.getAttribute("href"), /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc7519/);
  },
  async "a long payload is cut, and shown whole on request"(open) {
    const page = await open();
    await paste(page, sign({ text: "x".repeat(40_000) }));
    assert.ok((await page.locator("#claims-json").innerText()).length < 15_000);
    await page.getByRole("button", { name: /^Show all/ }).click();
    assert.ok((await page.locator("#claims-json").innerText()).length > 40_000);
  },
  async "300,000 letters of anything leave the page usable"(open) {
    const page = await open();
    for (const text of [
      "a.".repeat(150_000),
      "eyJ".repeat(100_000),
      "[".repeat(300_000),
      `"${"\\".repeat(300_000)}`,
    ]) {
      await paste(page, text);
    }
    await paste(page, TOKEN);
    assert.equal(await payload(page), '{"sub":"found"}');
  },

  async "what is pasted with nothing focused lands in the token box"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate((text) => navigator.clipboard.writeText(text), TOKEN);
    await page.keyboard.press("Control+V");
    assert.equal(await payload(page), '{"sub":"found"}');
    assert.equal(await page.evaluate(() => document.activeElement.id), "token");
  },
  async "what is pasted into the key stays there"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate((text) => navigator.clipboard.writeText(text), SECRET);
    await page.focus("#key");
    await page.keyboard.press("Control+V");
    assert.equal(await page.inputValue("#key"), SECRET);
    assert.equal(await page.inputValue("#token"), "");
  },
  async "a file is read like what is pasted"(open) {
    const page = await open();
    const buffer = Buffer.from(SOURCES.HAR);
    await page.setInputFiles("#file", { name: "a.har", mimeType: "application/json", buffer });
    await until(page, () => document.querySelector("#token").value !== "");
    assert.equal(await payload(page), '{"sub":"found"}');
  },
  async "a simplejwt token holds with its secret, and not with another by one letter"(open) {
    const page = await open();
    await paste(page, SIMPLEJWT.token);
    await signatureIs(page, "not checked");
    await giveKey(page, SIMPLEJWT.secret);
    await signatureIs(page, "valid with your key");
    await giveKey(page, SIMPLEJWT.secret.replace("test", "Test"));
    await signatureIs(page, "invalid");
    await giveKey(page, "");
    await signatureIs(page, "not checked");
  },
};

async function enterWatch(page) {
  await page.locator("#modes [data-mode=watch]").click();
}
