/**
 * What the examples are: fresh tokens that hold with the keys given along, and with nothing else.
 */
import assert from "node:assert/strict";
import { createPublicKey, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { Key, decode, encode, verify } from "../../../pkg/dist/full.js";
import { EXAMPLE_RSA_KEY } from "../../../www/src/keys/example-rsa-key.js";
import {
  EXAMPLE_ALGORITHMS,
  EXAMPLE_SECRET,
  generateKey,
  makeExample,
} from "../../../www/src/keys/examples.js";
import { keyTexts } from "../../../www/src/keys/key-texts.js";
import { readKey } from "../../../www/src/keys/read-key.js";

const NOW = 1_795_368_510.9;

/** What the package takes for a pasted text, as the page reads it. */
function read(text, encoding) {
  assert.equal(encoding, "text");
  return readKey(text, encoding).input;
}

/** `token` with one letter of its signature changed: the first, every bit of which counts. */
function tampered(token) {
  const at = token.lastIndexOf(".") + 1;
  return token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
}

export const facts = {
  "every algorithm of the package has an example"() {
    // All of docs and specification: RFC 7518, 8037, 8812, 9864 and 9964.
    const names =
      "HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 ES256K EdDSA Ed25519 ML-DSA-44 ML-DSA-65 ML-DSA-87";
    assert.deepEqual(EXAMPLE_ALGORITHMS, names.split(" "));
  },
  "each example holds with its verifying key, and with one letter changed it does not"() {
    for (const algorithm of EXAMPLE_ALGORITHMS) {
      const { token, verifyingKey, encoding } = makeExample(algorithm, { Key, encode, now: NOW });
      const key = read(verifyingKey, encoding);
      const options = { now: NOW, algorithms: [algorithm], audience: "https://api.example" };
      assert.equal(verify(token, key, options).payload.sub, "ada", algorithm);
      assert.throws(() => verify(tampered(token), key, options), {
        code: "ERR_JWT_SIGNATURE_INVALID",
      });
    }
  },
  "an example is valid for a quarter of an hour and no longer"() {
    const { token, verifyingKey } = makeExample("HS256", { Key, encode, now: NOW });
    const { iat, exp } = decode(token).payload;
    assert.deepEqual([iat, exp], [1_795_368_510, 1_795_369_410]);
    assert.ok(verify(token, verifyingKey, { now: exp - 1 }));
    assert.throws(() => verify(token, verifyingKey, { now: exp }), { code: "ERR_JWT_EXPIRED" });
  },
  "the signing key of each example signs, the verifying key of a pair does not"() {
    for (const algorithm of EXAMPLE_ALGORITHMS) {
      const example = makeExample(algorithm, { Key, encode, now: NOW });
      const [signing, verifying] = [example.signingKey, example.verifyingKey].map((text) =>
        read(text, example.encoding),
      );
      const token = encode({ sub: "b" }, signing, { algorithm });
      assert.equal(verify(token, verifying).payload.sub, "b", algorithm);
      if (algorithm.startsWith("HS")) assert.equal(signing, verifying);
      else
        assert.throws(() => encode({}, verifying, { algorithm }), { code: "ERR_JWT_KEY_INVALID" });
    }
  },
  "the secrets are for everybody to see, and as long as the hash"() {
    const secretOf = (algorithm) => makeExample(algorithm, { Key, encode, now: NOW }).signingKey;
    assert.equal(secretOf("HS256"), EXAMPLE_SECRET);
    assert.deepEqual(
      ["HS256", "HS384", "HS512"].map(secretOf).map((secret) => secret.length),
      [32, 48, 64],
    );
  },
  "the RSA key is the one of RFC 7515, appendix A.2"() {
    const vectors = JSON.parse(
      readFileSync(new URL("../../vectors/signatures.json", import.meta.url), "utf8"),
    );
    const { key } = vectors.find(({ name }) => name === "RFC 7515 A.2");
    assert.deepEqual(EXAMPLE_RSA_KEY, key.json);
  },
  "PEM of the examples is what node reads too"() {
    const { verifyingKey } = makeExample("ES384", { Key, encode, now: NOW });
    assert.equal(createPublicKey(verifyingKey).asymmetricKeyDetails?.namedCurve, "secp384r1");
  },

  async "a new key signs, and no two are the same"() {
    const { subtle } = webcrypto;
    for (const algorithm of ["HS384", "RS256", "PS512", "ES256K", "Ed25519", "ML-DSA-44"]) {
      const [one, other] = await Promise.all(
        [1, 2].map(() => generateKey(algorithm, { Key, subtle })),
      );
      const token = encode({}, read(one.signingKey, one.encoding), { algorithm });
      assert.ok(verify(token, read(one.verifyingKey, one.encoding)), algorithm);
      assert.throws(() => verify(token, read(other.verifyingKey, other.encoding)), {
        code: "ERR_JWT_SIGNATURE_INVALID",
      });
    }
  },
  async "RSA keys are the host's work where it can"() {
    const calls = [];
    const subtle = {
      generateKey: (...given) => (calls.push(given[0].modulusLength), { privateKey: "it" }),
      exportKey: () => ({ ...EXAMPLE_RSA_KEY, alg: "RS256", key_ops: ["verify"], ext: true }),
    };
    const { signingKey } = await generateKey("PS256", { Key, subtle });
    assert.equal(calls[0], 2048);
    assert.deepEqual(Key.fromPem(signingKey).toJwk({ private: true }), {
      ...Key.fromJwk(EXAMPLE_RSA_KEY).toJwk({ private: true }),
    });
    await generateKey("ES256", { Key, subtle });
    assert.equal(calls.length, 1);
  },

  "a pair has all texts, a public key no private one, a secret its JWK alone"() {
    const pair = Key.generate("ES256");
    const texts = keyTexts(pair);
    assert.deepEqual(Object.keys(texts).sort(), [
      "jwk",
      "jwkPublic",
      "pem",
      "pemPublic",
      "thumbprint",
    ]);
    assert.match(texts.pem, /^-----BEGIN PRIVATE KEY-----/);
    assert.ok("d" in JSON.parse(texts.jwk) && !("d" in JSON.parse(texts.jwkPublic)));
    const open = keyTexts(Key.fromPem(texts.pemPublic));
    assert.deepEqual(Object.keys(open).sort(), ["jwkPublic", "pemPublic", "thumbprint"]);
    assert.equal(open.thumbprint, texts.thumbprint);
    assert.deepEqual(JSON.parse(keyTexts(Key.fromSecret(EXAMPLE_SECRET)).jwk), {
      kty: "oct",
      k: Buffer.from(EXAMPLE_SECRET).toString("base64url"),
    });
    assert.deepEqual(Object.keys(keyTexts(Key.fromSecret(EXAMPLE_SECRET))), ["jwk"]);
  },
  "a thumbprint is the one of RFC 8037, appendix A.3"() {
    const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const key = Key.fromJwk({ kty: "OKP", crv: "Ed25519", x });
    assert.equal(keyTexts(key).thumbprint, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  },
};
