/**
 * What is found about tokens, each finding beside its nearest neighbour that has none.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inspect } from "../../../pkg/dist/full.js";
import { findingCodes, findings } from "../../../www/src/findings/findings.js";
import { readToken } from "../../../www/src/reading/read-token.js";
import { STRINGS } from "../../../www/src/strings.js";
import { SIMPLEJWT, segment, sign } from "../tokens.mjs";

const NOW = 1_800_000_000;
const DAY = 86_400;

/** A header and claims about which there is nothing to say. */
const HEADER = { alg: "HS256", typ: "JWT" };
const CLAIMS = { iss: "https://issuer.example", aud: "api", sub: "ada", iat: NOW, exp: NOW + 900 };

/** A token of `CLAIMS` and `HEADER` with these members changed; `undefined` takes one out. */
function token(claims = {}, header = {}) {
  return sign({ ...CLAIMS, ...claims }, { header: { ...HEADER, ...header } });
}

/** A token whose claims have this JSON text among them. */
function withText(member) {
  return sign(
    JSON.stringify({ ...CLAIMS, iat: undefined, exp: undefined }).replace("}", `,${member}}`),
  );
}

function found(text, context = {}) {
  return findings(readToken(inspect, text), { now: NOW, ...context });
}

const codes = (text, context) => found(text, context).map(({ code }) => code);

function parameters(code, text, context) {
  return found(text, context).find((one) => one.code === code)?.parameters;
}

const random = (length) => Uint8Array.from({ length }, (_, at) => (at * 89 + 41) % 256);
const dir = (header) =>
  `${segment({ alg: "dir", enc: "A128GCM", ...header })}..AAAAAAAAAAAAAAAA.BBBB.CCCC`;

/**
 * Of each code: what provokes it, what of its words, and the nearest that does not.
 *
 * @type {Record<string, [string, object | undefined, string, object?][]>} token, context, neighbour, its context
 */
const CASES = {
  "alg-none": [
    [token({}, { alg: "none" }), , token({}, { alg: "HS256" })],
    [token({}, { alg: "NonE" }), , token({}, { alg: "nonesuch" })],
  ],
  "alg-missing": [[token({}, { alg: undefined }), , token({}, { alg: "x" })]],
  "unknown-alg": [
    [token({}, { alg: "hs256" }), , token({}, { alg: "HS256" })],
    [token({}, { alg: 256 }), , token({}, { alg: "ML-DSA-44" })],
    [token({}, { alg: "RSA-OAEP" }), , dir({ alg: "RSA-OAEP" })],
  ],
  "weak-secret": [
    [
      token(),
      { secretText: "Your-256-Bit-Secret" },
      token(),
      { secretText: "your-257-bit-sacrament" },
    ],
    [
      token(),
      { secretBytes: new TextEncoder().encode("changeme") },
      token(),
      { secretBytes: random(32) },
    ],
    [
      token(),
      // RFC 7515 A.1.
      {
        secretBytes: Buffer.from(
          "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
          "base64url",
        ),
      },
      token(),
      { secretBytes: random(64) },
    ],
    [token(), { secretText: "a".repeat(64) }, token(), { secretText: `${"a".repeat(63)}b` }],
    [token(), { secretText: "abc1".repeat(9) }, token(), { secretText: `${"abc1".repeat(9)}z` }],
    [
      token(),
      { secretText: "12345678901234567890" },
      token(),
      { secretText: "12345678901324567890" },
    ],
    [token(), { secretText: "secret" }, token({}, { alg: "RS256" }), { secretText: "secret" }],
    [token(), { secretText: "secret" }, token(), {}],
  ],
  "short-secret": [
    [token(), { secretBytes: random(31) }, token(), { secretBytes: random(32) }],
    [
      token({}, { alg: "HS512" }),
      { secretBytes: random(63) },
      token({}, { alg: "HS512" }),
      { secretBytes: random(64) },
    ],
    // 16 letters of two bytes each.
    [token(), { secretText: "ü".repeat(15) }, token(), { secretText: "ü".repeat(16) }],
  ],
  "short-rsa": [
    [
      token({}, { alg: "RS256" }),
      { keyBits: 2047 },
      token({}, { alg: "RS256" }),
      { keyBits: 2048 },
    ],
    [
      token({}, { alg: "PS512" }),
      { keyBits: 1024 },
      token({}, { alg: "ES256" }),
      { keyBits: 1024 },
    ],
  ],
  "embedded-key": [
    [token({}, { jwk: { kty: "oct" } }), , token({}, { kid: "jwk" })],
    [token({}, { x5c: [] }), , token({ x5c: [] })],
  ],
  "key-by-address": [
    [token({}, { jku: "https://a.example" }), , token({}, { iss: "https://a.example" })],
    [token({}, { x5u: "https://a.example" }), , token({}, { x5t: "AA" })],
  ],
  "kid-suspicious": [
    [token({}, { kid: "../../dev/null" }), , token({}, { kid: "a..b/c" })],
    [token({}, { kid: "/etc/passwd" }), , token({}, { kid: "/etcA+b/c=" })],
    [token({}, { kid: "' OR 1=1" }), , token({}, { kid: "key-1 or 2" })],
    [token({}, { kid: "x UNION SELECT 1" }), , token({}, { kid: "union-select" })],
    [token({}, { kid: "a\u0000b" }), , token({}, { kid: "a b" })],
    [token({}, { kid: "https://evil.example/key" }), , token({}, { kid: "did:example:1#key-1" })],
    [token({}, { kid: "|cat" }), , token({}, { kid: "018c0ae5-4d9b-471b-bfd6-eef314bc7037" })],
  ],
  "crit-unknown": [
    [token({}, { crit: ["x"], x: 1 }), , token({}, { x: 1 })],
    [token({}, { crit: ["b64", "x"], b64: true, x: 1 }), , token({}, { crit: ["b64"], b64: true })],
  ],
  "unencoded-payload": [
    [token({}, { b64: false, crit: ["b64"] }), , token({}, { b64: true, crit: ["b64"] })],
  ],
  "zip-in-jws": [[token({}, { zip: "DEF" }), , dir({ zip: "DEF" })]],
  "typ-missing": [[token({}, { typ: undefined }), , token({}, { typ: "at+jwt" })]],
  jwe: [[dir({}), , token()]],
  nested: [
    [
      sign(SIMPLEJWT.token, { header: { ...HEADER, cty: "JWT" } }),
      ,
      token({ jwt: SIMPLEJWT.token }),
    ],
    [dir({ cty: "JWT" }), , dir({ cty: "text/plain" })],
  ],
  "duplicate-names": [
    [sign('{"exp":1,"exp":2}'), , sign('{"exp":1,"x":{"exp":2}}')],
    [sign('{"a":{"b":1,"b":2}}'), , sign('{"a":[{"b":1},{"b":2}]}')],
  ],
  "not-canonical": [
    [`${token()}=`, , token()],
    [sign("\ufeff{}"), , sign("{}")],
  ],
  "integer-beyond-2-53": [
    [withText('"id":9007199254740992'), , withText('"id":9007199254740991')],
    [withText('"a":[{"b":-9007199254740992}]'), , withText('"id":"9007199254740992"')],
  ],
  "no-exp": [
    [token({ exp: undefined }), , token()],
    [sign('{"a":{"exp":1}}'), , sign('{"exp":1}')],
  ],
  "long-life": [
    [token({ exp: NOW + 30 * DAY + 1 }), , token({ exp: NOW + 30 * DAY })],
    [token(), { longLifeSeconds: 899 }, token(), { longLifeSeconds: 900 }],
  ],
  "exp-before-iat": [[token({ exp: NOW - 1 }), , token({ exp: NOW })]],
  "nbf-after-exp": [[token({ nbf: NOW + 900 }), , token({ nbf: NOW + 899 })]],
  "iat-in-future": [
    [token({ iat: NOW + 61 }), , token({ iat: NOW + 60 })],
    [token(), { now: NOW - 61 }, token(), { now: NOW - 60 }],
  ],
  milliseconds: [
    [token({ exp: NOW * 1000 }), , token({ exp: NOW })],
    [token({ iat: 100_000_000_001 }), , token({ iat: 100_000_000_000 })],
  ],
  "date-not-a-number": [
    [token({ exp: String(NOW) }), , token({ exp: NOW + 0.5 })],
    [token({ nbf: null }), , token({ nbf: 0 })],
    [token({ iat: [NOW] }), , token({ iat: NOW })],
  ],
  "date-absurd": [
    [withText('"exp":1e400'), , withText('"exp":1e9')],
    [withText('"iat":-1'), , withText('"iat":0')],
    [withText('"exp":100000000000001'), , withText('"exp":100000000000000')],
  ],
  "missing-aud": [[token({ aud: undefined }), , token({ aud: ["a"] })]],
  "missing-iss": [[token({ iss: undefined }), , token({ iss: "a" })]],
  "password-inside": [
    [token({ hash_password: "md5$x" }), , token({ password_changed_at: 5 })],
    [token({ user: { clientSecret: "x" } }), , token({ user: { secretary: "x" } })],
    [token({ "https://a.example/api-key": "x" }), , token({ "https://a.example/api": "x" })],
    [token({ pwd: "x" }), , token({ amr: ["pwd"] })],
    [token({ password: "x" }), , token({ password: true })],
  ],
  "personal-data": [
    [token({ email: "x" }), , token({ email_verified: true })],
    [token({ sub: "ada@mail.example" }), , token({ sub: "ada@mail" })],
    [token({ phone_number: "1" }), , token({ telegraph: "1" })],
    [token({ contact: "+49 30 1234567" }), , token({ contact: "49 30 1234567" })],
    [token({ address: { street_address: "x" } }), , token({ addressee: { road: "x" } })],
    [token({ birthdate: "1815-12-10" }), , token({ updated: "1815-12-10" })],
    // The test numbers of card issuers, and one digit beside them.
    [token({ n: "4242 4242 4242 4242" }), , token({ n: "4242 4242 4242 4243" })],
    [token({ n: 378282246310005 }), , token({ n: 378282246310006 })],
    // ISO 13616's own example, and one digit beside it.
    [token({ n: "GB29 NWBK 6016 1331 9268 19" }), , token({ n: "GB29 NWBK 6016 1331 9268 18" })],
  ],
  "token-too-large-for-headers": [
    [
      `${token()}${"A".repeat(8193 - token().length)}`,
      ,
      `${token()}${"A".repeat(8192 - token().length)}`,
    ],
  ],
  "token-too-large-for-cookies": [
    [
      `${token()}${"A".repeat(4097 - token().length)}`,
      ,
      `${token()}${"A".repeat(4096 - token().length)}`,
    ],
  ],
};

export const facts = {
  "each finding is made where it belongs, and not beside it"() {
    assert.deepEqual(Object.keys(CASES).sort(), [...findingCodes].sort());
    for (const [code, cases] of Object.entries(CASES)) {
      cases.forEach(([text, context, neighbour, otherContext = context], at) => {
        assert.ok(codes(text, context).includes(code), `${code} ${at} is not found`);
        assert.ok(!codes(neighbour, otherContext).includes(code), `${code} ${at} beside it`);
      });
    }
  },
  "each finding has words in each language, and every parameter that they name"() {
    for (const language of Object.keys(STRINGS)) {
      const known = Object.keys(STRINGS[language]).filter((key) => key.startsWith("finding."));
      const keys = [
        ...findingCodes.map((code) => `finding.${code}`),
        ...["danger", "warning", "note"].map((severity) => `finding.severity.${severity}`),
      ];
      assert.deepEqual(known.sort(), keys.sort());
      for (const [code, cases] of Object.entries(CASES)) {
        const given = Object.keys(parameters(code, cases[0][0], cases[0][1]));
        const text = STRINGS[language][`finding.${code}`];
        for (const [, name] of text.matchAll(/\{(\w+)\}/g)) {
          assert.ok(given.includes(name), `${code} has no ${name}`);
        }
      }
    }
  },
  "there is nothing to say of a good token"() {
    assert.deepEqual(codes(token(), { secretBytes: random(32) }), []);
  },
  "the gravest come first, each with where the rule stands"() {
    const all = found(token({ exp: undefined, aud: undefined, password: "x" }));
    assert.deepEqual(
      all.map(({ severity }) => severity),
      ["danger", "warning", "note"],
    );
    assert.deepEqual(all[1].reference, {
      text: "RFC 7519 §4.1.4",
      url: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
    });
  },
  "parameters tell both readings of milliseconds"() {
    assert.deepEqual(parameters("milliseconds", token({ exp: 1_800_000_000_500 })), {
      claim: "exp",
      written: "1800000000500",
      seconds: 1_800_000_000_500,
      corrected: 1_800_000_000.5,
    });
  },
  "parameters have names, never values, and nothing that cannot be seen"() {
    const text = token({ email: "ada@mail.example", "phone\u202e": "+49 30 1234567" });
    assert.deepEqual(parameters("personal-data", text), { names: "email, phone\\u202e" });
    assert.ok(!JSON.stringify(found(text)).includes("ada@"));
    const kid = parameters("kid-suspicious", token({}, { kid: `'\u0000${"x".repeat(5000)}` })).kid;
    assert.match(kid, /^'\\u0000x{58}…$/);
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`email${at}@`, "a@b.example"]),
    );
    assert.equal(parameters("personal-data", token(many)).names.split(", ").length, 11);
  },
  "the numbers of a short secret and of a long life are told"() {
    assert.deepEqual(parameters("short-secret", token(), { secretText: "0123456789" }), {
      alg: "HS256",
      bits: 80,
      needed: 256,
    });
    assert.equal(parameters("long-life", token({ exp: NOW + 45.5 * DAY })).days, 45);
  },
  "of an encrypted token only the header is spoken of"() {
    assert.deepEqual(codes(dir({ typ: "JWT" }), { secretText: "secret" }), ["jwe"]);
    assert.deepEqual(codes(dir({ typ: "JWT", jku: "x" })), ["key-by-address", "jwe"]);
  },
  "what is no token has no findings about claims"() {
    for (const text of ["", "hello", "a.b.c", `${segment(HEADER)}.*.AA`]) {
      assert.deepEqual(codes(text), [], text);
    }
  },
  "names of prototypes are harmless"() {
    const text = sign('{"__proto__":{"iss":"x","exp":5},"constructor":1,"toString":2}');
    assert.deepEqual(codes(text), ["no-exp", "missing-aud", "missing-iss"]);
    const header = sign("{}", { header: '{"__proto__":{"alg":"none","jku":"x"},"typ":"JWT"}' });
    assert.ok(codes(header).includes("alg-missing"));
    assert.ok(!codes(header).includes("key-by-address"));
  },
  "simplejwt's own tokens have no more than notes, and its revoking claim a danger"() {
    const file = new URL("../../vectors/simplejwt.json", import.meta.url);
    const tokens = Object.values(JSON.parse(readFileSync(file, "utf8")).default)
      .map((one) => one?.token)
      .filter((one) => typeof one === "string");
    assert.ok(tokens.length > 3);
    assert.deepEqual(codes(SIMPLEJWT.token, { now: SIMPLEJWT.iat }), [
      "missing-aud",
      "missing-iss",
    ]);
    for (const text of tokens) assert.ok(Array.isArray(found(text)));
    assert.equal(found(token({ hash_password: "0F" }))[0].code, "password-inside");
  },
};
