/** Key sets: the document that may ask other hosts asks one only when its button is pressed. */
import assert from "node:assert/strict";
import { createSign, generateKeyPairSync } from "node:crypto";
import { serveBare, serveHost } from "../hosts.mjs";
import { giveKey, paste, signatureIs } from "../page.mjs";
import { segment } from "../tokens.mjs";

/** RFC 7638 §3.1: the key and its thumbprint. */
const RSA = {
  kty: "RSA",
  n: "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
  e: "AQAB",
  alg: "RS256",
  kid: "2011-04-29",
};
const THUMBPRINT = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";

/** RFC 8037 appendix A.1 and A.2: private and public. */
const PRIVATE = {
  kty: "OKP",
  crv: "Ed25519",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  kid: "given away",
};
const SECRET = { kty: "oct", k: "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T", kid: "symmetric" };
/** Of a curve for agreeing on keys (RFC 8037 appendix A.6), which signs nothing. */
const AGREEMENT = {
  kty: "OKP",
  crv: "X25519",
  x: "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08",
  kid: "odd",
};
const FOR_ENCRYPTION = { ...RSA, alg: undefined, use: "enc", kid: "enc" };

const LINE = {
  unreachable: /^There is no answer of 127\.0\.0\.1:\d+ that .* reached, or .*\(CORS\)/,
  redirect: /answered with a redirect/,
  status: /answered with the status 404/,
  notAKeySet: /is no key set \(JWKS\)/,
  tooLarge: /is too large: more than 256 KiB/,
  noUsable: /holds no public key that checks signatures/,
  notDiscovery: /does not describe an issuer/,
  noJwksUri: /there is no jwks_uri/,
  refusedAddress: /names an address for its key set that is not asked/,
};

export const facts = {
  async "a key set is fetched and shown, once its button, which names the host, is pressed"(open) {
    await within({ "/jwks.json": { keys: [RSA] } }, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      const ask = page.getByRole("button", { name: `Ask ${host.name}`, exact: true });
      await page.waitForTimeout(100);
      assert.deepEqual(host.asked, []);
      await ask.click();
      await says(page, `${host.name} answered with a key set.`);
      assert.deepEqual(await rows(page), [
        ["2011-04-29", "RSA", "RS256", "–", THUMBPRINT, "can be used"],
      ]);
      assert.equal(host.asked.length, 1);
      const { headers, url } = host.asked[0];
      assert.equal(url, "/jwks.json");
      assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
    });
  },

  async "Enter in the field asks nobody"(open) {
    await within({ "/jwks.json": { keys: [RSA] } }, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      await page.press("#address", "Enter");
      await page.waitForTimeout(100);
      assert.deepEqual(host.asked, []);
    });
  },

  async "the button is shut, with a reason, while the address is none that may be asked"(open) {
    await within({}, async ({ bare }) => {
      const page = await openKeySets(open, bare);
      const wrong = [
        ["", /once there is an address/],
        ["issuer", /no address/],
        ["http://issuer.example/jwks.json", /https only/],
        ["http://127.0.0.1.nip.example/", /https only/],
        ["https://me:word@issuer.example/", /user name or a password/],
        ["eyJhbGciOiJIUzI1NiJ9.e30.c2ln", /Tokens belong into the inspector/],
        ["https://issuer.example/?t=eyJhbGciOiJIUzI1NiJ9", /Tokens belong into the inspector/],
        ["javascript:alert(1)", /no address/],
      ];
      for (const [typed, reason] of wrong) {
        await type(page, typed);
        assert.equal(await page.isDisabled("#ask"), true, typed);
        assert.match(await page.innerText("#address-reason"), reason, typed);
      }
      for (const [typed, host] of [
        ["issuer.example", "issuer.example"],
        ["HTTPS://Issuer.Example:8443/x", "issuer.example:8443"],
        ["http://localhost:1/", "localhost:1"],
      ]) {
        await type(page, typed);
        assert.equal(await page.isDisabled("#ask"), false, typed);
        assert.equal(await page.innerText("#ask"), `Ask ${host}`);
        assert.equal(await page.innerText("#address-reason"), "");
      }
    });
  },

  async "an issuer's document leads on by itself on the same host"(open) {
    const answers = { "/realm/certs": { keys: [RSA] } };
    await within(answers, async ({ host, bare }) => {
      answers["/realm/.well-known/openid-configuration"] = {
        jwks_uri: `${host.origin}/realm/certs`,
      };
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/realm/`);
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
      assert.equal(await page.innerText("#discovered-address"), `${host.origin}/realm/certs`);
      assert.equal(await page.isVisible("#ask-other"), false);
      assert.deepEqual(
        host.asked.map(({ url }) => url),
        ["/realm/.well-known/openid-configuration", "/realm/certs"],
      );
    });
  },

  async "another host that an issuer's document names is asked only after its own button"(open) {
    await within({ "/keys": { keys: [RSA] } }, async ({ host: keys, bare }) => {
      const document = { jwks_uri: `${keys.origin}/keys` };
      await within({ "/.well-known/openid-configuration": document }, async ({ host: issuer }) => {
        const page = await openKeySets(open, bare);
        await type(page, issuer.origin);
        await page.click("#ask");
        await says(page, `The issuer's keys are at another host: ${keys.name}.`);
        assert.deepEqual(keys.asked, []);
        assert.equal(await page.isVisible("#key-set-panel"), false);
        await page.getByRole("button", { name: `Ask ${keys.name}`, exact: true }).click();
        await says(page, `${keys.name} answered with a key set.`);
        assert.equal(keys.asked.length, 1);
        // Typing on forgets what was found.
        await type(page, `${issuer.origin}/other`);
        assert.equal(await page.isVisible("#discovered"), false);
        assert.equal(await page.isVisible("#key-set-panel"), false);
      });
    });
  },

  async "each fault of a host has its words"(open) {
    const cases = [
      [undefined, LINE.status],
      [(response) => response.writeHead(302, { location: "/jwks.json" }).end(), LINE.redirect],
      ["garbage {", LINE.notAKeySet],
      [{ key: [] }, LINE.notAKeySet],
      [{ keys: [] }, LINE.noUsable],
      [{ keys: [RSA], pad: "x".repeat(10_000_000) }, LINE.tooLarge],
      [(response) => response.destroy(), LINE.unreachable],
    ];
    const answers = { "/other.json": { keys: [RSA] } };
    await within(answers, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      for (const [answer, line] of cases) {
        answers["/jwks.json"] = answer;
        await page.click("#ask");
        await says(page, line);
        assert.equal(await page.isVisible("#key-set"), false, String(line));
      }
      // The nearest that is none.
      answers["/jwks.json"] = { keys: [RSA], pad: "x".repeat(260_000) };
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
    });
  },

  async "each fault of an issuer's document has its words"(open) {
    const answers = {};
    const cases = (own) => [
      [undefined, LINE.status],
      [(response) => response.writeHead(301, { location: "/x" }).end(), LINE.redirect],
      ["<html>", LINE.notDiscovery],
      ["[]", LINE.notDiscovery],
      [{ issuer: own }, LINE.noJwksUri],
      [{ jwks_uri: "ftp://issuer.example/keys" }, LINE.refusedAddress],
      [{ jwks_uri: "javascript:alert(1)" }, LINE.refusedAddress],
      [{ jwks_uri: "keys" }, LINE.refusedAddress],
      [{ jwks_uri: `${own}/keys`, pad: "x".repeat(10_000_000) }, LINE.tooLarge],
      [(response) => response.destroy(), LINE.unreachable],
    ];
    await within(answers, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, host.origin);
      for (const [answer, line] of cases(host.origin)) {
        answers["/.well-known/openid-configuration"] = answer;
        await page.click("#ask");
        await says(page, line);
        assert.equal(await page.isVisible("#discovered"), false, String(line));
      }
    });
  },

  async "a host that lets no other page read its answer is told apart from none by nobody"(open) {
    const answers = { "/jwks.json": { keys: [RSA] } };
    await within(
      answers,
      async ({ host, bare }) => {
        const page = await openKeySets(open, bare);
        for (const path of ["/jwks.json", ""]) {
          await type(page, `${host.origin}${path}`);
          await page.click("#ask");
          await says(page, LINE.unreachable);
        }
      },
      { cors: false },
    );
  },

  async "a host that never ends its answer is given up after 5 seconds"(open) {
    const begin = (response) => response.write("{");
    const answers = { "/jwks.json": begin, "/.well-known/openid-configuration": begin };
    await within(answers, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      for (const path of ["/jwks.json", ""]) {
        await type(page, `${host.origin}${path}`);
        const response = page.waitForResponse((one) => one.url().startsWith(host.origin));
        await page.click("#ask");
        await response;
        await page.clock.runFor(4_900);
        await says(page, `Asking ${host.name} …`);
        await page.clock.runFor(200);
        await says(page, /did not answer in full within 5 seconds/);
      }
    });
  },

  async "private and symmetric members are never usable, copied or handed over"(open) {
    const keys = [RSA, PRIVATE, SECRET, AGREEMENT, FOR_ENCRYPTION, null, { ...RSA, kid: 7 }];
    await within({ "/jwks.json": { keys } }, async ({ host, bare }) => {
      const inspector = await openKeySets(open, bare, "");
      const page = await openAlso(inspector, `${bare.origin}/key-sets.html`);
      await type(page, `${host.origin}/jwks.json`);
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
      const shown = await rows(page);
      assert.deepEqual(
        shown.map(([kid, , , , , here]) => [kid, here.split(":", 1)[0]]),
        [
          ["2011-04-29", "can be used"],
          ["given away", "left out"],
          ["symmetric", "left out"],
          ["odd", "no algorithm of tokens uses this curve"],
          ["enc", "the JWK says (use, key_ops) that it is for other work"],
          ["–", "this is no complete JWK"],
          ["7", "this is no complete JWK"],
        ],
      );
      // RFC 8037 appendix A.3, and nothing that would help guessing a secret.
      assert.equal(shown[1][4], "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
      assert.equal(shown[2][4], "–");
      await page.getByRole("button", { name: "Hand to the inspector" }).click();
      await handing(page, "Taken over by the inspector.");
      const handed = JSON.parse(await inspector.inputValue("#key"));
      assert.deepEqual(
        handed.keys.map(({ kid }) => kid),
        ["2011-04-29", "odd"],
      );
      for (const text of [PRIVATE.d, SECRET.k]) {
        assert.equal((await page.content()).includes(text), false);
      }
    });
  },

  async "a set without any usable key is shown, and cannot be handed over"(open) {
    await within({ "/jwks.json": { keys: [SECRET, PRIVATE] } }, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      await page.click("#ask");
      await says(page, LINE.noUsable);
      assert.equal((await rows(page)).length, 2);
      assert.equal(await page.locator("#key-set-buttons button").count(), 0);
    });
  },

  async "what a host writes into a key is text, and nothing hides in it"(open) {
    const kid = '<img src=x onerror="document.title=1">\u202egnp.exe';
    await within({ "/jwks.json": { keys: [{ ...RSA, kid }] } }, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
      const [[shown]] = await rows(page);
      assert.equal(shown, '<img src=x onerror="document.title=1">\\u202egnp.exe');
    });
  },

  async "an inspector in another tab takes the key set over, and checks with it"(open) {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one" };
    const input = `${segment({ alg: "RS256", kid: "one" })}.${segment({ sub: "1" })}`;
    const signature = createSign("sha256").update(input).sign(privateKey, "base64url");
    await within({ "/jwks.json": { keys: [jwk] } }, async ({ host, bare }) => {
      const inspector = await openKeySets(open, bare, "");
      await paste(inspector, `${input}.${signature}`);
      await giveKey(inspector, "0123456789abcdef", "hex");
      const page = await openAlso(inspector, `${bare.origin}/key-sets.html`);
      await type(page, `${host.origin}/jwks.json`);
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
      await page.getByRole("button", { name: "Hand to the inspector" }).click();
      await handing(page, "Taken over by the inspector.");
      await signatureIs(inspector, "valid with your key");
      const note = `A key set of ${host.name} was handed over.`;
      assert.ok((await inspector.innerText("#key-message")).includes(note));
      // It is about the key, so it stays until that is another.
      await paste(inspector, "");
      assert.ok((await inspector.innerText("#key-message")).includes(note));
      await giveKey(inspector, "another");
      assert.equal((await inspector.innerText("#key-message")).includes(note), false);
    });
  },

  async "without an inspector in another tab, that is said after a second"(open) {
    await within({ "/jwks.json": { keys: [RSA] } }, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
      await page.getByRole("button", { name: "Hand to the inspector" }).click();
      await page.clock.runFor(1_100);
      await handing(page, "No inspector is open in this browser.");
    });
  },

  async "a message of another shape changes nothing in the inspector"(open) {
    await within({}, async ({ bare }) => {
      const inspector = await openKeySets(open, bare, "");
      await giveKey(inspector, "mine");
      const page = await openAlso(inspector, `${bare.origin}/key-sets.html`);
      const good = { type: "keys", jwks: JSON.stringify({ keys: [RSA] }), host: "issuer.example" };
      const send = (message) =>
        page.evaluate(
          (data) =>
            new Promise((resolve) => {
              const channel = new BroadcastChannel("wasm-jwt keys");
              channel.onmessage = ({ data }) => resolve(data.type);
              channel.postMessage(data);
              // The page's clock stands still; a frame comes all the same.
              let frames = 0;
              const wait = () => (++frames > 20 ? resolve("nothing") : requestAnimationFrame(wait));
              document.hidden ? resolve("hidden") : wait();
            }),
          message,
        );
      // A channel keeps the order, so the good one, which comes last, is the witness for the others.
      for (const wrong of [
        null,
        "keys",
        { ...good, type: "key" },
        { ...good, jwks: { keys: [RSA] } },
        { ...good, jwks: "{}" },
        { ...good, jwks: '{"keys":[]}' },
        { ...good, jwks: '{"keys":["x"]}' },
        { ...good, jwks: `${good.jwks}${" ".repeat(600_000)}` },
        { ...good, host: "issuer.example says: trust me" },
        { ...good, host: undefined },
      ]) {
        await page.evaluate((data) => {
          const channel = new BroadcastChannel("wasm-jwt keys");
          channel.postMessage(data);
        }, wrong);
      }
      assert.equal(await inspector.inputValue("#key"), "mine");
      assert.equal(await send(good), "taken");
      assert.equal(await inspector.inputValue("#key"), good.jwks);
    });
  },

  async "an address in the fragment fills the field, asks nobody, and is taken out"(open) {
    await within({ "/jwks.json": { keys: [RSA] } }, async ({ host, bare }) => {
      const address = `${host.origin}/jwks.json`;
      const page = await openKeySets(
        open,
        bare,
        `key-sets.html#address=${encodeURIComponent(address)}`,
      );
      assert.equal(await page.inputValue("#address"), address);
      assert.equal(await page.innerText("#ask"), `Ask ${host.name}`);
      assert.equal(new URL(page.url()).hash, "");
      await page.waitForTimeout(100);
      assert.deepEqual(host.asked, []);
    });
  },

  async "the inspector's link brings the issuer along, and its own policy forbids asking"(open) {
    await within({ "/jwks.json": { keys: [RSA] } }, async ({ host, bare }) => {
      const inspector = await openKeySets(open, bare, "");
      const claims = segment({ iss: "https://issuer.example/realm" });
      await paste(inspector, `${segment({ alg: "RS256" })}.${claims}.AA`);
      const link = await inspector.getAttribute("#key-sets-link", "href");
      assert.equal(link, "key-sets.html#address=https%3A%2F%2Fissuer.example%2Frealm");
      const ask = (page) =>
        page.evaluate(
          (url) =>
            fetch(url).then(
              ({ status }) => status,
              () => "refused",
            ),
          `${host.origin}/jwks.json`,
        );
      assert.equal(await ask(inspector), "refused");
      assert.deepEqual(host.asked, []);
      // The witness: the other document may.
      assert.equal(await ask(await openKeySets(open, bare)), 200);
    });
  },

  async "the document speaks German too, also of what has happened already"(open) {
    await within({ "/jwks.json": { keys: [RSA] } }, async ({ host, bare }) => {
      const page = await openKeySets(open, bare);
      await type(page, `${host.origin}/jwks.json`);
      await page.click("#ask");
      await says(page, `${host.name} answered with a key set.`);
      await page.selectOption("#language", "de");
      await says(page, `${host.name} hat mit einem Schlüsselsatz geantwortet.`);
      assert.equal(await page.innerText("#ask"), `${host.name} fragen`);
      assert.equal((await rows(page))[0][5], "kann verwendet werden");
      assert.equal(await page.getAttribute("html", "lang"), "de");
    });
  },
};

// They ask hosts of their own, and the browser's log tells of what these answer.
for (const fact of Object.values(facts)) {
  fact.expects =
    /^sent: http:\/\/127\.0\.0\.1:|^console: (Failed to load resource|Access to fetch|Fetch API cannot load|Connecting to|Refused to connect)/;
}

async function within(answers, use, options) {
  const [host, bare] = await Promise.all([serveHost(answers, options), serveBare()]);
  try {
    await use({ host, bare });
  } finally {
    host.close();
    bare.close();
  }
}

async function openKeySets(open, bare, address = "key-sets.html") {
  const page = await open();
  await page.goto(`${bare.origin}/${address}`);
  await page.waitForSelector("#loading", { state: "detached" });
  return page;
}

/** A second tab of the same browser. */
async function openAlso(page, url) {
  const other = await page.context().newPage();
  await other.goto(url);
  await other.waitForSelector("#loading", { state: "detached" });
  return other;
}

async function type(page, address) {
  await page
    .getByRole("textbox", { name: "Address of the key set, or of the issuer" })
    .fill(address);
}

/** Waits until the status says `words`: what a host answers takes its time. */
async function says(page, words) {
  await becomes(page, page.getByRole("status").and(page.locator("#ask-status")), words);
}

async function handing(page, words) {
  await becomes(page, page.getByRole("status").and(page.locator("#key-set-status")), words);
}

async function becomes(page, status, words) {
  try {
    await status.filter({ hasText: words }).waitFor();
  } catch {
    assert.fail(`${words} is not said, but: ${await status.innerText()}`);
  }
}

async function rows(page) {
  return page.$$eval("#key-set tbody tr", (all) =>
    all.map((row) => [...row.cells].map((cell) => cell.innerText)),
  );
}
