/** Time on the page: every date in words, drawn, and counted down. */
import assert from "node:assert/strict";
import { NOW, paste, shows, timeIs } from "../page.mjs";
import { SIMPLEJWT, sign } from "../tokens.mjs";

export const facts = {
  async "in force, expired, not valid yet, no expiry, no date: each in words"(open) {
    const page = await open();
    await paste(page, sign({ exp: NOW + 300 }));
    await shows(page, "#time-line", "Time: in force Expires in 5 minutes.");
    await paste(page, sign({ exp: NOW - 3600 }));
    await shows(page, "#time-line", "Time: expired Expired 1 hour ago.");
    await paste(page, sign({ exp: NOW + 60 + 1 }));
    await timeIs(page, "in force");
    await paste(page, sign({ exp: NOW + 60 }));
    await timeIs(page, "in force, about to expire");
    await paste(page, sign({ nbf: NOW + 60 }));
    await shows(page, "#time-line", "Time: not valid yet Valid in 1 minute.");
    await paste(page, sign({ nbf: NOW }));
    await timeIs(page, "no expiry");
    await paste(page, sign({ exp: "tomorrow" }));
    await timeIs(page, "exp is not a date");
  },
  async "the moment of expiry passes on the page, second by second"(open) {
    const page = await open();
    await paste(page, sign({ exp: NOW + 3 }));
    await shows(page, "#time-detail", "Expires in 3 seconds.");
    await shows(page, "#dates .relative", "in 3 seconds");
    await page.clock.runFor(2000);
    await shows(page, "#time-detail", "Expires in 1 second.");
    await page.clock.runFor(1000);
    await timeIs(page, "expired");
    await shows(page, "#dates .relative", "just now");
  },
  async "after a sleep the page knows that the token has expired"(open) {
    const page = await open();
    await paste(page, sign({ exp: NOW + 3 }));
    await page.clock.fastForward(7_200_000);
    await timeIs(page, "expired");
  },
  async "a change of state is announced once, and no second is"(open) {
    const page = await open();
    await paste(page, sign({ exp: NOW + 80 }));
    const announcements = await page.evaluateHandle(() => {
      const seen = [];
      for (const live of document.querySelectorAll("[role=status], [aria-live]")) {
        const observer = new MutationObserver(() => seen.push(live.textContent));
        observer.observe(live, { subtree: true, childList: true, characterData: true });
      }
      return seen;
    });
    await page.clock.runFor(19_000);
    assert.deepEqual(await announcements.jsonValue(), []);
    await page.clock.runFor(30_000);
    assert.deepEqual(await announcements.jsonValue(), ["Time: in force, about to expire"]);
    await page.clock.runFor(60_000);
    assert.deepEqual(await announcements.jsonValue(), [
      "Time: in force, about to expire",
      "Time: expired",
    ]);
    assert.equal(await page.locator("[role=status] #time-detail").count(), 0);
  },
  async "on request both states are said once more"(open) {
    const page = await open();
    await paste(page, sign({ exp: NOW + 300 }));
    const said = await page.evaluateHandle(() => {
      const seen = [];
      const live = document.querySelector("#time-status");
      new MutationObserver(() => seen.push(live.textContent)).observe(live, { childList: true });
      return seen;
    });
    await page.keyboard.press("Alt+t");
    await page.clock.runFor(10);
    await timeIs(page, "in force");
    assert.ok((await said.jsonValue()).includes("Time: in force"));
  },

  async "dates are visible text: UTC, local with its zone, relative"(open) {
    const page = await open({ locale: "en-GB", timezoneId: "Asia/Kolkata" });
    await paste(page, SIMPLEJWT.token);
    const row = page.getByRole("row", { name: /^exp 2026/ });
    const [, utc, local, relative] = (await row.innerText()).split(/\s*\n\s*|\t/).filter(Boolean);
    assert.equal(utc, "2026-11-22T17:33:30Z");
    assert.match(local, /^22 Nov 2026, 23:03:30 GMT\+5:30$/);
    assert.equal(relative, "in 5 minutes");
  },
  async "the timeline has a mark for each date and for now, in the order of time"(open) {
    const page = await open();
    const dates = { iat: NOW - 100, nbf: NOW - 50, exp: NOW + 100, refresh_exp: NOW + 1000 };
    await paste(page, sign(dates));
    const marks = () =>
      page.$$eval("#timeline .mark", (all) =>
        all
          .map((mark) => [mark.getBoundingClientRect().left, mark.textContent])
          .sort((a, b) => a[0] - b[0])
          .map(([, name]) => name),
      );
    assert.deepEqual(await marks(), ["iat", "nbf", "now", "exp", "refresh_exp"]);
    await page.clock.fastForward(200_000);
    assert.deepEqual(await marks(), ["iat", "nbf", "exp", "now", "refresh_exp"]);
    await paste(page, sign({ sub: "no dates" }));
    assert.equal(await page.isVisible("#timeline"), false);
  },
  async "milliseconds are suspected, and both readings shown"(open) {
    const page = await open();
    await paste(page, sign({ exp: (NOW + 60) * 1000 }));
    const row = await page.locator("#dates").getByRole("row", { name: /^exp/ }).innerText();
    assert.match(row, /2026-11-22T17:29:30Z/);
    assert.match(row, /Read as milliseconds/);
    await paste(page, sign({ exp: NOW + 60 }));
    assert.doesNotMatch(
      await page.locator("#dates").getByRole("row", { name: /^exp/ }).innerText(),
      /milliseconds/,
    );
  },
  async "absurd dates are shown as they are, and break nothing"(open) {
    const page = await open();
    for (const value of [
      "1e400",
      "-1e300",
      "-1",
      "0.5",
      "9007199254740993",
      "1e15",
      '"x"',
      "null",
      "[]",
      "true",
    ]) {
      await paste(page, sign(`{"exp":${value},"iat":${value}}`));
      const row = await page.locator("#dates").getByRole("row", { name: /^exp/ }).innerText();
      assert.ok(row.length > 5, value);
      assert.doesNotMatch(row, /NaN|Invalid|Infinity|undefined/, value);
    }
    await paste(page, sign({ exp: NOW + 300 }));
    await timeIs(page, "in force");
  },
};
