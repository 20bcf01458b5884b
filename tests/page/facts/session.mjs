/** A session: what the third document shows of it, and what it does with it. */
import assert from "node:assert/strict";
import { NOW, payload, until } from "../page.mjs";
import {
  OF_HOSTS,
  corsFor,
  events,
  fill,
  formSays,
  isSignedIn,
  openSession,
  paths,
  says,
  signedIn,
  within,
} from "../session-page.mjs";
import { sign } from "../tokens.mjs";

export const facts = {
  async "signing in shows both tokens side by side, with their claims and what is left"(
    open,
    origin,
  ) {
    await within({ origin }, async ({ origin: host }) => {
      const page = await signedIn(open, host);
      for (const [kind, name, left] of [
        ["access", "Access token", "Expires in 5 minutes."],
        ["refresh", "Refresh token", "Expires in 1 day."],
      ]) {
        const panel = page.getByRole("region", { name });
        assert.equal(await panel.getByRole("status").innerText(), "Time: in force");
        assert.equal(await panel.locator(".verdict .detail").innerText(), left);
        const claims = JSON.parse(await page.innerText(`#${kind}-json`));
        assert.deepEqual([claims.token_type, claims.iat, claims.user_id], [kind, NOW, "1"]);
      }
      await page.clock.runFor(61_000);
      const detail = page.locator("#access-panel .verdict .detail");
      assert.equal(await detail.innerText(), "Expires in 3 minutes 59 seconds.");
      const [access, refresh] = await boxes(page, ["#access-panel", "#refresh-panel"]);
      assert.equal(access.y, refresh.y);
      // What was typed to get there is gone.
      assert.equal(await page.inputValue("#password"), "");
      assert.equal(await page.isVisible("#sign-in-panel"), false);
    });
  },

  async "renewing changes the tokens and is told, with no token in the list or in the address"(
    open,
    origin,
  ) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await signedIn(open, host);
      const before = await jtis(page);
      await page.getByRole("button", { name: "Renew now" }).click();
      await says(page, "Renewed.");
      const after = await jtis(page);
      assert.notEqual(after[0], before[0]);
      assert.notEqual(after[1], before[1]);
      assert.deepEqual(await events(page), ["request", "signedin", "request", "refreshed"]);
      assert.match(
        await page.innerText("[role=log]"),
        /POST \/api\/token\/refresh\/: status 200 after \d+ ms/,
      );
      const log = await page.innerText("[role=log]");
      for (const text of secretsOf(backend)) {
        assert.equal(log.includes(text), false);
        assert.equal(page.url().includes(text), false);
      }
      // At once again, it is too soon: simplejwt would give up one token for nothing.
      await page.getByRole("button", { name: "Renew now" }).click();
      await says(page, "Not renewed: the last time is only a few seconds ago.");
      assert.deepEqual(await jtis(page), after);
    });
  },

  async "tokens are renewed by themselves before they expire"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await signedIn(open, host);
      const [before] = await jtis(page);
      // A tenth of five minutes, and a little more, before the end: not yet, and then.
      await page.clock.runFor(265_000);
      assert.deepEqual(paths(backend), ["/api/token/"]);
      backend.time += 270;
      await page.clock.runFor(6_000);
      await page.locator("[data-event=refreshed]").waitFor();
      assert.notEqual((await jtis(page))[0], before);
      assert.deepEqual(paths(backend), ["/api/token/", "/api/token/refresh/"]);
    });
  },

  async "a protected address of the same host is asked with the token, and no other one"(
    open,
    origin,
  ) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await signedIn(open, host);
      const { host: name } = new URL(host);
      await page.fill("#call-path", "api/me/");
      await page.getByRole("button", { name: `GET from ${name}`, exact: true }).click();
      await says(page, `${name} answered with the status 200.`);
      const { path, headers, method } = backend.requests.at(-1);
      assert.deepEqual([path, method], ["/api/me/", "GET"]);
      assert.match(headers.authorization, /^Bearer eyJ/);
      for (const elsewhere of ["https://other.example/", "//other.example/", "javascript:1"]) {
        await page.fill("#call-path", elsewhere);
        assert.equal(await page.isDisabled("#call"), true, elsewhere);
        assert.match(await page.innerText("#call-reason"), /leads to another host/);
      }
      await page.fill("#call-path", `me/?t=${sign({})}`);
      assert.match(await page.innerText("#call-reason"), /Tokens belong into no address/);
      // A redirect leads to wherever its host likes, so it is not followed.
      await within({ origin }, async (elsewhere) => {
        await page.fill("#call-path", `redirect?to=${elsewhere.origin}/api/me/`);
        await page.click("#call");
        await says(page, /answered with a redirect, which is not followed/);
        assert.deepEqual(elsewhere.backend.requests, []);
      });
      assert.equal((await events(page)).at(-1), "request");
    });
  },

  async "the server is asked whether it takes the access token"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await signedIn(open, host);
      const { host: name } = new URL(host);
      await page.getByRole("button", { name: "Have the access token checked" }).click();
      await says(page, `${name} takes the access token.`);
      backend.revoked.add(JSON.parse(backend.requests.at(-1).body).token);
      await page.getByRole("button", { name: "Have the access token checked" }).click();
      await says(page, `${name} refuses the access token.`);
      assert.equal((await events(page)).filter((event) => event === "verify").length, 2);
    });
  },

  async "signing out gives the refresh token up, and clears what was shown"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await signedIn(open, host);
      const [, jti] = await jtis(page);
      await page.getByRole("button", { name: "Sign out" }).click();
      await formSays(page, /^Signed out\. 127\.0\.0\.1:\d+ takes the access token until/);
      await until(page, () => document.querySelectorAll("[data-event=request]").length === 2);
      assert.deepEqual(paths(backend), ["/api/token/", "/api/token/blacklist/"]);
      assert.equal(backend.blacklist.size, 1);
      assert.equal(await page.isVisible("#access-panel"), false);
      assert.equal(await page.isVisible("#refresh-panel"), false);
      const markup = await page.content();
      for (const text of [...secretsOf(backend), `"${jti}"`]) {
        assert.equal(markup.includes(text), false);
      }
      assert.deepEqual(
        await page.$$eval("#username, #password", (all) => all.map(({ value }) => value)),
        ["", ""],
      );
      assert.equal(await page.evaluate(() => document.activeElement.id), "sign-in-heading");
      // Nothing goes on behind the form.
      backend.time += 600;
      await page.clock.runFor(600_000);
      assert.equal(backend.requests.length, 2);
    });
  },

  async "what ends at the server ends here, with the reason"(open, origin) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const page = await signedIn(open, host);
      const [refresh] = backend.issued;
      backend.blacklist.add(refresh);
      await page.getByRole("button", { name: "Renew now" }).click();
      await until(page, () => document.querySelectorAll("[data-event=request]").length === 2);
      // The session waits a moment for other tabs before it gives up.
      await page.clock.runFor(1_000);
      await formSays(page, /has ended the session: it refuses the refresh token/);
      const log = await page.innerText("[role=log]");
      assert.match(log, /the server ended the session \(token_not_valid\)/);
    });
  },

  async "the server's clock is shown with its source, and counts for what is left"(open, origin) {
    await within({ origin, ahead: 120 }, async ({ origin: host }) => {
      const page = await signedIn(open, host);
      const clock = await page.innerText("#session-clock");
      assert.match(clock, /^It is 2 minutes( 1 second)? ahead of this device's/);
      assert.match(clock, /Source: the Date of an answer/);
      const detail = page.locator("#access-panel .verdict .detail");
      assert.match(await detail.innerText(), /^Expires in (5 minutes|4 minutes 59 seconds)\.$/);
      assert.ok((await events(page)).includes("skew"));
    });
    const { "access-control-expose-headers": _, ...cors } = corsFor(origin);
    await within({ origin, cors }, async ({ origin: host }) => {
      const page = await signedIn(open, host);
      const clock = await page.innerText("#session-clock");
      assert.match(clock, /agrees .* within two seconds\. Source: when a token was issued \(iat\)/);
    });
  },

  async "a sliding token is one, with the end of its renewal"(open, origin) {
    await within({ origin, sliding: true }, async ({ origin: host, backend }) => {
      const page = await openSession(open, host);
      await page.selectOption("#session-mode", "sliding");
      await fill(page, host);
      await page.click("#sign-in");
      await isSignedIn(page);
      assert.equal(await page.getByRole("region", { name: "Sliding token" }).count(), 1);
      assert.equal(await page.isVisible("#refresh-panel"), false);
      assert.match(await page.innerText("#access-panel"), /until refresh_exp: in 1 day/);
      await page.getByRole("button", { name: "Renew now" }).click();
      await says(page, "Renewed.");
      assert.deepEqual(Object.keys(JSON.parse(backend.requests.at(-1).body)), ["token"]);
    });
  },

  async "the word before the token is as it was typed"(open, origin) {
    await within({ origin, scheme: "JWT" }, async ({ origin: host, backend }) => {
      const page = await openSession(open, host);
      await fill(page, host);
      await page.fill("#session-scheme", "JWT");
      await page.click("#sign-in");
      await isSignedIn(page);
      await page.fill("#call-path", "api/me/");
      await page.click("#call");
      await says(page, /answered with the status 200/);
      assert.match(backend.requests.at(-1).headers.authorization, /^JWT eyJ/);
    });
  },

  async "an inspector in another tab takes a token over, which is in no address"(open, origin) {
    await within({ origin }, async ({ origin: host }) => {
      const page = await signedIn(open, host);
      const button = page.locator("#refresh-panel").getByRole("button", { name: "Open in the" });
      await button.click();
      await page.clock.runFor(1_100);
      await says(page, /^No inspector is open in this browser/);
      const inspector = await page.context().newPage();
      await inspector.goto(`${origin}/`);
      await inspector.waitForSelector("#loading", { state: "detached" });
      await button.click();
      await says(page, "Taken over by the inspector.");
      assert.equal(JSON.parse(await payload(inspector)).token_type, "refresh");
      assert.equal(inspector.url(), `${origin}/`);
    });
  },

  async "a message of another shape changes nothing in the inspector"(open) {
    const inspector = await open();
    await inspector.fill("#token", "mine");
    const page = await inspector.context().newPage();
    await page.goto(inspector.url());
    const good = { type: "token", token: sign({ sub: "handed" }) };
    // A channel keeps the order, so the good one, which comes last, is the witness for the others.
    for (const message of [
      null,
      "token",
      { ...good, type: "keys" },
      { ...good, token: "" },
      { ...good, token: { length: 1 } },
      { ...good, token: "x".repeat(1_048_577) },
    ]) {
      await send(page, message);
    }
    assert.equal(await inspector.inputValue("#token"), "mine");
    await send(page, good);
    await until(inspector, (token) => document.querySelector("#token").value === token, good.token);
  },

  async "what a server writes into a token is text, and no word of its own is listed"(
    open,
    origin,
  ) {
    await within({ origin }, async ({ origin: host, backend }) => {
      const hostile = '<img src=x onerror="document.title=1">\u202e';
      const token = sign({ exp: NOW + 300, iat: NOW, sub: hostile });
      backend.next("/api/token/", () => backend.reply(200, { access: token, refresh: "x" }));
      const page = await signedIn(open, host);
      const shown = await page.innerText("#access-json");
      assert.ok(shown.includes("<img src=x onerror=") && shown.includes("\\u202e"));
      assert.match(await page.innerText("#refresh-panel"), /no token whose claims can be read/);
      backend.next("/api/token/refresh/", () =>
        backend.reply(401, { detail: "x", code: "eyJhbGciOiJIUzI1NiJ9" }),
      );
      await page.getByRole("button", { name: "Renew now" }).click();
      await until(page, () => document.querySelectorAll("[data-event=request]").length === 2);
      await page.clock.runFor(1_000);
      await page.locator("[data-event=signedout]").waitFor();
      assert.equal((await page.innerText("[role=log]")).includes("eyJ"), false);
    });
  },

  async "nothing is stored, and no other tab is told"(open, origin) {
    await within({ origin }, async ({ origin: host }) => {
      const page = await signedIn(open, host);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.waitForSelector("#loading", { state: "detached" });
      await page.getByRole("button", { name: "Renew now" }).click();
      await says(page, "Renewed.");
      assert.equal(await other.isVisible("#session-panel"), false);
      const stored = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie.length,
        (await indexedDB.databases()).length,
        JSON.stringify(history.state),
        location.pathname + location.search + location.hash,
      ]);
      assert.deepEqual(stored, [0, 0, 0, 0, "null", "/session.html"]);
      await page.reload();
      await page.waitForSelector("#loading", { state: "detached" });
      assert.equal(await page.isVisible("#session-panel"), false);
      assert.equal(await page.inputValue("#username"), "");
    });
  },

  async "the list is announced politely, and the document speaks German too"(open, origin) {
    await within({ origin }, async ({ origin: host }) => {
      const page = await signedIn(open, host);
      assert.equal(await page.getByRole("log", { name: "What happened" }).count(), 1);
      await page.selectOption("#language", "de");
      const { host: name } = new URL(host);
      assert.equal(await page.innerText("#session-host"), `Angemeldet bei ${name}.`);
      assert.match(await page.innerText("[role=log]"), /jemand hat sich angemeldet/);
      assert.equal(await page.getByRole("region", { name: "Access-Token" }).count(), 1);
      await page.getByRole("button", { name: "Abmelden" }).click();
      await formSays(page, /^Abgemeldet\./);
    });
  },
};

for (const fact of Object.values(facts)) fact.expects = OF_HOSTS;

// The browser tells of where the redirect leads, too; that nobody is asked there, the fact sees itself.
facts["a protected address of the same host is asked with the token, and no other one"].expects =
  /^sent: http:\/\/127\.0\.0\.1:\d+\/api\/me\/$/;

/** What must not be anywhere: the payload of every token that the backend gave. */
function secretsOf(backend) {
  assert.ok(backend.issued.length > 0);
  return backend.issued.map((token) => token.split(".")[1]);
}

async function jtis(page) {
  const texts = await page.$$eval("#access-json, #refresh-json", (all) =>
    all.map((one) => one.innerText),
  );
  return texts.map((text) => JSON.parse(text).jti);
}

function boxes(page, selectors) {
  return Promise.all(selectors.map((selector) => page.locator(selector).boundingBox()));
}

function send(page, message) {
  return page.evaluate((data) => {
    new BroadcastChannel("wasm-jwt token").postMessage(data);
  }, message);
}
