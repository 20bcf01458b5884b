/**
 * Keys in every form, as openssl writes them: what each is, or why it is refused.
 */
import { equal, mistypes, ok, refuses, rejects } from "../harness.mjs";

export default function (test, { api, vectors }) {
  const { Key, createVerifier, verifyAsync } = api;
  const isFull = "inspect" in api;
  const invalid = (reason) => ({ code: "ERR_JWT_KEY_INVALID", reason });
  const read = ({ pem, der, form }) =>
    pem !== undefined ? Key.fromPem(pem) : Key.fromDer(bytesOf(der), form);
  const open = async ({ pem, der, form }, passphrase) =>
    pem !== undefined
      ? Key.fromPem(pem, { passphrase })
      : Key.fromDer(bytesOf(der), form, { passphrase });

  for (const row of vectors["key-forms"]) {
    const {
      name,
      passphrase,
      reason,
      takes,
      jwk,
      private: whole,
      validity,
      half,
      compressed,
    } = row;
    test(`key form: ${name}`, async () => {
      if (reason || (compressed && !isFull)) {
        const expected = invalid(reason ?? "compressed point");
        if (passphrase === undefined) refuses(() => read(row), expected);
        else await rejects(open(row, passphrase), expected);
        return;
      }
      if (passphrase !== undefined) {
        refuses(() => read(row), invalid("encrypted: a passphrase is needed"));
        if (!isFull && row.pbes2.keyBytes === 24 && !(await hasAes192())) {
          await rejects(open(row, passphrase), invalid("encryption not supported"));
          return;
        }
        await rejects(open(row, `${passphrase}!`), invalid("wrong passphrase"));
      }
      const key = passphrase === undefined ? read(row) : await open(row, passphrase);
      if (takes) equal(key.algorithms, takes);
      const dates = validity && { notBefore: validity[0], notAfter: validity[1] };
      equal(key.certificate, dates);
      if (!jwk) return;
      equal(key.kty, jwk.kty);
      equal(key.isPrivate, whole !== undefined);
      if (half && !isFull) {
        refuses(() => key.toJwk(), invalid("public part not known in this build"));
        return;
      }
      const { alg: _, ...own } = key.toJwk();
      equal(sorted(own), sorted(jwk));
      if (whole) {
        const { alg: _, ...all } = key.toJwk({ private: true });
        equal(sorted(all), sorted(whole));
        equal(Key.fromPem(key.toPem({ private: true })).toPem(), key.toPem());
      } else {
        refuses(() => key.toJwk({ private: true }), invalid("no private part to sign with"));
        refuses(() => key.toPem({ private: true }), invalid("no private part to sign with"));
      }
      equal(Key.fromPem(key.toPem()).thumbprint(), Key.fromJwk(own).thumbprint());
      createVerifier(row.pem && passphrase === undefined ? row.pem : key).free();
    });
  }

  test("the thumbprint of RFC 7638 §3.1 and that of RFC 8037 A.3", () => {
    const rsa = vectors["key-rfc"].filter(({ thumbprint }) => thumbprint);
    ok(rsa.length >= 2, `${rsa.length} thumbprints`);
    for (const { name, json, thumbprint } of rsa) {
      equal(Key.fromJwk(json).thumbprint(), thumbprint, name);
    }
  });

  test("hostile keys are refused, with a reason", async () => {
    const [{ publicJwk, publicPem }] = vectors.algorithms;
    const ec = vectors.algorithms.find(({ alg }) => alg === "ES256").publicJwk;
    const ed = vectors.algorithms.find(({ alg }) => alg === "EdDSA").publicJwk;
    const zeros = (length) => "A".repeat(Math.ceil((length * 8) / 6));
    for (const [jwk, reason] of [
      [
        { ...publicJwk, n: publicJwk.n.slice(0, 128) },
        "rsa modulus not odd or not of 2048 to 8192 bits",
      ],
      [{ ...publicJwk, e: "AQ" }, "rsa exponent even, less than 3 or beyond 64 bits"],
      [{ ...publicJwk, e: "AA" }, "rsa exponent even, less than 3 or beyond 64 bits"],
      [{ ...publicJwk, kty: "EC" }, "not a jwk"],
      [{ ...publicJwk, kty: "rsa" }, "kty not supported"],
      [{ ...publicJwk, n: `${publicJwk.n}==` }, "member not canonical base64url"],
      [{ ...publicJwk, alg: "ES256" }, "alg does not fit the key"],
      [{ ...publicJwk, use: "enc" }, "use or key_ops does not allow it"],
      [{ ...ec, crv: "P-224" }, "curve not supported"],
      [{ ...ec, crv: "P-384" }, "public key of the wrong length or not on the curve"],
      [{ ...ec, x: ec.x.slice(0, 42) }, "member not canonical base64url"],
      [{ ...ed, crv: "X25519" }, "curve not supported"],
      [{ kty: "oct", k: "" }, "empty secret"],
    ]) {
      const error = refuses(() => Key.fromJwk(jwk), { code: "ERR_JWT_KEY_INVALID" });
      if (error.reason !== "member not canonical base64url") equal(error.reason, reason);
    }
    // Off the curve, at infinity, of small order: without curve code the host is the first to see it.
    for (const jwk of [
      { ...ec, y: ec.x },
      { ...ec, x: zeros(32), y: zeros(32) },
    ]) {
      const { token } = vectors.algorithms.find(({ alg }) => alg === "ES256");
      const now = 1_750_000_000;
      await rejects(verifyAsync(token, jwk, { now }), { code: "ERR_JWT_KEY_INVALID" });
      // One bad member does not make a set useless.
      equal((await verifyAsync(token, { keys: [jwk, ec] }, { now })).key.index, 1);
    }
    if (isFull)
      refuses(() => Key.fromJwk({ ...ed, x: zeros(32) }), { code: "ERR_JWT_KEY_INVALID" });
    for (let length = 0; length < publicPem.length - 2; length += 40) {
      refuses(() => Key.fromPem(publicPem.slice(0, length)), { code: "ERR_JWT_KEY_INVALID" });
    }
    refuses(() => Key.fromPem(`-----BEGIN PUBLIC KEY-----${"A".repeat(10_000_000)}`), {
      code: "ERR_JWT_KEY_INVALID",
      reason: "too large",
    });
    refuses(() => Key.fromPem(JSON.stringify(publicJwk)), invalid("no pem block"));
    refuses(() => Key.fromSecret(publicPem), invalid("pem given as a secret: parse it first"));
    refuses(
      () => Key.fromSecret(JSON.stringify(publicJwk)),
      invalid("jwk given as a secret: parse it first"),
    );
    ok(Key.fromPem(publicPem).algorithms.length === 6);
  });

  test("key_ops and use are kept to, in each direction", () => {
    const { publicJwk, privateJwk, token } = vectors.algorithms[0];
    const unfit = invalid("use or key_ops does not allow it");
    refuses(() => createVerifier({ ...publicJwk, key_ops: ["sign"] }), unfit);
    createVerifier({ ...publicJwk, key_ops: ["verify"] }).free();
    const sign = (jwk) => api.createSigner(jwk, { algorithm: "RS256" });
    refuses(() => sign({ ...privateJwk, key_ops: ["verify"] }), unfit);
    sign({ ...privateJwk, key_ops: ["sign"] }).free();
    const set = { keys: [{ ...publicJwk, key_ops: ["sign"] }, publicJwk] };
    return verifyAsync(token, set, { now: 1_750_000_000 }).then(({ key }) => equal(key.index, 1));
  });

  test("arguments of wrong types", () => {
    mistypes(() => Key.fromPem(1), /^key is not a string$/);
    mistypes(() => Key.fromDer("x", "spki"), /^key is not bytes$/);
    mistypes(() => Key.fromDer(new Uint8Array(), "pkcs12"), /^form is not/);
    mistypes(() => Key.fromPem("x", { passphrase: 1 }), /passphrase/);
    mistypes(() => Key.fromJwk("{}"), /^jwk is not an object$/);
    mistypes(() => createVerifier({ der: "x", form: "spki" }), /^key is not \{ der/);
    mistypes(() => createVerifier([["nested"]]), /^key is not/);
    const key = Key.fromPem(vectors.algorithms[0].publicPem);
    mistypes(() => key.toJwk({ private: 1 }), /private/);
    key.free();
    for (const use of [() => key.kty, () => key.toPem(), () => key.thumbprint()]) {
      mistypes(use, /was freed/);
    }
  });
}

/** Chromium has no such keys. */
async function hasAes192() {
  try {
    await crypto.subtle.generateKey({ name: "AES-CBC", length: 192 }, true, ["decrypt"]);
    return true;
  } catch {
    return false;
  }
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
