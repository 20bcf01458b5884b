/**
 * Every algorithm with a key pair, over tokens that others have signed: synchronously in the entry
 * that has them all, through the host's WebCrypto in the others.
 */
import { equal, ok, refuses, rejects } from "../harness.mjs";

/** A moment at which the tokens of tests/vectors/algorithms.json are valid. */
const now = 1_750_000_000;

/** Another algorithm that the same key takes, or that a key of the same kind takes. */
const NEAR = {
  RS256: "PS256",
  RS384: "RS256",
  RS512: "RS384",
  PS256: "RS256",
  PS384: "PS256",
  PS512: "PS384",
  ES256: "ES256K",
  ES384: "ES512",
  ES512: "ES384",
  ES256K: "ES256",
  EdDSA: "ES256",
  Ed25519: "ES256",
  "ML-DSA-44": "ML-DSA-65",
  "ML-DSA-65": "ML-DSA-87",
  "ML-DSA-87": "ML-DSA-44",
};

export default function (test, { api, vectors }) {
  const isFull = "inspect" in api;
  const unsupported = (alg) => ({ code: "ERR_JWT_ALG_UNSUPPORTED", alg });

  for (const row of vectors.algorithms) {
    const { alg, token, publicJwk, publicPem, privateJwk, privatePem } = row;
    const payload = JSON.parse(atob(token.split(".")[1]));
    if (!isFull) {
      test(`${alg}: verify and encode say that this entry has it not`, () => {
        for (const key of [publicJwk, publicPem, privateJwk, privatePem]) {
          refuses(() => api.verify(token, key, { now }), unsupported(alg));
        }
        refuses(() => api.encode({}, privatePem, { algorithm: alg }), unsupported(alg));
      });
    }

    const ways = {
      verifyAsync: (...args) => api.verifyAsync(...args),
      createVerifier: async (token, ...rest) => api.createVerifier(...rest).verifyAsync(token),
      ...(isFull && { verify: async (...args) => api.verify(...args) }),
    };
    for (const [way, verify] of Object.entries(ways)) {
      test(`${alg}: ${way} takes every form of the key, and no other key`, async () => {
        if (!(await has(alg, isFull))) {
          await rejects(verify(token, publicJwk, { now }), unsupported(alg));
          return;
        }
        const { kid } = publicJwk;
        const match = kid === undefined ? { index: 0 } : { index: 0, kid };
        for (const [key, expected] of [
          [publicJwk, match],
          [privateJwk, match],
          [publicPem, { index: 0 }],
          [privatePem, { index: 0 }],
          [api.Key.fromPem(publicPem), { index: 0 }],
          [{ keys: [publicJwk] }, match],
          [["a secret of thirty-two bytes: ok", publicJwk], { ...match, index: 1 }],
        ]) {
          const verified = await verify(token, key, { now, issuer: "vectors" });
          equal(verified.payload, payload);
          equal(verified.header.alg, alg);
          equal(verified.key, expected);
        }
      });

      test(`${alg}: ${way} refuses what is near`, async () => {
        if (!(await has(alg, isFull))) return;
        const invalid = { code: "ERR_JWT_SIGNATURE_INVALID" };
        const [head, body, signature] = token.split(".");
        const bytes = bytesOf(signature);
        const changed = (change) => `${head}.${body}.${textOf(change(bytes))}`;
        for (const [what, wrong] of [
          ["a bit of the beginning", changed((bytes) => bytes.with(0, bytes[0] ^ 1))],
          ["a bit of the middle", changed((b) => b.with(b.length >> 1, b[b.length >> 1] ^ 16))],
          ["a bit of the end", changed((bytes) => bytes.with(-1, bytes.at(-1) ^ 128))],
          ["a byte too few", changed((bytes) => bytes.slice(1))],
          ["a byte too many", changed((bytes) => Uint8Array.from([0, ...bytes]))],
          ["a byte after it", changed((bytes) => Uint8Array.from([...bytes, 0]))],
          ["zeros", changed((bytes) => new Uint8Array(bytes.length))],
          ["all ones", changed((bytes) => new Uint8Array(bytes.length).fill(255))],
          ["none", `${head}.${body}.`],
          ["other claims", `${head}.${btoa('{"iss":"vectors"}').replaceAll("=", "")}.${signature}`],
        ]) {
          await rejects(verify(wrong, publicPem, { now }), invalid, what);
        }
        await rejects(verify(token, await another(alg, api), { now }), invalid, "another key");
        const expired = { code: "ERR_JWT_EXPIRED", claim: "exp" };
        await rejects(verify(token, publicPem, { now: payload.exp }), expired);
        const notAllowed = { code: "ERR_JWT_ALG_NOT_ALLOWED", alg };
        await rejects(verify(token, publicPem, { now, algorithms: [NEAR[alg]] }), notAllowed);
        await rejects(verify(token, "a secret of thirty-two bytes: ok", { now }), notAllowed);
        const relabelled = textOf(new TextEncoder().encode(`{"alg":"${NEAR[alg]}"}`));
        const confused = verify(`${relabelled}.${body}.${signature}`, publicPem, { now });
        const takesBoth = publicJwk.kty === "RSA";
        const code = takesBoth ? "ERR_JWT_SIGNATURE_INVALID" : "ERR_JWT_ALG_NOT_ALLOWED";
        await rejects(confused, { code }, "another alg");
      });
    }

    const signs = {
      encodeAsync: (...args) => api.encodeAsync(...args),
      createSigner: async (claims, ...rest) => api.createSigner(...rest).encodeAsync(claims),
      ...(isFull && { encode: async (...args) => api.encode(...args) }),
    };
    for (const [way, encode] of Object.entries(signs)) {
      test(`${alg}: ${way} signs what verifies, here and with WebCrypto`, async () => {
        if (!(await has(alg, isFull))) {
          await rejects(encode({}, privatePem, { algorithm: alg }), unsupported(alg));
          return;
        }
        for (const key of [privateJwk, privatePem, api.Key.fromJwk(privateJwk)]) {
          const made = await encode({ sub: "ada" }, key, { algorithm: alg });
          const { header, payload } = await api.verifyAsync(made, publicJwk);
          equal([header.alg, payload], [alg, { sub: "ada" }]);
          if (await has(alg, false)) ok(await holds(alg, publicJwk, made), "WebCrypto refuses it");
        }
        for (const key of [publicJwk, publicPem]) {
          await rejects(encode({}, key, { algorithm: alg }), {
            code: "ERR_JWT_KEY_INVALID",
            reason: "no private part to sign with",
          });
        }
      });
    }

    // Making an RSA key takes long, and its algorithm makes no difference.
    if (publicJwk.kty === "RSA" && alg !== "RS256") continue;
    test(`${alg}: keys that are generated sign, verify, and go out and in again`, async () => {
      if (!(await has(alg, isFull))) {
        await rejects(
          Promise.resolve().then(() => api.Key.generate(alg)),
          unsupported(alg),
        );
        return;
      }
      const key = await api.Key.generate(alg);
      ok(key.isPrivate && key.algorithms.includes(alg));
      const made = await api.encodeAsync({ n: 1 }, key, { algorithm: alg });
      const publicKey = api.Key.fromPem(key.toPem());
      ok(!publicKey.isPrivate);
      equal(publicKey.toJwk(), key.toJwk());
      equal(publicKey.thumbprint(), key.thumbprint());
      equal((await api.verifyAsync(made, publicKey)).payload, { n: 1 });
      const again = api.Key.fromJwk(key.toJwk({ private: true }));
      equal(again.toPem({ private: true }), key.toPem({ private: true }));
      await rejects(api.verifyAsync(made, publicPem), { code: "ERR_JWT_SIGNATURE_INVALID" });
    });
  }

  if (!isFull) {
    test("a key is made even if the host fails once, and not if it fails for ever", async () => {
      const { subtle } = crypto;
      const own = subtle.generateKey;
      let failures = 1;
      const failing = (...args) => {
        if (failures-- > 0) return Promise.reject(new DOMException("", "OperationError"));
        return own.apply(subtle, args);
      };
      Object.defineProperty(subtle, "generateKey", { value: failing, configurable: true });
      try {
        equal((await api.Key.generate("ES256")).kty, "EC");
        failures = Infinity;
        const refused = { code: "ERR_JWT_KEY_INVALID", reason: "refused by the host" };
        await rejects(api.Key.generate("ES256"), refused);
      } finally {
        delete subtle.generateKey;
      }
      equal((await api.Key.generate("ES256")).kty, "EC");
    });
  }

  test("an RSA key that nobody names an algorithm for cannot sign", () => {
    const { privatePem } = vectors.algorithms[0];
    let error;
    try {
      api.createSigner(privatePem);
    } catch (thrown) {
      error = thrown;
    }
    ok(error instanceof TypeError && /option algorithm/.test(error.message), String(error));
  });
}

/** Another key for the algorithm. RSA keys are the host's, which makes them faster. */
async function another(alg, { Key }) {
  if (!/^[RP]S/.test(alg)) return (await Key.generate(alg)).toJwk();
  const parameters = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey({ ...parametersOf(alg), ...parameters }, true, [
    "sign",
    "verify",
  ]);
  const { kty, n, e } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  return { kty, n, e };
}

/** Whether the entry, or else the host, has the algorithm. */
async function has(alg, isFull) {
  if (isFull) return true;
  try {
    await crypto.subtle.generateKey(
      { ...parametersOf(alg), modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ["sign", "verify"],
    );
    return true;
  } catch (error) {
    // WebKitGTK has it, and fails now and then.
    return error.name === "OperationError";
  }
}

/** Whether WebCrypto, asked directly, takes the signature. */
async function holds(alg, { kid: _, alg: __, ...jwk }, token) {
  const [head, body, signature] = token.split(".");
  const parameters = parametersOf(alg);
  if (jwk.kty === "AKP") jwk.alg = alg;
  const key = await crypto.subtle.importKey("jwk", jwk, parameters, false, ["verify"]);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  return crypto.subtle.verify(parameters, key, bytesOf(signature), signed);
}

function parametersOf(alg) {
  const hash = `SHA-${alg.slice(2)}`;
  if (alg.startsWith("RS")) return { name: "RSASSA-PKCS1-v1_5", hash };
  if (alg.startsWith("PS")) return { name: "RSA-PSS", hash, saltLength: Number(alg.slice(2)) / 8 };
  if (alg.startsWith("ES")) {
    const namedCurve = { ES256: "P-256", ES384: "P-384", ES512: "P-521" }[alg] ?? "none";
    return { name: "ECDSA", namedCurve, hash };
  }
  return { name: alg === "EdDSA" ? "Ed25519" : alg };
}

function bytesOf(base64url) {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function textOf(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
