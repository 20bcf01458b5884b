/** The watch list: several tokens, sorted by expiry, in memory only. */
import assert from "node:assert/strict";
import { NOW, enterMode, paste, payload, shows, untilText } from "../page.mjs";
import { sign } from "../tokens.mjs";

export const facts = {
  async "the first to expire comes first, and each counts down"(open) {
    const page = await open();
    await watch(page, sign({ iss: "late", exp: NOW + 600 }));
    await watch(page, sign({ iss: "soon", exp: NOW + 120 }));
    await watch(page, sign({ iss: "never" }));
    await watch(page, sign({ iss: "soon", exp: NOW + 120 }));
    await shows(page, "#watched-count", "(3)");
    await enterMode(page, "Watch list");
    assert.deepEqual(await issuers(page), ["soon", "late", "never"]);
    const first = page.locator("#watched tbody tr").first();
    await shows(first, ".relative", "in 2 minutes");
    await page.clock.runFor(61_000);
    await shows(first, ".relative", "in 59 seconds");
    await shows(first, ".outcome", "in force, about to expire");
    await page.clock.runFor(120_000);
    assert.equal(await page.locator("#watched [data-state=expired]").count(), 1);
  },
  async "an entry is renamed, shown and removed"(open) {
    const page = await open();
    await watch(page, sign({ sub: "kept", exp: NOW + 600 }));
    await watch(page, sign({ sub: "shown", exp: NOW + 60 }));
    await enterMode(page, "Watch list");
    await page.getByRole("textbox", { name: "Name of token 2" }).fill("mine");
    await page.clock.runFor(3_000);
    assert.equal(await page.getByRole("textbox", { name: "Name of token 2" }).inputValue(), "mine");
    await page
      .locator("#watched tbody tr")
      .first()
      .getByRole("button", { name: /^Remove/ })
      .click();
    assert.equal(await page.locator("#watched tbody tr").count(), 1);
    await page
      .locator("#watched")
      .getByRole("button", { name: /^Inspect/ })
      .click();
    assert.match(await payload(page), /"sub":"kept"/);
    assert.equal(await page.isVisible("#inspect-mode"), true);
  },
  async "two tokens are compared, dates by how much later"(open) {
    const page = await open();
    await watch(page, sign({ sub: "1", exp: NOW + 60, scope: "read" }));
    assert.equal(await page.isVisible("#compare-panel"), false);
    await watch(page, sign({ sub: "1", exp: NOW + 3660, role: "x" }));
    await enterMode(page, "Watch list");
    const row = async (name) =>
      (await page.locator("#differences tbody tr", { hasText: name }).first().innerText()).replace(
        /\s+/g,
        " ",
      );
    assert.match(await row("exp"), /changed 1 hour later/);
    assert.match(await row("scope"), /removed "read"/);
    assert.match(await row("role"), /added "x"/);
    assert.match(await row("sub"), /the same/);
    await page.selectOption("#compare-second", { index: 0 });
    await shows(page, "#differences-caption", "What differs: 0");
  },
  async "a reminder comes before expiry, once, and only if it was asked for"(open) {
    const page = await open({ permissions: ["notifications"] });
    await page.evaluate(() => {
      globalThis.reminders = [];
      globalThis.Notification = class {
        static requestPermission = async () => "granted";
        constructor(title, { body }) {
          globalThis.reminders.push(`${title}: ${body}`);
        }
      };
    });
    const seen = () => page.evaluate(() => globalThis.reminders);
    await watch(page, sign({ sub: "ada", exp: NOW + 400 }));
    await enterMode(page, "Watch list");
    await page.clock.runFor(200_000);
    assert.deepEqual(await seen(), []);
    await page.getByRole("checkbox", { name: "Notify me before one expires" }).check();
    await page.clock.runFor(5_000);
    assert.equal((await seen()).length, 1);
    assert.match((await seen())[0], /^A token is about to expire: .*expires in 3 minutes/);
    await page.clock.runFor(300_000);
    assert.equal((await seen()).length, 1);
  },
  async "a refused notification is said, and the box is empty again"(open) {
    const page = await open();
    await page.evaluate(() => {
      globalThis.Notification = class {
        static requestPermission = async () => "denied";
      };
    });
    await enterMode(page, "Watch list");
    await page.getByRole("checkbox", { name: "Notify me before one expires" }).click();
    await untilText(page, "The browser does not allow notifications from this page.");
    assert.equal(await page.isChecked("#reminders"), false);
  },
};

async function watch(page, token) {
  await enterMode(page, "Inspect");
  await paste(page, token);
  await page.getByRole("button", { name: "Watch it" }).click();
}

async function issuers(page) {
  const cells = await page
    .locator("#watched tbody tr td:nth-child(2) p:first-child")
    .allInnerTexts();
  return cells;
}
