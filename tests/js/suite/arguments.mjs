/**
 * Arguments of the wrong type: a TypeError each, never a silent default.
 */
import { equal, mistypes, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const OTHER = "another secret of enough bytes ok";

export default function (test, { api, plainDecode, vectors }) {
  const { Key, createSigner, createVerifier, decode, encode, verify } = api;
  const { token } = vectors.keys;

  test("a token that is no string", () => {
    for (const value of [undefined, null, 1, {}, [], new String(token), Symbol("t"), 1n]) {
      mistypes(() => verify(value, SECRET), /^token is not a string$/);
      mistypes(() => decode(value), /^token is not a string$/);
      mistypes(() => plainDecode(value), /^token is not a string$/);
    }
  });

  test("argument types are looked at before the key", () => {
    const code = "ERR_JWT_KEY_INVALID";
    mistypes(() => verify(1, "short"), /^token is not a string$/);
    mistypes(() => verify(token, "short", { typ: 1 }), /typ/);
    mistypes(() => encode([], "short"), /^claims is not an object$/);
    refuses(() => verify("not a token", "short"), { code });
    refuses(() => encode({}, "short"), { code });
  });

  test("a key that is none", () => {
    for (const value of [undefined, null, 1, true, Symbol("k"), () => SECRET, 1n]) {
      mistypes(() => verify(token, value), /^key is not/);
      mistypes(() => encode({}, value), /^key is not/);
      mistypes(() => verify(token, [value]), /^key is not/);
    }
    mistypes(() => Key.fromSecret(undefined), /^key is not/);
    mistypes(() => Key.fromJwk("text"), /^jwk is not an object$/);
    mistypes(() => Key.generate(256), /^algorithm is not a string$/);
  });

  test("a hole in an array of keys", () => {
    mistypes(() => verify(token, [SECRET, , OTHER]), /^key is not/);
    equal(verify(token, [OTHER, SECRET]).key, { index: 1 });
  });

  test("bytes in every form are the same secret", () => {
    const bytes = new TextEncoder().encode(SECRET);
    const padded = new Uint8Array([0, ...bytes, 0]);
    const view = new DataView(padded.buffer, 1, bytes.length);
    for (const key of [bytes, bytes.buffer, view, padded.subarray(1, -1), Key.fromSecret(bytes)]) {
      equal(verify(token, key).payload, {});
    }
    refuses(() => verify(token, padded), { code: "ERR_JWT_SIGNATURE_INVALID" });
  });

  test("an option of the wrong type", () => {
    const wrong = {
      algorithms: ["HS256", [1], null, {}],
      issuer: [1, null, [1], /x/, () => "x"],
      audience: [1, null, ["x", 1], /x/],
      subject: [1, null, ["x"], /x/],
      jwtId: [1, null, ["x"]],
      typ: [1, null, ["JWT"]],
      maxAge: [-1, NaN, Infinity, null, "60", "1 parsec", "-1s", "", {}, 1n],
      requiredClaims: ["exp", [1], null],
      clockTolerance: [-1, NaN, Infinity, null, "5", true],
      integers: ["string", null, true],
      allowWeakKey: [1, null, "true"],
      maxTokenBytes: [0, -1, 1.5, NaN, Infinity, null, "1", 2 ** 24 + 1],
      now: [NaN, Infinity, null, "1", new Date(), 2 ** 53, 1n],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        const message = `${name}: ${String(value)}`;
        mistypes(() => verify(token, SECRET, { [name]: value }), new RegExp(name), message);
        mistypes(() => createVerifier(SECRET, { [name]: value }), new RegExp(name), message);
      }
    }
  });

  test("a clock that gives no time", () => {
    for (const value of [NaN, undefined, "1", null, Infinity]) {
      mistypes(() => verify(token, SECRET, { now: () => value }), /now/);
    }
    equal(verify(token, SECRET, { now: () => 0 }).payload, {});
  });

  test("an algorithm of no known name", () => {
    for (const name of ["none", "None", "HS257", "hs256", ""]) {
      mistypes(() => verify(token, SECRET, { algorithms: [name] }), /no algorithm of that name/);
      mistypes(() => encode({}, SECRET, { algorithm: name }), /no algorithm of that name/);
    }
    equal(verify(token, SECRET, { algorithms: ["HS256"] }).payload, {});
  });

  test("an unknown option", () => {
    mistypes(() => verify(token, SECRET, { issuers: "x" }), /^unknown option "issuers"$/);
    mistypes(() => verify(token, SECRET, { toString: "x" }), /^unknown option "toString"$/);
    mistypes(() => encode({}, SECRET, { expires: 1 }), /^unknown option "expires"$/);
    equal(verify(token, SECRET, { issuer: undefined }).payload, {});
  });

  test("options that are no object", () => {
    for (const value of [null, 1, "x", [], true]) {
      mistypes(() => verify(token, SECRET, value), /^options is not an object$/);
      mistypes(() => createSigner(SECRET, value), /^options is not an object$/);
    }
  });

  test("options that an object only inherits do not count", () => {
    const weak = "short";
    const inherited = Object.create({ allowWeakKey: true });
    const reason = "secret shorter than the hash";
    refuses(() => verify(token, weak, inherited), { code: "ERR_JWT_KEY_INVALID", reason });
    Object.prototype.allowWeakKey = true;
    try {
      refuses(() => verify(token, weak), { code: "ERR_JWT_KEY_INVALID", reason });
      refuses(() => verify(token, weak, {}), { code: "ERR_JWT_KEY_INVALID", reason });
    } finally {
      delete Object.prototype.allowWeakKey;
    }
  });

  test("text that is not well-formed", () => {
    const reason = "lone surrogate";
    refuses(() => verify(token, `${SECRET}\ud800`), { code: "ERR_JWT_KEY_INVALID", reason });
    mistypes(() => verify(token, SECRET, { issuer: "\ud800" }), /lone surrogate/);
    refuses(() => decode(`${token}\udfff`), { code: "ERR_JWT_MALFORMED", part: "signature" });
    refuses(() => plainDecode(`${token}\udfff`), { code: "ERR_JWT_MALFORMED", part: "signature" });
  });

  test("durations with their units", () => {
    const aged = encode({ iat: 1000 }, SECRET);
    const at = (maxAge, now) => verify(aged, SECRET, { maxAge, now });
    for (const [text, seconds] of [
      ["90s", 90],
      ["1.5m", 90],
      ["2 mins", 120],
      ["1h", 3600],
      ["1 hour", 3600],
      ["1d", 86_400],
      ["2 weeks", 1_209_600],
      [0.5, 0.5],
    ]) {
      equal(at(text, 1000 + seconds - 0.25).payload, { iat: 1000 }, text);
      refuses(() => at(text, 1000 + seconds), { code: "ERR_JWT_EXPIRED", claim: "iat" }, text);
    }
  });

  test("a CryptoKey is refused by name", async () => {
    if (!globalThis.crypto?.subtle) return;
    const raw = new TextEncoder().encode(SECRET);
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", raw, algorithm, true, ["verify"]);
    mistypes(() => verify(token, key), /CryptoKey/);
  });

  test("the exports are these and no others", () => {
    const names = Object.keys(api).filter((name) => !["default", "module.exports"].includes(name));
    const common = [
      "JwtError",
      "Key",
      "createSigner",
      "createVerifier",
      "decode",
      "encode",
      "encodeAsync",
      "init",
      "verify",
      "verifyAsync",
    ];
    const own = ["initSync", "inspect"].filter((name) => names.includes(name));
    const expected = [...common, ...own];
    equal(names.sort(), expected.sort());
    ok(names.every((name) => typeof api[name] === "function"));
  });
}
