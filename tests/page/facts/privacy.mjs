/** Privacy: nothing of a token or a key leaves the page, or is kept by it. */
import assert from "node:assert/strict";
import {
  NOW,
  giveKey,
  loadExample,
  paste,
  payload,
  shows,
  signatureIs,
  timeIs,
  until,
} from "../page.mjs";
import { sign } from "../tokens.mjs";

export const facts = {
  async "Clear wipes all that was typed and shown"(open) {
    const page = await open();
    await paste(page, sign({ exp: NOW + 60, marker: "left-over" }));
    await page.getByRole("button", { name: "Watch it" }).click();
    await giveKey(page, "left-over-left-over-left-over-left-over", "text");
    await page.getByRole("button", { name: "Edit and sign" }).click();
    await page.fill("#signing-key", "left-over-left-over-left-over-left-over");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await page.getByRole("button", { name: "Inspect", exact: true }).click();
    await page.getByRole("button", { name: "Clear everything" }).click();
    await signatureIs(page, "not checked");
    await timeIs(page, "not known");
    assert.equal((await page.content()).includes("left-over"), false);
    assert.deepEqual(
      await page.$$eval("#token, #key, #signing-key, #signed-token", (all) =>
        all.map(({ value }) => value),
      ),
      ["", "", "", ""],
    );
    assert.equal((await page.inputValue("#draft-payload")).includes("left-over"), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), "token");
    // The clock of the token that is gone must not bring anything back.
    await page.clock.runFor(120_000);
    await timeIs(page, "not known");
  },
  async "a token in the fragment is read once and taken out of the address"(open) {
    const page = await open({ address: `#token=${sign({ sub: "linked" })}` });
    assert.equal(await payload(page), '{"sub":"linked"}');
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
        JSON.stringify(history.state),
        location.href.length - location.origin.length,
      ]);
    assert.deepEqual(await stored(), [0, 0, 0, 0, "null", 1]);
    await page.reload();
    const typed = await page.$$eval("textarea, input:not([type=checkbox])", (all) =>
      all.map(({ id, value }) => [id, value]),
    );
    for (const [id, value] of typed) {
      if (!id.startsWith("draft-")) assert.equal(value, "", id);
    }
  },
  async "only the language and the colours are stored, and only once they are chosen"(open) {
    const page = await open();
    await page.selectOption("#theme", "dark");
    await useAll(page);
    await page.selectOption("#language", "de");
    const stored = await page.evaluate(() => Object.values({ ...localStorage }));
    assert.deepEqual(
      stored.map((text) => JSON.parse(text)),
      [{ theme: "dark", language: "de" }],
    );
    await page.reload();
    assert.equal(await page.inputValue("#theme"), "dark");
    assert.equal(await page.getAttribute("html", "lang"), "de");
  },
  async "the policy forbids asking another host, and writing markup"(open) {
    const page = await open();
    const [asked, written] = await page.evaluate(async () => {
      const violated = new Promise((resolve) =>
        document.addEventListener("securitypolicyviolation", resolve, { once: true }),
      );
      await fetch("https://other.example/").catch(() => {});
      const { effectiveDirective } = await violated;
      let thrown;
      try {
        document.createElement("p").innerHTML = "<b>x</b>";
      } catch (error) {
        thrown = error.name;
      }
      return [effectiveDirective, thrown];
    });
    assert.equal(asked, "connect-src");
    assert.equal(written, "TypeError");
  },
};
// The violations are what these are about.
facts["the policy forbids asking another host, and writing markup"].expects =
  /Content Security Policy|TrustedHTML|Refused/i;

/** Uses all that the page has. */
export async function useAll(page) {
  await loadExample(page);
  await giveKey(page, "another");
  await page.selectOption("#key-encoding", "base64");
  await paste(page, ` Bearer ${sign({ sub: "1", exp: NOW + 60 })}`);
  await page.locator("#watch-token").click();
  await page.locator("[data-mode=sign]").click();
  await page.locator("#generate-key").click();
  await until(page, () => document.querySelector("#signing-key").value !== "");
  await page.locator("#sign").click();
  await page.locator("[data-mode=watch]").click();
  await page.locator("[data-mode=inspect]").click();
}
