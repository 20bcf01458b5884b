/**
 * The asynchronous calls: the same answers as the synchronous ones, and the host's own keys.
 */
import { equal, mistypes, ok, refuses, rejects } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const now = 1_750_000_000;

export default function (test, { api, vectors }) {
  const { Key, createSigner, createVerifier, encode, encodeAsync, verify, verifyAsync } = api;
  const rsa = vectors.algorithms.find(({ alg }) => alg === "RS256");
  const ec = vectors.algorithms.find(({ alg }) => alg === "ES256");

  test("verifyAsync answers as verify does, on every vector", async () => {
    for (const { name, token, key, options, error } of vectors.verify) {
      let expected;
      try {
        expected = verify(token, readKey(key), options);
      } catch (thrown) {
        expected = thrown;
      }
      let actual;
      try {
        actual = await verifyAsync(token, readKey(key), options);
      } catch (thrown) {
        actual = thrown;
      }
      // A known algorithm that this entry lacks is no reason for an asynchronous call to refuse.
      if (expected.code === "ERR_JWT_ALG_UNSUPPORTED" && actual.code !== expected.code) {
        ok(/^(RS|PS|ES|Ed|ML)/.test(expected.alg), name);
        equal(actual.code, "ERR_JWT_ALG_NOT_ALLOWED", name);
        continue;
      }
      equal({ ...actual }, { ...expected }, name);
      equal(actual instanceof Error, error !== undefined, name);
    }
  });

  test("encodeAsync answers as encode does", async () => {
    const options = { now, issuedAt: true, expiresIn: "1m", header: { kid: "x" } };
    equal(await encodeAsync({ a: 1 }, SECRET, options), encode({ a: 1 }, SECRET, options));
    const signer = createSigner(SECRET, options);
    equal(await signer.encodeAsync({ a: 1 }), signer.encode({ a: 1 }));
    await rejects(encodeAsync({ exp: "soon" }, SECRET), { code: "ERR_JWT_CLAIM_INVALID" });
  });

  test("what is wrong with an argument rejects, and throws nothing", async () => {
    for (const call of [
      () => verifyAsync(1, SECRET),
      () => verifyAsync("a.b.c", undefined),
      () => verifyAsync("a.b.c", SECRET, { nowe: 1 }),
      () => createVerifier(SECRET).verifyAsync(null),
      () => encodeAsync([], SECRET),
      () => encodeAsync({}, null),
      () => encodeAsync({}, SECRET, { issuer: 1 }),
      () => createSigner(SECRET).encodeAsync("claims"),
    ]) {
      const error = await call().then(
        () => undefined,
        (error) => error,
      );
      ok(error instanceof TypeError, `${call}: ${error}`);
    }
  });

  test("a CryptoKey verifies, alone and among others; the synchronous call says that it cannot", async () => {
    const key = await importPublic(ec);
    equal((await verifyAsync(ec.token, key, { now })).key, { index: 0 });
    equal((await verifyAsync(ec.token, [SECRET, key], { now })).key, { index: 1 });
    equal((await verifyAsync(ec.token, [rsa.publicJwk, key], { now })).key, { index: 1 });
    const verifier = createVerifier([{ keys: [rsa.publicJwk, rsa.publicJwk] }, key], { now });
    equal((await verifier.verifyAsync(ec.token)).key, { index: 2 });
    equal((await verifier.verifyAsync(ec.token)).key, { index: 2 });
    mistypes(() => verifier.verify(ec.token), /CryptoKey cannot be used synchronously/);
    mistypes(() => verify(ec.token, key), /CryptoKey cannot be used synchronously/);
    const broken = `${ec.token.slice(0, -6)}AAAAAA`;
    await rejects(verifyAsync(broken, key, { now }), { code: "ERR_JWT_SIGNATURE_INVALID" });
    await rejects(verifyAsync(rsa.token, key, { now }), { code: "ERR_JWT_ALG_NOT_ALLOWED" });
  });

  test("a CryptoKey signs, if it is for that", async () => {
    const pair = { name: "ECDSA", namedCurve: "P-384" };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(pair, false, [
      "sign",
      "verify",
    ]);
    const token = await encodeAsync({ a: 1 }, privateKey);
    equal((await verifyAsync(token, publicKey)).header.alg, "ES384");
    const signer = createSigner(privateKey);
    equal((await verifyAsync(await signer.encodeAsync({ b: 1 }), publicKey)).payload, { b: 1 });
    mistypes(() => signer.encode({}), /CryptoKey cannot be used synchronously/);
    mistypes(() => encode({}, privateKey), /CryptoKey cannot be used synchronously/);
    const unfit = { code: "ERR_JWT_KEY_INVALID", reason: "use or key_ops does not allow it" };
    await rejects(encodeAsync({}, publicKey), unfit);
    await rejects(verifyAsync(token, privateKey), unfit);
  });

  test("an HMAC CryptoKey is held to the length that its hash wants", async () => {
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const make = (length) =>
      crypto.subtle.generateKey({ ...hmac, length }, true, ["sign", "verify"]);
    const key = await make(256);
    const token = await encodeAsync({ a: 1 }, key);
    equal((await verifyAsync(token, key)).payload, { a: 1 });
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", key));
    equal(verify(token, raw).payload, { a: 1 });
    const short = { code: "ERR_JWT_KEY_INVALID", reason: "secret shorter than the hash" };
    await rejects(encodeAsync({}, await make(248)), short);
    await encodeAsync({}, await make(248), { allowWeakKey: true });
  });

  test("a CryptoKey for other work, or of an unknown kind, is refused", async () => {
    const aes = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
      "encrypt",
    ]);
    await rejects(verifyAsync(ec.token, aes), { code: "ERR_JWT_KEY_INVALID" });
    const rsa1 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };
    const { kid: _, ...jwk } = rsa.publicJwk;
    const sha1 = await crypto.subtle.importKey("jwk", jwk, rsa1, false, ["verify"]);
    const unknown = { code: "ERR_JWT_KEY_INVALID", reason: "key algorithm not supported" };
    await rejects(verifyAsync(rsa.token, sha1), unknown);
  });

  test("claims are judged after the signature, at the time when it was checked", async () => {
    let time = now;
    const verifier = createVerifier(ec.publicJwk, { now: () => time });
    const pending = verifier.verifyAsync(ec.token);
    time = 1_800_000_000;
    if ("inspect" in api) await pending;
    else await rejects(pending, { code: "ERR_JWT_EXPIRED" });
    const broken = `${ec.token.slice(0, -6)}AAAAAA`;
    await rejects(verifier.verifyAsync(broken), { code: "ERR_JWT_SIGNATURE_INVALID" });
  });

  test("many at once get each their own answer", async () => {
    const verifier = createVerifier([ec.publicJwk, rsa.publicJwk, SECRET], { now });
    const own = encode({ own: true }, SECRET);
    const tokens = [ec.token, rsa.token, own, `${rsa.token.slice(0, -6)}AAAAAA`, "x.y.z"];
    const calls = Array.from({ length: 50 }, (_, at) => verifier.verifyAsync(tokens[at % 5]));
    const results = await Promise.allSettled(calls);
    for (const [at, { value, reason }] of results.entries()) {
      const expected = [0, 1, 2, "ERR_JWT_SIGNATURE_INVALID", "ERR_JWT_MALFORMED"][at % 5];
      equal(value ? value.key.index : reason.code, expected);
    }
  });

  test("a verifier or signer that is freed while the host works is a TypeError", async () => {
    if ("inspect" in api) return;
    const verifier = createVerifier(ec.publicJwk, { now });
    const pending = verifier.verifyAsync(ec.token);
    verifier.free();
    const error = await pending.then(
      () => undefined,
      (error) => error,
    );
    ok(error instanceof TypeError && /was freed/.test(error.message), String(error));
  });

  test("a Key verifies on when verifiers made from it are gone", async () => {
    const key = Key.fromPem(ec.publicPem);
    const verifier = createVerifier(key, { now });
    await verifier.verifyAsync(ec.token);
    verifier.free();
    equal((await verifyAsync(ec.token, key, { now })).key, { index: 0 });
    key.free();
    const error = await verifyAsync(ec.token, key).then(
      () => undefined,
      (error) => error,
    );
    ok(error instanceof TypeError, String(error));
  });

  test("a cache answers asynchronous calls too, and is asked for the time", async () => {
    let time = now;
    const verifier = createVerifier(ec.publicJwk, { now: () => time, cache: 4 });
    const first = await verifier.verifyAsync(ec.token);
    const second = await verifier.verifyAsync(ec.token);
    equal(second, first);
    ok(second.payload !== first.payload, "shared unasked");
    time = 1_800_000_000;
    await rejects(verifier.verifyAsync(ec.token), { code: "ERR_JWT_EXPIRED" });
  });

  test("an unknown kid names itself and those on offer", async () => {
    const set = {
      keys: [
        { ...rsa.publicJwk, kid: "one" },
        { ...rsa.publicJwk, kid: "two" },
      ],
    };
    const { privateJwk } = rsa;
    const token = await encodeAsync({}, privateJwk, {
      algorithm: "RS256",
      header: { kid: "three" },
    });
    const missing = { code: "ERR_JWT_KEY_NOT_FOUND", kid: "three", offered: ["one", "two"] };
    await rejects(verifyAsync(token, set), missing);
    const known = await encodeAsync({}, privateJwk, { algorithm: "RS256", header: { kid: "two" } });
    equal((await verifyAsync(known, set)).key, { index: 1, kid: "two" });
  });

  test("no error of an asynchronous call holds the key", async () => {
    const pem = rsa.privatePem.replace("A", "B");
    const error = await verifyAsync(rsa.token, pem).then(
      () => undefined,
      (error) => error,
    );
    ok(
      !JSON.stringify({ ...error, message: error?.message }).includes(rsa.privatePem.slice(60, 90)),
    );
    refuses(() => Key.fromPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"), {
      code: "ERR_JWT_KEY_INVALID",
    });
  });

  async function importPublic({ publicJwk: { kid: _, ...jwk } }) {
    const parameters = { name: "ECDSA", namedCurve: jwk.crv };
    return crypto.subtle.importKey("jwk", jwk, parameters, false, ["verify"]);
  }
}

/** A key as the vectors write it. */
function readKey({ secret, bytes, json, list }) {
  if (secret !== undefined) return secret;
  if (bytes !== undefined) return Uint8Array.from(bytes.match(/../g), (byte) => parseInt(byte, 16));
  return list ? list.map(readKey) : json;
}
