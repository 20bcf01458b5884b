/** The signature's verdict on the page: in words, apart from the time, and never by accident. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Key, encode } from "../../../pkg/dist/full.js";
import {
  NOW,
  giveKey,
  loadExample,
  paste,
  shows,
  signatureIs,
  timeIs,
  until,
  untilText,
} from "../page.mjs";
import { SECRET, SIMPLEJWT, sign } from "../tokens.mjs";

const VALID = "valid with your key";
const FORMS = JSON.parse(
  await readFile(new URL("../../vectors/key-forms.json", import.meta.url), "utf8"),
);

export const facts = {
  async "the example of every algorithm is valid, and invalid after one other letter"(open) {
    const page = await open();
    const algorithms = await page.$$eval("#example-algorithm option", (all) =>
      all.map(({ value }) => value),
    );
    assert.deepEqual(algorithms.toSorted(), EVERY_ALGORITHM.toSorted());
    for (const algorithm of algorithms) {
      await page.fill("#token", "");
      await loadExample(page, algorithm);
      await signatureIs(page, VALID);
      await timeIs(page, "in force");
      const token = await page.inputValue("#token");
      assert.equal(JSON.parse(atob(token.split(".", 1)[0])).alg, algorithm);
      const at = token.lastIndexOf(".") + 10;
      await paste(
        page,
        `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`,
      );
      await signatureIs(page, "invalid");
    }
  },
  async "signature and time have verdicts of their own"(open) {
    const page = await open({ now: SIMPLEJWT.exp + 3600 });
    await giveKey(page, SIMPLEJWT.secret);
    await paste(page, SIMPLEJWT.token);
    await shows(page, "#time-line", "Time: expired Expired 1 hour ago.");
    await signatureIs(page, VALID);
    await giveKey(page, `${SIMPLEJWT.secret}!`);
    await timeIs(page, "expired");
    await signatureIs(page, "invalid");
  },
  async "typing a key never changes the token"(open) {
    const page = await open();
    await paste(page, sign({ sub: "1" }));
    const before = await page.inputValue("#token");
    for (const key of [
      "x",
      SECRET,
      Key.generate("ES256").toPem(),
      "{}",
      `{"kty":"oct","k":"AA"}`,
    ]) {
      await giveKey(page, key);
      assert.equal(await page.inputValue("#token"), before);
    }
  },

  async "a secret is read in the encoding that is chosen, and the hint names the right one"(open) {
    const page = await open();
    await paste(page, sign({}));
    for (const [encoding, hint] of [
      ["base64", /base64 secret/],
      ["base64url", /base64/],
      ["hex", /hexadecimal secret/],
    ]) {
      const text = Buffer.from(SECRET).toString(encoding);
      await giveKey(page, text);
      await signatureIs(page, "invalid");
      assert.match(await page.locator("#signature-detail").innerText(), hint, encoding);
      await giveKey(page, text, encoding);
      await signatureIs(page, VALID);
      assert.equal(await page.locator("#signature-detail").innerText(), "");
    }
    await giveKey(page, "xyz", "hex");
    await signatureIs(
      page,
      "cannot be checked: the secret is not hexadecimal: two digits, 0–9 and a–f, for each byte",
    );
  },
  async "a short secret is tried, and found fault with; one that is long enough is not"(open) {
    const page = await open();
    await paste(page, sign({}, { secret: "short" }));
    await giveKey(page, "short");
    await signatureIs(page, VALID);
    assert.equal(await page.locator("[data-code=short-secret]").count(), 1);
    await paste(page, sign({}));
    await giveKey(page, SECRET);
    await signatureIs(page, VALID);
    assert.equal(await page.locator("[data-code=short-secret]").count(), 0);
  },

  async "PEM, JWK and key sets are told from their content"(open) {
    const page = await open();
    const key = Key.generate("ES256");
    await paste(page, encode({ sub: "1" }, key, { header: { kid: "one" } }));
    const jwk = { ...key.toJwk(), kid: "one" };
    const forms = [
      key.toPem(),
      JSON.stringify(jwk),
      JSON.stringify({ keys: [jwk] }),
      JSON.stringify([jwk]),
    ];
    for (const form of forms) {
      await giveKey(page, form);
      await signatureIs(page, VALID);
    }
    const other = Key.generate("ES256");
    for (const form of [other.toPem(), JSON.stringify(other.toJwk())]) {
      await giveKey(page, form);
      await signatureIs(page, "invalid");
    }
  },
  async "the kid chooses in a set; where none has it, a hint says which key would fit"(open) {
    const page = await open();
    const [key, other] = [Key.generate("ES256"), Key.generate("ES256")];
    const set = (...kids) =>
      JSON.stringify({
        keys: [other, key].map((one, index) => ({ ...one.toJwk(), kid: kids[index] })),
      });
    await paste(page, encode({ sub: "1" }, key, { header: { kid: "k" } }));
    await giveKey(page, set("x", "k"));
    await signatureIs(page, VALID);
    await shows(page, "#signature-detail", "The key with the id k fits.");
    await giveKey(page, set("x", "y"));
    await signatureIs(page, 'cannot be checked: no key of the set has the id "k"');
    assert.match(await page.locator("#signature-detail").innerText(), /under key 2 of the set/);
    await giveKey(page, set("k", "y"));
    await signatureIs(page, "invalid");
  },
  async "every key file that openssl makes is read, or refused in words"(open) {
    const page = await open();
    await paste(page, sign({}));
    for (const { name, pem } of FORMS.filter(({ pem }) => pem).slice(0, 60)) {
      await giveKey(page, pem);
      const status = await page.locator("#signature-status").innerText();
      assert.match(status, /^Signature: cannot be checked: \w{2,}/, name);
      assert.doesNotMatch(status, /undefined|\{/, name);
    }
  },
  async "an encrypted key asks for its passphrase"(open) {
    const page = await open();
    const form = FORMS.find(
      ({ pem, passphrase }) => passphrase && pem?.includes("ENCRYPTED PRIVATE"),
    );
    await paste(page, sign({}));
    assert.equal(await page.isVisible("#passphrase"), false);
    await giveKey(page, form.pem);
    await signatureIs(page, "cannot be checked: the key is encrypted: its passphrase is needed");
    await page.fill("#passphrase", `${form.passphrase}x`);
    await signatureIs(page, "cannot be checked: the passphrase is wrong");
    await page.fill("#passphrase", form.passphrase);
    await signatureIs(page, "cannot be checked: this key is not one for HS256");
  },
  async "a dropped DER file becomes PEM"(open) {
    const page = await open();
    const key = Key.generate("ES256");
    const der = Buffer.from(key.toPem().replace(/-----[^-]+-----|\s/g, ""), "base64");
    await paste(page, encode({ sub: "1" }, key));
    const drop = (bytes) =>
      page.evaluate(
        (list) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(list)], "key.der"));
          const event = new DragEvent("drop", {
            dataTransfer: data,
            bubbles: true,
            cancelable: true,
          });
          document.querySelector("#key-panel").dispatchEvent(event);
        },
        [...bytes],
      );
    await drop(der);
    await until(page, () => document.querySelector("#key").value.startsWith("-----BEGIN"));
    await signatureIs(page, VALID);
    await drop(Buffer.concat([der, Buffer.from([0])]));
    await untilText(page, "This file holds neither text nor a key.");
  },

  async "a key inside the token proves nothing, and that is said"(open) {
    const page = await open();
    const key = Key.generate("ES256");
    const token = encode({ sub: "1" }, key, { header: { jwk: key.toJwk() } });
    await paste(page, token);
    await signatureIs(page, "valid only with the key inside the token, which proves nothing");
    assert.equal(await page.getAttribute("#signature-line", "data-state"), "embedded");
    await giveKey(page, key.toPem());
    await signatureIs(page, VALID);
    await giveKey(page, "");
    await paste(
      page,
      encode({ sub: "1" }, Key.generate("ES256"), { header: { jwk: key.toJwk() } }),
    );
    await signatureIs(page, "not checked");
  },
  async "what cannot be checked says why"(open) {
    const page = await open();
    await giveKey(page, SECRET);
    const unsecured = `${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`;
    const cases = [
      [unsecured, "alg is none, so nobody has signed this token"],
      [sign({}, { header: { alg: "HS257" } }), "the algorithm HS257 is not known here"],
      [sign({}, { header: { alg: "ES256" } }), "this key is not one for ES256"],
      [
        sign({}, { header: { alg: "HS256", crit: ["x"], x: 1 } }),
        "its header asks for an extension that is not known here",
      ],
    ];
    for (const [token, reason] of cases) {
      await paste(page, token);
      await signatureIs(page, `cannot be checked: ${reason}`);
    }
    await paste(page, sign({}));
    await signatureIs(page, VALID);
    await giveKey(page, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
    await signatureIs(
      page,
      "cannot be checked: what is inside the PEM block is damaged or something else than it says",
    );
  },
  async "the checks are listed one by one, with outcome and rule"(open) {
    const page = await open();
    await giveKey(page, SECRET);
    await paste(page, sign({ exp: NOW - 1 }));
    const outcome = (name) =>
      page.locator(`[data-check=${name}] .outcome`).getAttribute("data-state");
    assert.equal(await outcome("signature"), "passed");
    assert.equal(await outcome("exp"), "failed");
    assert.equal(await outcome("nbf"), "skipped");
    assert.match(await page.locator("[data-check=exp]").innerText(), /ERR_JWT_EXPIRED, RFC 7519/);
    await paste(page, sign({ exp: NOW + 1 }));
    assert.equal(await outcome("exp"), "passed");
  },
};

const EVERY_ALGORITHM = [
  ...["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "ES256K", "EdDSA", "Ed25519"],
  ...["ML-DSA-44", "ML-DSA-65", "ML-DSA-87"],
];
