/** Reading keys and verdicts without a DOM. */
import assert from "node:assert/strict";
import { Key, encode, inspect } from "../../../pkg/dist/full.js";
import { describeKey } from "../../../www/src/keys/describe-key.js";
import { keyFileText } from "../../../www/src/keys/key-file.js";
import { readKey } from "../../../www/src/keys/read-key.js";
import { readSecret } from "../../../www/src/keys/secret-bytes.js";
import { readToken } from "../../../www/src/reading/read-token.js";
import { verdictOf } from "../../../www/src/signature/verdict.js";
import { SECRET, sign } from "../tokens.mjs";

const verdict = (token, typed, encoding = "text", options = {}) =>
  verdictOf({ inspect, Key }, readToken(inspect, token), readKey(typed, encoding), options);

export const facts = {
  "secrets are read in each encoding"() {
    const bytes = (typed, encoding) => [...readSecret(typed, encoding).secret];
    assert.equal(readSecret(" a ", "text").secret, " a ");
    for (const typed of ["+/8=", "+/8", " +/8=\n"])
      assert.deepEqual(bytes(typed, "base64"), [251, 255]);
    for (const typed of ["-_8=", "-_8"]) assert.deepEqual(bytes(typed, "base64url"), [251, 255]);
    assert.deepEqual(bytes("fBff", "hex"), [251, 255]);
  },
  "secrets of another encoding are refused"() {
    const cases = [
      ["-_8", "base64"],
      ["a", "base64"],
      ["ab=", "base64"],
      ["+/8", "base64url"],
      ["abcde", "base64url"],
      ["abc", "hex"],
      ["xy", "hex"],
    ];
    for (const [typed, encoding] of cases) {
      assert.equal(readSecret(typed, encoding).refusal, `not ${encoding}`, typed);
    }
  },
  "what a text is, its content says"() {
    const { kty, crv, x, y } = Key.generate("ES256").toJwk();
    const jwk = JSON.stringify({ kty, crv, x, y });
    const kinds = [
      ["", "none"],
      ["secret", "secret"],
      ["{not json", "secret"],
      ['{"a":1}', "secret"],
      ["[1,2]", "secret"],
      ["[]", "secret"],
      [jwk, "jwk"],
      [` \n${jwk}`, "jwk"],
      [`{"keys":[${jwk}]}`, "jwks"],
      ['{"keys":[]}', "jwks"],
      [`[${jwk}]`, "jwks"],
      ["-----BEGIN PUBLIC KEY-----", "pem"],
      [`  \n-----BEGIN RSA PRIVATE KEY-----`, "pem"],
    ];
    for (const [typed, kind] of kinds) assert.equal(readKey(typed, "text").kind, kind, typed);
    // As base64 it is a secret and nothing else.
    assert.equal(readKey(Buffer.from(jwk).toString("base64"), "base64").kind, "secret");
  },
  "a file is text, without the line break of editors, or DER that becomes PEM"() {
    const bytes = (text) => new TextEncoder().encode(text);
    assert.equal(keyFileText(bytes("secret\n"), Key), "secret");
    assert.equal(keyFileText(bytes("secret\n\n"), Key), "secret\n");
    const key = Key.generate("ES256");
    for (const pem of [key.toPem(), key.toPem({ private: true })]) {
      const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
      assert.equal(keyFileText(der, Key), pem);
      assert.equal(keyFileText(Buffer.concat([der, Buffer.from([0])]), Key), undefined);
    }
  },
  "a key is described: private or public, and how long an RSA key is"() {
    const es = Key.generate("ES256");
    const described = (text) => describeKey(readKey(text, "text"), Key);
    assert.deepEqual(described(es.toPem()), { isPrivate: false });
    assert.deepEqual(described(es.toPem({ private: true })), { isPrivate: true });
    const rsa = { kty: "RSA", e: "AQAB", n: `${"_".repeat(341)}w` };
    assert.equal(described(JSON.stringify(rsa))?.rsaBits, 2048);
    assert.equal(described(SECRET), undefined);
    assert.equal(described("-----BEGIN X-----"), undefined);
  },

  "a signature holds with its key, and with no other, whatever the claims say"() {
    for (const claims of [{}, { exp: 1 }, { nbf: 9e9 }, { exp: "never" }]) {
      assert.equal(verdict(sign(claims), SECRET).state, "valid");
      assert.equal(verdict(sign(claims), `${SECRET}x`).state, "invalid");
    }
    assert.equal(verdict(sign({}), "").state, "not-checked");
  },
  "a short secret is tried, also one that is long enough for HS256 only"() {
    assert.equal(verdict(sign({}, { secret: "short" }), "short").state, "valid");
    assert.equal(verdict(sign({}, { secret: "short" }), "shorts").state, "invalid");
    const hs512 = encode({}, SECRET, { algorithm: "HS512", allowWeakKey: true });
    assert.equal(verdict(hs512, SECRET).state, "valid");
  },
  "a key inside the token proves nothing; another's inside it not even that"() {
    const key = Key.generate("ES256");
    const own = encode({}, key, { header: { jwk: key.toJwk() } });
    assert.equal(verdict(own, "").state, "embedded");
    const alien = encode({}, Key.generate("ES256"), { header: { jwk: key.toJwk() } });
    assert.equal(verdict(alien, "").state, "not-checked");
    assert.equal(verdict(own, Key.generate("ES256").toPem()).state, "invalid");
    for (const jwk of [null, 1, {}, { kty: "EC" }, { kty: "oct", k: "" }]) {
      const odd = encode({}, key, { header: { jwk } });
      assert.equal(verdict(odd, "").state, "not-checked", JSON.stringify(jwk));
    }
  },
  "what cannot be checked has a reason"() {
    const unsecured = `${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`;
    const cases = [
      [unsecured, SECRET, "none"],
      ["a.b", SECRET, "malformed"],
      [sign({}, { header: { alg: "HS257" } }), SECRET, "alg"],
      [sign({}, { header: { alg: "HS256", crit: ["x"], x: 1 } }), SECRET, "crit"],
      [sign({}), Key.generate("ES256").toPem(), "key-not-for-alg"],
      [sign({}, { header: { alg: "HS256", kid: "a" } }), kidSet("b"), "kid"],
      [sign({}), '{"kty":"EC"}', "not a jwk"],
      [sign({}), "-----BEGIN PUBLIC KEY-----", "pem block broken or not canonical base64"],
    ];
    for (const [token, typed, reason] of cases) {
      const found = verdict(token, typed);
      assert.deepEqual([found.state, found.reason], ["cannot", reason], reason);
    }
    assert.equal(verdict(sign({}), "zz", "hex").reason, "not hex");
    assert.equal(
      verdict(sign({}, { header: { alg: "HS256", kid: "a" } }), kidSet("a")).state,
      "valid",
    );
  },
  "the hint of an invalid signature names its cause"() {
    const base64 = Buffer.from(SECRET).toString("base64");
    assert.equal(verdict(sign({}), base64).hints[0].code, "secret-is-base64");
    assert.equal(verdict(sign({}), `${SECRET} `).hints[0].code, "secret-is-padded");
    assert.deepEqual(verdict(sign({}), base64, "base64").hints, []);
  },
};

function kidSet(kid) {
  return JSON.stringify({
    keys: [{ kty: "oct", kid, k: Buffer.from(SECRET).toString("base64url") }],
  });
}
