/** Signing in: the third document asks the host that its button names, and says what is wrong. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { contrasts } from "../contrast.mjs";
import {
  OF_HOSTS,
  fill,
  formSays,
  isSignedIn,
  openSession,
  paths,
  within,
} from "../session-page.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const UNREADABLE = /^There is no answer of 127\.0\.0\.1:\d+ that .* reached, or .*\(CORS\)/;

export const facts = {
  async "nobody is asked before the button, which names the host, is pressed"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await openSession(open, host);
      await fill(page, host);
      for (const field of ["Address of the server", "User name", "Password"]) {
        await page.getByRole("textbox", { name: field }).press("Enter");
      }
      await page.clock.runFor(5_000);
      assert.deepEqual(backend.requests, []);
      const name = `Sign in at ${new URL(host).host}`;
      assert.match(
        await page.innerText("#sign-in-goes"),
        new RegExp(`^User name and password go once, to ${host}/api/token/\\.`),
      );
      await page.getByRole("button", { name, exact: true }).click();
      await isSignedIn(page);
      assert.deepEqual(paths(backend), ["/api/token/"]);
      const [{ headers, body }] = backend.requests;
      assert.deepEqual(JSON.parse(body), { username: "ada", password: "right" });
      assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
    });
  },

  async "a wrong password is said, and what was typed is forgotten"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await openSession(open, host);
      await fill(page, host, "wrong password");
      await page.click("#sign-in");
      await formSays(page, /does not accept this user name with this password \(401\)/);
      assert.equal(await page.inputValue("#password"), "");
      assert.equal((await page.innerText("[role=log]")).includes("wrong password"), false);
      // The nearest that is right, with the same page.
      await page.fill("#password", "right");
      await page.click("#sign-in");
      await isSignedIn(page);
      assert.deepEqual(paths(backend), ["/api/token/", "/api/token/"]);
    });
  },

  async "the button is shut, with a reason, while something of the backend is wrong"(open, origin) {
    const page = await openSession(open, origin);
    const wrong = [
      ["#session-base", "", /once this is filled in/],
      ["#session-base", "api", /is no address/],
      ["#session-base", "http://api.example/", /passwords go over https only/],
      ["#session-base", "http://127.0.0.1.nip.example/", /over https only/],
      ["#session-base", "https://ada:word@api.example/", /user name or a password in this/],
      ["#session-base", "https://api.example/eyJhbGciOiJIUzI1NiJ9", /Tokens belong into no/],
      ["#session-obtain", "https://other.example/", /leads to another host/],
      ["#session-refresh", "//other.example/", /leads to another host/],
      ["#session-scheme", "Bear er", /one word/],
    ];
    for (const [field, typed, reason] of wrong) {
      await page.fill("#session-base", "https://api.example");
      const right = await page.inputValue(field);
      assert.equal(await page.innerText("#sign-in"), "Sign in at api.example");
      assert.equal(await page.isDisabled("#sign-in"), false);
      await page.evaluate(() => (document.querySelector("#session-paths").open = true));
      await page.fill(field, typed);
      assert.equal(await page.isDisabled("#sign-in"), true, typed);
      assert.match(await page.innerText("#sign-in-reason"), reason, typed);
      await page.fill(field, right);
    }
  },

  async "a host that lets no other page read its answers is explained"(open, origin) {
    await within({ origin, cors: {} }, async ({ origin: host }) => {
      const page = await openSession(open, host);
      await fill(page, host);
      assert.equal(await page.isVisible("#cors-settings"), false);
      await page.click("#sign-in");
      await formSays(page, UNREADABLE);
      assert.equal(
        await page.innerText("#cors-settings"),
        `CORS_ALLOWED_ORIGINS = ["${origin}"]\n` +
          'CORS_EXPOSE_HEADERS = ["Date", "Retry-After", "WWW-Authenticate"]',
      );
      // It was not refused: it may be sent again as it is.
      assert.equal(await page.inputValue("#password"), "right");
    });
  },

  async "each fault of a host has its words"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const nobody = "http://127.0.0.1:1";
      const page = await openSession(open, host, { allows: [host, nobody] });
      const cases = [
        [(reply) => reply(404, {}), /has nothing at this path/],
        [(reply) => reply(400, { username: ["?"] }), /wants something else \(status 400\)/],
        [(reply) => reply(429, {}), /asked too often/],
        [(reply) => reply(500, {}), /a fault of its own \(status 500\)/],
        [(reply) => reply(200, { token: "x" }), /answered without a token/],
        [(reply) => reply(302, {}, { location: "/x" }), /answered with a redirect/],
      ];
      for (const [answer, words] of cases) {
        backend.next("/api/token/", () => answer(backend.reply));
        await fill(page, host);
        await page.click("#sign-in");
        await formSays(page, words);
        assert.equal(await page.isVisible("#session-panel"), false);
      }
      await fill(page, nobody);
      await page.click("#sign-in");
      await formSays(page, UNREADABLE);
      // Too late an answer, by the page's clock.
      const release = backend.hold("/api/token/");
      await fill(page, host);
      const asked = page.waitForRequest((request) => request.method() === "POST");
      await page.click("#sign-in");
      await asked;
      await page.clock.runFor(10_100);
      await formSays(page, /did not answer within 10 seconds/);
      release();
    });
  },

  async "the inspector links here, and its own policy forbids asking"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const ask = (page) =>
        page.evaluate(
          (url) =>
            fetch(url)
              .then((one) => one.status)
              .catch(() => "refused"),
          host,
        );
      const inspector = await open({ allows: [host] });
      assert.equal(await inspector.getAttribute("footer a", "href"), "session.html");
      assert.equal(await ask(inspector), "refused");
      assert.deepEqual(backend.requests, []);
      // The witness: this document may.
      assert.equal(await ask(await openSession(open, host)), 401);
    });
  },

  async "axe finds nothing, in any state, light and dark"(open, origin) {
    for (const colorScheme of ["light", "dark"]) {
      await eachState(open, origin, { colorScheme, clock: false }, async (page, name) => {
        assert.deepEqual(await violations(page), [], `${colorScheme}, ${name}`);
        for (const { text, ratio } of await page.evaluate(contrasts)) {
          assert.ok(ratio >= 4.5, `${colorScheme}, ${name}: ${text}: ${ratio.toFixed(2)}`);
        }
      });
    }
  },

  async "axe finds what is wrong (the witness)"(open, origin) {
    const page = await openSession(open, origin, { clock: false });
    await page.evaluate(() => document.querySelector("label[for=password]").remove());
    assert.ok((await violations(page)).some((one) => one.startsWith("label")));
  },

  async "at 320 pixels, and at 200 % zoom, nothing needs scrolling sideways"(open, origin) {
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 640, height: 400 },
    ]) {
      await eachState(open, origin, { viewport }, async (page, name) => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, viewport.width, name);
      });
    }
  },
};

for (const fact of Object.values(facts)) fact.expects = OF_HOSTS;

/** Runs `check` before, after a refusal, and within a session, with the page's own clock or a real one. */
async function eachState(open, origin, options, check) {
  const now = options.clock === false ? () => Date.now() / 1_000 : undefined;
  await within({ origin, now }, async ({ origin: host }) => {
    const page = await openSession(open, host, options);
    await check(page, "empty");
    await fill(page, host, "wrong");
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => (one.open = true)),
    );
    await page.click("#sign-in");
    await formSays(page, /does not accept/);
    await check(page, "refused");
    await page.fill("#password", "right");
    await page.click("#sign-in");
    await isSignedIn(page);
    await page.fill("#call-path", "//other.example/");
    await check(page, "signed in");
  });
}

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
