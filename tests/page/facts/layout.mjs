/** The page for everybody: narrow, zoomed, dark, by keyboard, by screen reader, in another language. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { STRINGS } from "../../../www/src/strings.js";
import { contrasts } from "../contrast.mjs";
import { NOW, enterMode, giveKey, loadExample, paste, shows, signatureIs } from "../page.mjs";
import { sign } from "../tokens.mjs";
import { useAll } from "./privacy.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the page looks like in each state: how it is brought about. */
const STATES = {
  empty: async () => {},
  async valid(page) {
    await loadExample(page, "ES256");
  },
  async invalid(page) {
    await paste(page, sign({ exp: NOW - 60, iss: "x", email: "a@b.example" }));
    await giveKey(page, "another secret that is long enough");
  },
  async refused(page) {
    await paste(page, `${sign({ exp: "x" })}=`);
    await giveKey(page, "short");
  },
  async several(page) {
    await paste(
      page,
      JSON.stringify({ refresh: sign({ exp: NOW + 9e4 }), access: sign({ exp: NOW + 30 }) }),
    );
  },
  async signing(page) {
    await loadExample(page);
    await enterMode(page, "Edit and sign");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
  },
  async watching(page) {
    for (const sub of ["1", "2"]) {
      await paste(page, sign({ sub, exp: NOW + 60 }));
      await page.locator("#watch-token").click();
    }
    await enterMode(page, "Watch list");
  },
};

export const facts = {
  async "axe finds nothing, in any state, light and dark"(open) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [name, enter] of Object.entries(STATES)) {
        const page = await open({ colorScheme, clock: false });
        await enter(page);
        assert.deepEqual(await violations(page), [], `${colorScheme}, ${name}`);
      }
    }
  },
  async "axe finds what is wrong (the witness)"(open) {
    const page = await open({ clock: false });
    await page.evaluate(() => document.querySelector("#token-label").remove());
    assert.ok((await violations(page)).some((one) => one.startsWith("label")));
  },
  async "at 320 pixels, and at 200 % zoom, nothing needs scrolling sideways"(open) {
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 640, height: 400 },
    ]) {
      for (const [name, enter] of Object.entries(STATES)) {
        const page = await open({ viewport });
        await enter(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, viewport.width, name);
      }
    }
    const page = await open({ viewport: { width: 320, height: 640 } });
    await paste(page, sign({ iss: "x".repeat(500), aud: "https://a.example/".repeat(30) }));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  },
  async "text has a contrast of 4.5 to 1, light and dark, whatever the state"(open) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [name, enter] of Object.entries(STATES)) {
        const page = await open({ colorScheme });
        await enter(page);
        const measured = await page.evaluate(contrasts);
        assert.ok(measured.length > 10);
        for (const { text, ratio } of measured) {
          assert.ok(ratio >= 4.5, `${colorScheme}, ${name}: ${text}: ${ratio.toFixed(2)}`);
        }
      }
    }
  },
  async "the colours can be chosen, whatever the system has"(open) {
    const page = await open({ colorScheme: "light" });
    const brightness = () =>
      page.evaluate(() => Number(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]));
    assert.ok((await brightness()) > 128);
    await page.selectOption("#theme", "dark");
    assert.ok((await brightness()) < 128);
    await page.selectOption("#theme", "system");
    assert.ok((await brightness()) > 128);
  },
  async "in forced colours every state still has a border of its own"(open) {
    const page = await open({ forcedColors: "active" });
    await STATES.invalid(page);
    for (const id of ["#signature-line", "#time-line"]) {
      const style = await page.$eval(id, (node) => getComputedStyle(node).borderTopStyle);
      assert.equal(style, "solid");
    }
  },
  async "with reduced motion nothing moves"(open) {
    const transition = async (reducedMotion) => {
      const page = await open({ reducedMotion });
      return page.$eval("#clear", (node) => getComputedStyle(node).transitionDuration);
    };
    assert.match(await transition("reduce"), /^0s/);
    assert.doesNotMatch(await transition("no-preference"), /^0s$/);
  },
  async "all can be reached by Tab, and what has the focus can be seen"(open) {
    const page = await open();
    const reached = [];
    for (let turn = 0; turn < 14; turn++) {
      await page.keyboard.press("Tab");
      const [id, outline] = await page.evaluate(() => {
        const { id, dataset } = document.activeElement;
        return [id || dataset.mode, getComputedStyle(document.activeElement).outlineStyle];
      });
      assert.equal(outline, "solid", id);
      reached.push(id);
    }
    const expected = [
      "language",
      "theme",
      "inspect",
      "sign",
      "watch",
      "token",
      "clear",
      "open-file",
    ];
    assert.deepEqual(reached.slice(0, 8), expected);
    assert.ok(
      ["example-algorithm", "load-example", "key", "key-encoding"].every((id) =>
        reached.includes(id),
      ),
    );
  },
  async "Alt and a digit change what to do"(open) {
    const page = await open();
    await page.keyboard.press("Alt+2");
    assert.equal(await page.isVisible("#sign-mode"), true);
    assert.equal(await page.isVisible("#inspect-mode"), false);
    await page.keyboard.press("Alt+3");
    assert.equal(await page.isVisible("#watch-mode"), true);
    await page.keyboard.press("Alt+1");
    assert.equal(await page.isVisible("#inspect-mode"), true);
  },
  async "the page has its landmarks, headings, names and table headings"(open) {
    const page = await open();
    await useAll(page);
    for (const role of ["banner", "main", "contentinfo", "navigation"]) {
      assert.equal(await page.getByRole(role).count(), 1, role);
    }
    assert.deepEqual(await page.getByRole("heading", { level: 1 }).allInnerTexts(), [
      "JWT inspector",
    ]);
    for (const name of [
      "Token",
      "Secret or public key",
      "Findings",
      "Time",
      "Payload",
      "Header",
      "Checks",
      "Copy",
    ]) {
      assert.equal(
        await page.getByRole("heading", { level: 2, name, exact: true }).count(),
        1,
        name,
      );
      assert.equal(await page.getByRole("region", { name, exact: true }).count(), 1, name);
    }
    assert.equal(await page.locator("th:not([scope])").count(), 0);
  },
  async "the verdicts stay in sight when the page is scrolled"(open) {
    const page = await open({ viewport: { width: 800, height: 500 } });
    await loadExample(page);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const { y } = await page.locator("#verdicts").boundingBox();
    assert.equal(y, 0);
  },

  async "the page speaks the reader's language, and another when it is chosen"(open) {
    const page = await open({ locale: "de-CH" });
    assert.equal(await page.getAttribute("html", "lang"), "de");
    await page.fill("#token", sign({ exp: NOW + 90_000 }));
    await shows(page, "#time-line", "Zeit: in Kraft Läuft in 1 Tag 1 Stunde ab.");
    await page.selectOption("#language", "en");
    await shows(page, "#time-line", "Time: in force Expires in 1 day 1 hour.");
    await signatureIs(page, "not checked");
    await page.selectOption("#language", "de");
    for (const [key, text] of Object.entries(STRINGS.de)) {
      const node = page.locator(`[data-words="${key}"]`).first();
      if (await node.count()) assert.equal((await node.textContent()).trim(), text, key);
    }
  },
  async "a language that there is not gives English"(open) {
    const page = await open({ locale: "ja-JP" });
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await signatureIs(page, "not checked");
  },
};

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(" | ")}`,
  );
}
