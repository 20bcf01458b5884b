/**
 * Encoding: what is signed, what is added, what is refused.
 */
import { equal, mistypes, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const LONG_SECRET = "a secret of sixty-four bytes, which is as long as HS512 asks for";
const NOW = 1_800_000_000;

export default function (test, { api, vectors }) {
  const { Key, createSigner, createVerifier, decode, encode, verify } = api;
  const payloadOf = (claims, options) =>
    decode(encode(claims, SECRET, { now: NOW, ...options })).payload;

  test("nothing is added unasked", () => {
    const token = encode({ sub: "ada" }, SECRET);
    equal(token, encode({ sub: "ada" }, SECRET, { now: 0 }));
    equal(decode(token), {
      ...decode(token),
      header: { alg: "HS256", typ: "JWT" },
      payload: { sub: "ada" },
    });
    equal(atob(token.split(".")[0]), '{"alg":"HS256","typ":"JWT"}');
  });

  test("the token of the vectors, letter by letter", () => {
    equal(encode({}, SECRET), vectors.keys.token);
    ok(encode({}, `${SECRET}.`) !== vectors.keys.token);
  });

  test("each option adds its claim", () => {
    const added = payloadOf(
      {},
      {
        issuer: "i",
        subject: "s",
        audience: "a",
        expiresIn: "15m",
        notBefore: 0,
        issuedAt: true,
        jwtId: "j",
      },
    );
    equal(added, { iss: "i", sub: "s", aud: "a", exp: NOW + 900, nbf: NOW, iat: NOW, jti: "j" });
    equal(payloadOf({}, { audience: ["a", "b"] }), { aud: ["a", "b"] });
    equal(payloadOf({}, { audience: [] }), { aud: [] });
    equal(payloadOf({}, { issuer: "", issuedAt: false, jwtId: false }), { iss: "" });
    equal(payloadOf({ a: 1 }, { issuer: '"\\\u0001é😀' }), { a: 1, iss: '"\\\u0001é😀' });
  });

  test("exp and nbf count from iat where the claims have one", () => {
    equal(payloadOf({ iat: 1000 }, { expiresIn: 60, notBefore: 5 }), {
      iat: 1000,
      exp: 1060,
      nbf: 1005,
    });
    equal(payloadOf({ iat: 1000.5 }, { expiresIn: 60 }), { iat: 1000.5, exp: 1060.5 });
    equal(payloadOf({}, { now: NOW + 0.9, expiresIn: 60, issuedAt: true }), {
      exp: NOW + 60,
      iat: NOW,
    });
    equal(payloadOf({}, { expiresIn: 0.25 }), { exp: NOW + 0.25 });
  });

  test("a random jti is 128 bits, and another each time", () => {
    const signer = createSigner(SECRET, { jwtId: true });
    const ids = new Set(Array.from({ length: 200 }, () => decode(signer.encode({})).payload.jti));
    equal(ids.size, 200);
    for (const id of ids) ok(/^[0-9a-f]{32}$/.test(id), id);
  });

  test("a claim given twice", () => {
    for (const [claim, option] of Object.entries({
      iss: { issuer: "x" },
      sub: { subject: "x" },
      aud: { audience: "x" },
      exp: { expiresIn: 1 },
      nbf: { notBefore: 1 },
      iat: { issuedAt: true },
      jti: { jwtId: true },
    })) {
      mistypes(() => encode({ [claim]: 1 }, SECRET, option), new RegExp(`${claim} is given twice`));
      ok(claim in payloadOf({ [claim]: undefined }, option), claim);
    }
    equal(payloadOf({ iat: 5 }, { issuedAt: false }), { iat: 5 });
  });

  test("header members", () => {
    const headerOf = (header) => decode(encode({}, SECRET, { header })).header;
    equal(headerOf({ kid: "k", x: [1] }), { alg: "HS256", typ: "JWT", kid: "k", x: [1] });
    equal(headerOf({ typ: "at+jwt" }), { alg: "HS256", typ: "at+jwt" });
    equal(headerOf({ x: undefined }), { alg: "HS256", typ: "JWT" });
    mistypes(() => headerOf({ alg: "none" }), /cannot give alg/);
    refuses(() => headerOf({ kid: 1 }), { code: "ERR_JWT_MALFORMED", reason: "kid not a string" });
    refuses(() => headerOf({ crit: ["x"], x: 1 }), {
      code: "ERR_JWT_CRIT_UNSUPPORTED",
      extension: "x",
    });
    refuses(() => headerOf({ b64: false }), { code: "ERR_JWT_CRIT_UNSUPPORTED", extension: "b64" });
  });

  test("the algorithm is the key's, or one that it takes", () => {
    const algOf = (key, algorithm) => decode(encode({}, key, { algorithm })).header.alg;
    const jwk = { kty: "oct", k: btoa(LONG_SECRET).replaceAll("=", "") };
    equal(algOf(LONG_SECRET), "HS256");
    equal(algOf(LONG_SECRET, "HS512"), "HS512");
    equal(algOf({ ...jwk, alg: "HS384" }), "HS384");
    equal(algOf(Key.generate("HS512"), "HS512"), "HS512");
    const short = { code: "ERR_JWT_KEY_INVALID", reason: "secret shorter than the hash" };
    refuses(() => algOf(SECRET, "HS512"), short);
    refuses(() => algOf(Key.generate("HS256"), "HS384"), short);
    refuses(() => algOf({ ...jwk, alg: "HS384" }, "HS256"), {
      code: "ERR_JWT_ALG_NOT_ALLOWED",
      alg: "HS256",
    });
    refuses(() => algOf(SECRET, "RS256"), { code: "ERR_JWT_ALG_NOT_ALLOWED", alg: "RS256" });
    refuses(() => Key.generate("HS257"), { code: "ERR_JWT_ALG_UNSUPPORTED", alg: "HS257" });
    refuses(() => algOf([SECRET, LONG_SECRET]), { code: "ERR_JWT_KEY_NOT_FOUND" });
  });

  test("claims that are no plain object", () => {
    for (const value of [undefined, null, 1, "{}", [], new Date()]) {
      mistypes(() => encode(value, SECRET), /^claims is not an object$/);
    }
  });

  test("numbers that are not finite", () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      mistypes(() => encode({ a: value }, SECRET), /not finite/);
      mistypes(() => encode({ a: [{ b: value }] }, SECRET), /not finite/);
      mistypes(() => encode({ a: { toJSON: () => value } }, SECRET), /not finite/);
    }
    equal(payloadOf({ a: [1.5, -1e-7, 1e21] }), { a: [1.5, -1e-7, 1e21] });
  });

  test("cycles and too much depth", () => {
    const cycle = {};
    cycle.self = { cycle };
    mistypes(() => encode(cycle, SECRET), /hold themselves, or are too deep/);
    const deep = (depth) => (depth > 1 ? { a: deep(depth - 1) } : {});
    equal(verify(encode(deep(128), SECRET), SECRET).payload, deep(128));
    mistypes(() => encode(deep(129), SECRET), /too deep/);
  });

  test("lone surrogates", () => {
    for (const claims of [{ a: "\ud800" }, { "\udc00": 1 }, { a: ["x\ud83dx"] }]) {
      mistypes(() => encode(claims, SECRET), /lone surrogate/);
    }
    equal(payloadOf({ "😀": "\ud83d\ude00" }), { "😀": "😀" });
  });

  test("dates that no verifier would take", () => {
    for (const claim of ["exp", "nbf", "iat"]) {
      for (const value of ["1900000000", null, true, 2 ** 53, {}]) {
        refuses(() => encode({ [claim]: value }, SECRET), { code: "ERR_JWT_CLAIM_INVALID", claim });
      }
      equal(payloadOf({ [claim]: 1.5 }), { [claim]: 1.5 });
    }
    const far = { iat: Number.MAX_SAFE_INTEGER };
    refuses(() => encode(far, SECRET, { expiresIn: 1 }), {
      code: "ERR_JWT_CLAIM_INVALID",
      claim: "exp",
    });
  });

  test("__proto__ is a claim like any other", () => {
    const claims = JSON.parse('{"__proto__":{"admin":true}}');
    const { payload } = verify(encode(claims, SECRET), SECRET);
    ok(Object.hasOwn(payload, "__proto__"));
    equal(payload.admin, undefined);
    equal(Object.getPrototypeOf(payload), Object.prototype);
  });

  test("what a signer makes a verifier takes, many times over", () => {
    const signer = createSigner(SECRET, { expiresIn: 60 });
    const verifier = createVerifier(SECRET);
    for (let n = 0; n < 500; n++) {
      const claims = { n, text: "é😀\u0000".repeat(n) };
      const { payload } = verifier.verify(signer.encode(claims));
      equal([payload.n, payload.text], [n, claims.text]);
    }
  });
}
