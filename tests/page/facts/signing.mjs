/** Editing and signing on the page: an act of its own, on a copy. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import {
  NOW,
  enterMode,
  giveKey,
  loadExample,
  paste,
  payload,
  shows,
  signatureIs,
  until,
  untilText,
} from "../page.mjs";
import { SECRET, sign } from "../tokens.mjs";

export const facts = {
  async "a changed copy is signed anew, what changed is said, and the original stays"(open) {
    const page = await open();
    const token = sign({ sub: "1", exp: NOW + 60, scope: "read" });
    await paste(page, token);
    await enterMode(page, "Edit and sign");
    await shows(page, "#draft-changes", "Nothing is changed so far.");
    const draft = `{"sub":"1","exp":${NOW + 60},"scope":"write","more":12345678901234567890}`;
    await page.fill("#draft-payload", draft);
    await shows(page, "#draft-changes", "You changed: scope, more (added).");
    await page.fill("#signing-key", SECRET);
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    const made = await page.inputValue("#signed-token");
    // By node's own HMAC.
    const input = made.slice(0, made.lastIndexOf("."));
    const expected = createHmac("sha256", SECRET).update(input).digest("base64url");
    assert.equal(made.slice(input.length + 1), expected);
    assert.equal(Buffer.from(made.split(".")[1], "base64url").toString(), draft);
    assert.equal(await page.inputValue("#token"), token);
    await page.getByRole("button", { name: "Inspect the new token" }).click();
    await giveKey(page, SECRET);
    await signatureIs(page, "valid with your key");
    assert.equal(await payload(page), draft);
  },
  async "a draft that is no JSON is refused, with the place"(open) {
    const page = await open();
    await enterMode(page, "Edit and sign");
    await page.fill("#signing-key", SECRET);
    for (const text of ['{"sub": }', "[1]", '{"a":1,"a":2}', ""]) {
      await page.fill("#draft-payload", text);
      await page.getByRole("button", { name: "Sign", exact: true }).click();
      const message = await page.locator("#signing-message .error").innerText();
      assert.ok(message.length > 10, text);
      assert.doesNotMatch(message, /undefined|\{/, text);
      assert.equal(await page.isVisible("#signed"), false);
    }
    await page.fill("#draft-payload", '{"sub":"1"}');
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    assert.equal(await page.isVisible("#signed"), true);
  },
  async "without a key, or with one that cannot sign, nothing is signed"(open) {
    const page = await open();
    await enterMode(page, "Edit and sign");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await shows(page, "#signing-message", "A secret or a private key is needed to sign.");
    await page.selectOption("#signing-algorithm", "ES256");
    await page.fill("#signing-key", SECRET);
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    assert.equal(await page.locator("#signing-message .error").count(), 1);
    assert.equal(await page.isVisible("#signed"), false);
  },
  async "a short secret signs with a warning, and none makes an unsecured token with one"(open) {
    const page = await open();
    await enterMode(page, "Edit and sign");
    await page.fill("#signing-key", "short");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    assert.equal(await page.locator("#signing-message .warning").count(), 1);
    assert.equal(await page.isVisible("#signed"), true);
    await page.selectOption("#signing-algorithm", "none");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    assert.equal(await page.locator("#signing-message .warning").count(), 1);
    assert.match(await page.inputValue("#signed-token"), /\.$/);
    await page.selectOption("#signing-algorithm", "HS256");
    await page.fill("#signing-key", SECRET);
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    assert.equal(await page.locator("#signing-message .warning").count(), 0);
  },
  async "a key is made for every kind of algorithm, and signs what then holds"(open) {
    const page = await open();
    for (const algorithm of ["HS512", "ES384", "Ed25519", "ML-DSA-44", "PS256"]) {
      await enterMode(page, "Edit and sign");
      await page.selectOption("#signing-algorithm", algorithm);
      await page.fill("#signing-key", "");
      await page.getByRole("button", { name: "Make a new key" }).click();
      await until(page, () => document.querySelector("#signing-key").value !== "");
      const key = await page.inputValue("#signing-key");
      await page.getByRole("button", { name: "Sign", exact: true }).click();
      await page.getByRole("button", { name: "Inspect the new token" }).click();
      await giveKey(page, key);
      await signatureIs(page, "valid with your key");
      await giveKey(page, "");
    }
  },
  async "the expiry is set by a button, and the other claims stay as they are written"(open) {
    const page = await open();
    await paste(page, sign(`{"n":1.0,"exp":${NOW - 5},"iat":${NOW - 9}}`));
    await enterMode(page, "Edit and sign");
    await page.getByRole("button", { name: "1 hour" }).click();
    const draft = (await page.inputValue("#draft-payload")).replace(/\s/g, "");
    assert.equal(draft, `{"n":1.0,"exp":${NOW + 3600},"iat":${NOW}}`);
    await shows(page, "#draft-changes", "You changed: exp, iat.");
    await page.getByRole("button", { name: "Take the inspected token again" }).click();
    await shows(page, "#draft-changes", "Nothing is changed so far.");
  },

  async "what is copied is what the button says, and never the reader's own secret"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await loadExample(page, "ES256");
    const token = await page.inputValue("#token");
    const copied = async (name) => {
      await page.locator("#copy-buttons").getByRole("button", { name }).first().click();
      await until(page, () => document.querySelector("#copy-message").textContent !== "");
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal(await copied(/^Token$/), token);
    assert.match(
      await copied(/curl/i),
      new RegExp(`^curl .*Authorization: Bearer ${token.replace(/\./g, "\\.")}`, "s"),
    );
    assert.equal(await copied(/Authorization/), `Authorization: Bearer ${token}`);
    assert.match(await copied(/wasm-jwt/), /from "wasm-jwt/);
    assert.equal((await copied(/without its signature/)).includes(token.split(".")[2]), false);
  },
  async "a key is copied as JWK and PEM"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await loadExample(page, "ES256");
    await enterMode(page, "Edit and sign");
    const copied = async (name) => {
      await page.locator("#signing-key-copies").getByRole("button", { name, exact: true }).click();
      await untilText(page, `Copied: ${name}.`);
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal("d" in JSON.parse(await copied("Public JWK")), false);
    assert.equal("d" in JSON.parse(await copied("Private JWK")), true);
    assert.match(await copied("Public PEM"), /^-----BEGIN PUBLIC KEY-----/);
    assert.match(await copied("Private PEM"), /^-----BEGIN PRIVATE KEY-----/);
  },
  async "a link is offered for an expired token, and for no other"(open) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await paste(page, sign({ exp: NOW + 60 }));
    const link = page.getByRole("button", { name: "Link to this page with the expired token" });
    assert.equal(await link.count(), 0);
    const token = sign({ exp: NOW - 60 });
    await paste(page, token);
    await link.click();
    await untilText(page, /^Copied: Link/);
    const address = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(address.hash, `#token=${token}`);
    assert.equal(address.search, "");
  },
};
