/**
 * Writes form.json, verify.json and keys.json, which Rust and JavaScript tests read alike.
 *
 * Tokens are put together here from readable parts and signed with node:crypto, never with our own
 * code. `node tests/vectors/generate.mjs` writes the files; with `--check` it only compares.
 */
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const SECRET = "a secret of thirty-two bytes: ok";
const LONG_SECRET = "a secret of sixty-four bytes, which is as long as HS512 asks for";
const NOW = 1_800_000_000;

const b64 = (value) => Buffer.from(value).toString("base64url");
const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** A token: header and payload as objects or as literal JSON text. */
function sign(payload, { header = {}, hash = "sha256", secret = SECRET } = {}) {
  const alg = { sha256: "HS256", sha384: "HS384", sha512: "HS512" }[hash];
  const head = typeof header === "string" ? header : text({ alg, typ: "JWT", ...header });
  const input = `${b64(head)}.${b64(text(payload))}`;
  return `${input}.${createHmac(hash, secret).update(input).digest("base64url")}`;
}

/** A token of three literal segments. */
const raw = (...segments) => segments.join(".");

const HEADER = b64('{"alg":"HS256"}');
const PAYLOAD = b64("{}");
const TAG = "A".repeat(43);

// ---- form.json: what decode takes (header and payload as it gives them), and what it refuses ----

const nested = (depth) => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
const wide = (count, last) =>
  `{${Array.from({ length: count }, (_, at) => `"n${at}":0`).join()},"${last}":1}`;
const payload = (json) => raw(HEADER, b64(json), TAG);
const header = (json) => raw(b64(json), PAYLOAD, TAG);

const wellFormed = [
  ["the smallest token", raw(HEADER, PAYLOAD, "")],
  ["an unknown alg", header('{"alg":"XX999"}')],
  ["alg none", header('{"alg":"none"}')],
  ["an unknown crit", header('{"alg":"HS256","crit":["x"],"x":1}')],
  ["white space in the JSON", payload(' {\r\n\t"a" : [ 1 , 2 ] } \n')],
  ["every escape", payload('{"a":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"}')],
  ["names beyond ASCII, in two Unicode forms", payload('{"\u00e9":1,"e\u0301":2,"😀":3}')],
  ["numbers of every form", payload('{"a":[0,-0,1.5,-1.5e3,1E+2,1e-2,9007199254740991]}')],
  ["the same name in two objects", payload('{"a":{"x":1},"b":{"x":1},"x":1}')],
  ["128 levels", payload(nested(128))],
  ["two hundred names", payload(wide(200, "n200"))],
  ["__proto__ as a name", payload('{"__proto__":{"admin":true},"constructor":1}')],
  ["an empty name", payload('{"":1}')],
  ["U+0000 escaped", payload('{"a":"\\u0000"}')],
].map(([name, token]) => {
  const [head, body] = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
  return { name, token, header: head, payload: body };
});

const invalidUtf8 = (bytes) => raw(HEADER, Buffer.from(bytes, "latin1").toString("base64url"), TAG);

const malformed = [
  ["nothing at all", "", "token", "not three segments"],
  ["one segment", HEADER, "token", "not three segments"],
  ["two segments", raw(HEADER, PAYLOAD), "token", "not three segments"],
  ["a fourth segment", raw(HEADER, PAYLOAD, TAG, ""), "token", "not three segments"],
  ["five segments", raw(HEADER, "", TAG, TAG, TAG), "token", "jwe"],
  ["six segments", raw(HEADER, PAYLOAD, TAG, TAG, TAG, TAG), "token", "not three segments"],
  ["only dots", "....", "token", "jwe"],
  ["JSON serialization", ' {"payload":"e30"}', "token", "json serialization"],
  ["an empty header", raw("", PAYLOAD, TAG), "header", "not json"],
  ["an empty payload", raw(HEADER, "", TAG), "payload", "not json"],
  [
    "a padded header",
    raw(`${b64('{"alg":"HS256"} ')}==`, PAYLOAD, TAG),
    "header",
    "padded base64url",
  ],
  ["a padded payload", raw(HEADER, `${PAYLOAD}=`, TAG), "payload", "padded base64url"],
  ["a padded signature", raw(HEADER, PAYLOAD, `${TAG}=`), "signature", "padded base64url"],
  ["a space before", ` ${raw(HEADER, PAYLOAD, TAG)}`, "header", "character outside base64url"],
  ["a newline after", `${raw(HEADER, PAYLOAD, TAG)}\n`, "signature", "character outside base64url"],
  ["a space inside", raw(HEADER, "e 30", TAG), "payload", "character outside base64url"],
  [
    "base64 of the other alphabet",
    raw(HEADER, "e30/", TAG),
    "payload",
    "character outside base64url",
  ],
  ["a letter beyond ASCII", raw(HEADER, "e30é", TAG), "payload", "character outside base64url"],
  [
    "an impossible length",
    raw(HEADER, PAYLOAD, "AAAAA"),
    "signature",
    "impossible base64url length",
  ],
  ["spare bits in the payload", raw(HEADER, "e31", TAG), "payload", "spare bits set in base64url"],
  [
    "spare bits in the signature",
    raw(HEADER, PAYLOAD, "AB"),
    "signature",
    "spare bits set in base64url",
  ],
  ["a byte order mark", payload("\ufeff{}"), "payload", "byte order mark"],
  [
    "UTF-16",
    raw(HEADER, Buffer.from("{}", "utf16le").toString("base64url"), TAG),
    "payload",
    "not json",
  ],
  ["Latin-1", invalidUtf8('{"a":"\xe9"}'), "payload", "not utf-8"],
  ["an overlong encoding", invalidUtf8('{"a":"\xc0\xaf"}'), "payload", "not utf-8"],
  ["a surrogate in UTF-8", invalidUtf8('{"a":"\xed\xa0\x80"}'), "payload", "not utf-8"],
  ["an array as payload", payload("[]"), "payload", "not a json object"],
  ["a string as payload", payload('"{}"'), "payload", "not a json object"],
  ["null as payload", payload("null"), "payload", "not a json object"],
  ["a number as header", header("1"), "header", "not a json object"],
  ["text that is not JSON", payload("hello"), "payload", "not json"],
  ["trailing data", payload("{}{}"), "payload", "not json"],
  ["a trailing comma", payload('{"a":1,}'), "payload", "not json"],
  ["a trailing comma in an array", payload('{"a":[1,]}'), "payload", "not json"],
  ["a missing colon", payload('{"a" 1}'), "payload", "not json"],
  ["a missing comma", payload('{"a":1 "b":2}'), "payload", "not json"],
  ["a name without quotes", payload("{a:1}"), "payload", "not json"],
  ["single quotes", payload("{'a':1}"), "payload", "not json"],
  ["a comment", payload("{/**/}"), "payload", "not json"],
  ["NaN", payload('{"exp":NaN}'), "payload", "not json"],
  ["a leading zero", payload('{"exp":01}'), "payload", "not json"],
  ["a leading plus", payload('{"exp":+1}'), "payload", "not json"],
  ["a bare point", payload('{"exp":1.}'), "payload", "not json"],
  ["a bare exponent", payload('{"exp":1e}'), "payload", "not json"],
  ["a bare minus", payload('{"exp":-}'), "payload", "not json"],
  ["a hexadecimal number", payload('{"exp":0x10}'), "payload", "not json"],
  ["a control character in a string", payload('{"a":"\n"}'), "payload", "not json"],
  ["an unknown escape", payload('{"a":"\\x41"}'), "payload", "not json"],
  ["a short escape", payload('{"a":"\\u12"}'), "payload", "not json"],
  ["an open string", payload('{"a":"'), "payload", "not json"],
  ["an open object", payload('{"a":{}'), "payload", "not json"],
  ["crossed brackets", payload('{"a":[}]'), "payload", "not json"],
  ["a misspelt literal", payload('{"a":tru}'), "payload", "not json"],
  ["a no-break space", payload("{}\u00a0"), "payload", "not json"],
  ["a lone high surrogate", payload('{"a":"\\ud800"}'), "payload", "lone surrogate"],
  ["a lone low surrogate", payload('{"a":"\\udc00"}'), "payload", "lone surrogate"],
  ["a lone surrogate in a name", payload('{"\\ud800":1}'), "payload", "lone surrogate"],
  [
    "a high surrogate before a letter",
    payload('{"a":"\\ud800\\u0041"}'),
    "payload",
    "lone surrogate",
  ],
  ["a duplicate name", payload('{"a":1,"a":1}'), "payload", "duplicate name"],
  ["a duplicate name, escaped", payload('{"a":1,"\\u0061":1}'), "payload", "duplicate name"],
  [
    "a duplicate name far inside",
    payload('{"x":[{"y":{"a":1,"b":2,"a":3}}]}'),
    "payload",
    "duplicate name",
  ],
  ["a duplicate __proto__", payload('{"__proto__":1,"__proto__":2}'), "payload", "duplicate name"],
  ["a duplicate among two hundred", payload(wide(200, "n7")), "payload", "duplicate name"],
  ["the last two of two hundred", payload(wide(200, "n199")), "payload", "duplicate name"],
  ["129 levels", payload(nested(129)), "payload", "too deep"],
  ["a duplicate alg", header('{"alg":"HS256","alg":"none"}'), "header", "duplicate name"],
  ["no alg", header('{"typ":"JWT"}'), "header", "alg missing"],
  ["alg null", header('{"alg":null}'), "header", "alg not a string"],
  ["alg an array", header('{"alg":["HS256"]}'), "header", "alg not a string"],
  ["alg a number", header('{"alg":256}'), "header", "alg not a string"],
  ["typ a number", header('{"alg":"HS256","typ":1}'), "header", "typ not a string"],
  ["kid a number", header('{"alg":"HS256","kid":1}'), "header", "kid not a string"],
  ["kid an object", header('{"alg":"HS256","kid":{}}'), "header", "kid not a string"],
  ["cty null", header('{"alg":"HS256","cty":null}'), "header", "cty not a string"],
  [
    "a header of 16 KiB and a byte",
    header(`{"alg":"HS256"}${" ".repeat(16370)}`),
    "header",
    "too large",
  ],
].map(([name, token, part, reason]) => ({ name, token, part, reason }));

wellFormed.push({
  name: "a header of 16 KiB",
  token: header(`{"alg":"HS256"}${" ".repeat(16369)}`),
  header: `{"alg":"HS256"}${" ".repeat(16369)}`,
  payload: "{}",
});

// ---- verify.json: key, options, and what comes of it ----

const rows = [];
const base = { key: { secret: SECRET }, options: { now: NOW } };
const accept = (name, token, { key, options, match } = {}) =>
  rows.push({
    name,
    token,
    key: key ?? base.key,
    options: { ...base.options, ...options },
    match: match ?? { index: 0 },
  });
const refuse = (name, token, error, { key, options } = {}) =>
  rows.push({
    name,
    token,
    key: key ?? base.key,
    options: { ...base.options, ...options },
    error:
      typeof error === "string"
        ? { code: `ERR_JWT_${error}` }
        : { ...error, code: `ERR_JWT_${error.code}` },
  });
const claimFault = (code, claim) => ({ code, claim });

// Signatures.
accept("HS256", sign({}));
refuse("HS256, another secret", sign({}, { secret: `${SECRET}.` }), "SIGNATURE_INVALID");
refuse(
  "HS256, another payload",
  sign({ a: 1 }).replace(b64('{"a":1}'), b64('{"a":2}')),
  "SIGNATURE_INVALID",
);
refuse(
  "HS256, another header",
  sign({}).replace(/^[^.]*/, b64('{"typ":"JWT","alg":"HS256"}')),
  "SIGNATURE_INVALID",
);
refuse("HS256, no signature", sign({}).replace(/[^.]*$/, ""), "SIGNATURE_INVALID");
refuse("HS256, a shorter signature", sign({}).slice(0, -3), "SIGNATURE_INVALID");
refuse(
  "HS256, 31 bytes of signature",
  sign({}).replace(/[^.]*$/, (tag) =>
    Buffer.from(tag, "base64url").subarray(0, 31).toString("base64url"),
  ),
  "SIGNATURE_INVALID",
);
refuse(
  "HS256, 33 bytes of signature",
  sign({}).replace(/[^.]*$/, (tag) =>
    Buffer.concat([Buffer.from(tag, "base64url"), Buffer.alloc(1)]).toString("base64url"),
  ),
  "SIGNATURE_INVALID",
);
for (const [alg, hash] of [
  ["HS384", "sha384"],
  ["HS512", "sha512"],
]) {
  const key = { secret: LONG_SECRET };
  accept(alg, sign({}, { hash, secret: LONG_SECRET }), { key });
  refuse(`${alg}, another secret`, sign({}, { hash }), "SIGNATURE_INVALID", { key });
  refuse(`${alg}, a secret too short for it`, sign({}, { hash }), { code: "ALG_NOT_ALLOWED", alg });
  accept(`${alg}, a secret too short for it but allowed`, sign({}, { hash }), {
    options: { allowWeakKey: true },
  });
}
refuse(
  "HS256 signature under an HS512 header",
  sign({}, { header: { alg: "HS512" }, secret: LONG_SECRET }),
  "SIGNATURE_INVALID",
  { key: { secret: LONG_SECRET } },
);

// alg.
for (const alg of ["none", "None", "NONE", "nOnE", "hs256", "HS257", ""]) {
  refuse(`alg ${JSON.stringify(alg)}`, sign({}, { header: { alg } }), {
    code: "ALG_UNSUPPORTED",
    alg,
  });
  refuse(`alg ${JSON.stringify(alg)}, no signature`, raw(b64(text({ alg })), PAYLOAD, ""), {
    code: "ALG_UNSUPPORTED",
    alg,
  });
}
accept("algorithms with the token's", sign({}), { options: { algorithms: ["HS512", "HS256"] } });
refuse(
  "algorithms without the token's",
  sign({}),
  { code: "ALG_NOT_ALLOWED", alg: "HS256" },
  { key: { secret: LONG_SECRET }, options: { algorithms: ["HS384", "HS512"] } },
);
refuse(
  "algorithms of another family",
  sign({}),
  { code: "ALG_NOT_ALLOWED", alg: "HS256" },
  { options: { algorithms: ["RS256"] } },
);
refuse(
  "no algorithms at all",
  sign({}),
  { code: "ALG_NOT_ALLOWED", alg: "HS256" },
  { options: { algorithms: [] } },
);
refuse(
  "algorithms that the secret is too short for",
  sign({}),
  { code: "KEY_INVALID", reason: "secret shorter than the hash" },
  { options: { algorithms: ["HS512"] } },
);

// crit and b64.
accept("b64 true without crit", sign({}, { header: { b64: true } }));
refuse("b64 false", sign({}, { header: { b64: false } }), {
  code: "CRIT_UNSUPPORTED",
  extension: "b64",
});
refuse("b64 a string", sign({}, { header: { b64: "false" } }), {
  code: "MALFORMED",
  part: "header",
  reason: "b64 not a boolean",
});
refuse("b64 false and critical", sign({}, { header: { b64: false, crit: ["b64"] } }), {
  code: "CRIT_UNSUPPORTED",
  extension: "b64",
});
refuse("an unknown critical extension", sign({}, { header: { crit: ["x"], x: 1 } }), {
  code: "CRIT_UNSUPPORTED",
  extension: "x",
});
accept("an unknown extension that is not critical", sign({}, { header: { x: 1 } }));
for (const [name, crit, more] of [
  ["not an array", "x", { x: 1 }],
  ["empty", [], {}],
  ["with a number", [1], {}],
  ["with a name twice", ["x", "x"], { x: 1 }],
  ["with a name that is not there", ["x"], {}],
  ["with a registered name", ["alg"], {}],
  ["null", null, {}],
]) {
  const reason = "crit not a list of distinct extension names in the header";
  refuse(`crit ${name}`, sign({}, { header: { crit, ...more } }), {
    code: "MALFORMED",
    part: "header",
    reason,
  });
}

// Keys carried by the header are not looked at.
accept(
  "jwk, jku, x5u and x5c in the header",
  sign(
    {},
    {
      header: {
        jwk: { kty: "oct", k: b64(LONG_SECRET) },
        jku: "https://attacker.example/",
        x5u: "file:///etc/passwd",
        x5c: ["AA"],
      },
    },
  ),
);
refuse(
  "signed with the key in its header",
  sign({}, { header: { jwk: { kty: "oct", k: b64(LONG_SECRET) } }, secret: LONG_SECRET }),
  "SIGNATURE_INVALID",
);

// Time.
accept("exp one second ahead", sign({ exp: NOW + 1 }));
refuse("exp now", sign({ exp: NOW }), claimFault("EXPIRED", "exp"));
refuse("exp a second ago", sign({ exp: NOW - 1 }), claimFault("EXPIRED", "exp"));
accept("exp a fraction ahead", sign({ exp: NOW + 0.5 }));
refuse("exp a fraction ago", sign({ exp: NOW - 0.5 }), claimFault("EXPIRED", "exp"));
accept("exp within the tolerance", sign({ exp: NOW - 9 }), { options: { clockTolerance: 10 } });
refuse("exp at the tolerance", sign({ exp: NOW - 10 }), claimFault("EXPIRED", "exp"), {
  options: { clockTolerance: 10 },
});
refuse("exp 0", sign({ exp: 0 }), claimFault("EXPIRED", "exp"));
accept("exp 0, at a negative now", sign({ exp: 0 }), { options: { now: -1 } });
accept("exp at 2^31", sign({ exp: 2 ** 31 }));
accept("exp at 2^53 - 1", sign({ exp: 2 ** 53 - 1 }));
accept("exp with an exponent", sign('{"exp":1.8000000005e9}'));
accept("nbf now", sign({ nbf: NOW }));
refuse("nbf one second ahead", sign({ nbf: NOW + 1 }), claimFault("NOT_YET_VALID", "nbf"));
refuse("nbf a fraction ahead", sign({ nbf: NOW + 0.25 }), claimFault("NOT_YET_VALID", "nbf"));
accept("nbf at the tolerance", sign({ nbf: NOW + 10 }), { options: { clockTolerance: "10s" } });
refuse("nbf beyond the tolerance", sign({ nbf: NOW + 11 }), claimFault("NOT_YET_VALID", "nbf"), {
  options: { clockTolerance: "10s" },
});
accept("iat in the future, no maxAge", sign({ iat: NOW + 100 }));
accept("maxAge not reached", sign({ iat: NOW - 59 }), { options: { maxAge: "1m" } });
refuse("maxAge reached", sign({ iat: NOW - 60 }), claimFault("EXPIRED", "iat"), {
  options: { maxAge: "1m" },
});
accept("maxAge within the tolerance", sign({ iat: NOW - 60 }), {
  options: { maxAge: "1m", clockTolerance: 1 },
});
refuse("maxAge without iat", sign({}), claimFault("CLAIM_MISSING", "iat"), {
  options: { maxAge: 60 },
});
refuse(
  "iat in the future with maxAge",
  sign({ iat: NOW + 1 }),
  claimFault("NOT_YET_VALID", "iat"),
  { options: { maxAge: 60 } },
);
accept("iat in the future within the tolerance", sign({ iat: NOW + 1 }), {
  options: { maxAge: 60, clockTolerance: 1 },
});
for (const claim of ["exp", "nbf", "iat"]) {
  for (const value of [
    "null",
    "false",
    '""',
    '"1900000000"',
    "[]",
    "{}",
    "1e400",
    "-1e400",
    "9007199254740992",
    "1e16",
  ]) {
    refuse(`${claim} ${value}`, sign(`{"${claim}":${value}}`), claimFault("CLAIM_INVALID", claim));
  }
}
refuse(
  "exp of the wrong type under another secret",
  sign('{"exp":null}', { secret: LONG_SECRET }),
  "SIGNATURE_INVALID",
);

// Claims.
const token = sign({ iss: "https://a.example", aud: ["x", "y"], sub: "ada", jti: "1" });
for (const [option, right, wrong, claim] of [
  ["issuer", "https://a.example", "https://a.example/", "iss"],
  [
    "issuer",
    ["https://b.example", "https://a.example"],
    ["https://b.example", "HTTPS://A.EXAMPLE"],
    "iss",
  ],
  ["audience", "y", "xy", "aud"],
  ["audience", ["z", "x"], ["z", "X"], "aud"],
  ["subject", "ada", "ad", "sub"],
  ["jwtId", "1", "", "jti"],
]) {
  accept(`${option} ${text(right)}`, token, { options: { [option]: right } });
  refuse(`${option} ${text(wrong)}`, token, claimFault("CLAIM_MISMATCH", claim), {
    options: { [option]: wrong },
  });
  refuse(`${option} ${text(right)}, absent`, sign({}), claimFault("CLAIM_MISSING", claim), {
    options: { [option]: right },
  });
  refuse(
    `${option} ${text(right)}, a number`,
    sign({ [claim]: 1 }),
    claimFault("CLAIM_INVALID", claim),
    { options: { [option]: right } },
  );
  accept(`${claim} a number, nothing expected (${text(right)})`, sign({ [claim]: 1 }));
}
refuse("issuer: an empty list", token, claimFault("CLAIM_MISMATCH", "iss"), {
  options: { issuer: [] },
});
refuse("audience: an empty list", token, claimFault("CLAIM_MISMATCH", "aud"), {
  options: { audience: [] },
});
refuse(
  "iss an array of the expected",
  sign({ iss: ["https://a.example"] }),
  claimFault("CLAIM_INVALID", "iss"),
  { options: { issuer: "https://a.example" } },
);
refuse("aud of mixed types", sign({ aud: ["x", 1] }), claimFault("CLAIM_INVALID", "aud"), {
  options: { audience: "x" },
});
refuse("aud an empty array", sign({ aud: [] }), claimFault("CLAIM_MISMATCH", "aud"), {
  options: { audience: "x" },
});
accept("aud a string", sign({ aud: "x" }), { options: { audience: "x" } });
accept("aud escaped", sign('{"aud":"\\u0078"}'), { options: { audience: "x" } });
accept("iss in one Unicode form", sign({ iss: "\u00e9" }), { options: { issuer: "\u00e9" } });
refuse(
  "iss in another Unicode form",
  sign({ iss: "\u00e9" }),
  claimFault("CLAIM_MISMATCH", "iss"),
  { options: { issuer: "e\u0301" } },
);
accept("required claims", sign({ a: null, "": 0 }), { options: { requiredClaims: ["a", ""] } });
refuse("a required claim absent", sign({ a: null }), claimFault("CLAIM_MISSING", "b"), {
  options: { requiredClaims: ["a", "b"] },
});
refuse("a required claim that objects inherit", sign({}), claimFault("CLAIM_MISSING", "toString"), {
  options: { requiredClaims: ["toString"] },
});
refuse("required exp absent", sign({}), claimFault("CLAIM_MISSING", "exp"), {
  options: { requiredClaims: ["exp"] },
});

// typ.
const typed = (typ) => sign({}, { header: { typ } });
for (const [actual, expected] of [
  ["at+jwt", "at+jwt"],
  ["AT+JWT", "at+jwt"],
  ["application/at+jwt", "at+jwt"],
  ["at+jwt", "application/AT+jwt"],
]) {
  accept(`typ ${actual} for ${expected}`, typed(actual), { options: { typ: expected } });
}
for (const [actual, expected] of [
  ["JWT", "at+jwt"],
  ["text/at+jwt", "at+jwt"],
  ["at+jwt", "text/at+jwt"],
  ["", "jwt"],
]) {
  refuse(
    `typ ${text(actual)} for ${expected}`,
    typed(actual),
    claimFault("CLAIM_MISMATCH", "typ"),
    { options: { typ: expected } },
  );
}
refuse(
  "typ expected and absent",
  sign({}, { header: '{"alg":"HS256"}' }),
  claimFault("CLAIM_MISSING", "typ"),
  { options: { typ: "JWT" } },
);

// Order of the checks.
const all = { exp: null, iss: "x" };
refuse("malformed before alg", raw(b64('{"alg":"none"}'), "!", ""), {
  code: "MALFORMED",
  part: "payload",
  reason: "character outside base64url",
});
refuse("crit before alg", sign({}, { header: { alg: "none", crit: ["x"], x: 1 } }), {
  code: "CRIT_UNSUPPORTED",
  extension: "x",
});
refuse("signature before claims", sign(all, { secret: LONG_SECRET }), "SIGNATURE_INVALID", {
  options: { issuer: "y" },
});
refuse("wrong type before missing", sign(all), claimFault("CLAIM_INVALID", "exp"), {
  options: { requiredClaims: ["z"] },
});
refuse("missing before nbf", sign({ nbf: NOW + 1 }), claimFault("CLAIM_MISSING", "z"), {
  options: { requiredClaims: ["z"] },
});
refuse("nbf before exp", sign({ nbf: NOW + 1, exp: NOW - 1 }), claimFault("NOT_YET_VALID", "nbf"));
refuse("exp before age", sign({ exp: NOW - 1, iat: 0 }), claimFault("EXPIRED", "exp"), {
  options: { maxAge: 1 },
});
refuse("age before iss", sign({ iat: 0, iss: "x" }), claimFault("EXPIRED", "iat"), {
  options: { maxAge: 1, issuer: "y" },
});
refuse("iss before aud", sign({ iss: "x", aud: "x" }), claimFault("CLAIM_MISMATCH", "iss"), {
  options: { issuer: "y", audience: "y" },
});
refuse("jti before typ", sign({ jti: "x" }), claimFault("CLAIM_MISMATCH", "jti"), {
  options: { jwtId: "y", typ: "y" },
});

// Several keys.
const jwk = (secret, more) => ({ kty: "oct", k: b64(secret), ...more });
const A = jwk(SECRET, { kid: "a" });
const B = jwk(LONG_SECRET, { kid: "b" });
const kid = (name, secret = SECRET) => sign({}, { header: { kid: name }, secret });
accept("a JWK", sign({}), { key: { json: jwk(SECRET) } });
accept("a JWK, another kid in the token", kid("z"), {
  key: { json: A },
  match: { index: 0, kid: "a" },
});
accept("a JWKS, by kid", kid("b", LONG_SECRET), {
  key: { json: { keys: [A, B] } },
  match: { index: 1, kid: "b" },
});
refuse("a JWKS, the wrong kid", kid("a", LONG_SECRET), "SIGNATURE_INVALID", {
  key: { json: { keys: [A, B] } },
});
refuse(
  "a JWKS, an unknown kid",
  kid("z"),
  { code: "KEY_NOT_FOUND", kid: "z", offered: ["a", "b"] },
  { key: { json: { keys: [A, B] } } },
);
accept("a JWKS, no kid in the token", sign({}, { secret: LONG_SECRET }), {
  key: { json: { keys: [A, B] } },
  match: { index: 1, kid: "b" },
});
accept("an array, a key without kid is tried too", kid("z"), {
  key: { list: [{ json: B }, { secret: SECRET }] },
  match: { index: 1 },
});
refuse("an array, none fits", kid("z", "some other secret of enough bytes"), "SIGNATURE_INVALID", {
  key: { list: [{ json: B }, { secret: SECRET }] },
});
accept("a JWKS, the index counts what is left out", kid("a"), {
  key: { json: { keys: [{ kty: "RSA", n: "AQAB", e: "AQAB" }, jwk(SECRET, { use: "enc" }), A] } },
  match: { index: 2, kid: "a" },
});
refuse(
  "a kid that objects inherit",
  kid("__proto__"),
  { code: "KEY_NOT_FOUND", kid: "__proto__", offered: ["a"] },
  { key: { list: [{ json: A }] } },
);
accept("a JWK pinned to the token's alg", sign({}, { secret: LONG_SECRET }), {
  key: { json: jwk(LONG_SECRET, { alg: "HS256" }) },
});
refuse(
  "a JWK pinned to another alg",
  sign({}, { secret: LONG_SECRET }),
  { code: "ALG_NOT_ALLOWED", alg: "HS256" },
  { key: { json: jwk(LONG_SECRET, { alg: "HS512" }) } },
);
refuse(
  "the key that kid names is pinned to another alg",
  kid("p", LONG_SECRET),
  { code: "ALG_NOT_ALLOWED", alg: "HS256" },
  { key: { list: [{ json: jwk(LONG_SECRET, { kid: "p", alg: "HS512" }) }, { json: B }] } },
);
refuse("an empty array", sign({}), { code: "KEY_NOT_FOUND", offered: [] }, { key: { list: [] } });
refuse(
  "an empty JWKS",
  sign({}),
  { code: "KEY_NOT_FOUND", offered: [] },
  { key: { json: { keys: [] } } },
);

// ---- keys.json: what can be a key ----

const hex = (text) => ({ bytes: text.replaceAll(" ", "") });
const asBytes = (text) => hex(Buffer.from(text).toString("hex"));
const filler = (bytes) => "5a".repeat(bytes);
const PEM_BODY = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
const keys = [
  ["32 bytes", { secret: SECRET }],
  ["31 bytes", { secret: SECRET.slice(1) }, "secret shorter than the hash"],
  ["31 bytes, allowed", { secret: SECRET.slice(1), allowWeakKey: true }],
  ["no bytes", { secret: "" }, "empty secret"],
  ["no bytes, weak ones allowed", { secret: "", allowWeakKey: true }, "empty secret"],
  ["letters beyond ASCII", { secret: "ein Schlüssel, länger als 32 Byte" }],
  [
    "PEM as bytes",
    { ...asBytes(`-----BEGIN PUBLIC KEY-----\n${PEM_BODY}\n-----END PUBLIC KEY-----\n`) },
    "pem given as a secret: parse it first",
  ],
  [
    "PEM as bytes, indented",
    { ...asBytes(`  \n\t  -----BEGIN PUBLIC KEY-----\n  ${PEM_BODY}`) },
    "pem given as a secret: parse it first",
  ],
  [
    "PEM as bytes after a byte order mark",
    { ...asBytes(`\ufeff-----BEGIN RSA PUBLIC KEY-----\n${PEM_BODY}`) },
    "pem given as a secret: parse it first",
  ],
  [
    "PEM as bytes after other text",
    { ...asBytes(`Bag Attributes\n-----BEGIN CERTIFICATE-----\n${PEM_BODY}`) },
    "pem given as a secret: parse it first",
  ],
  [
    "PEM as bytes, weak ones allowed",
    { ...asBytes(`-----BEGIN EC PRIVATE KEY-----${PEM_BODY}`), allowWeakKey: true },
    "pem given as a secret: parse it first",
  ],
  ["text that only speaks of PEM", { secret: "BEGIN PUBLIC KEY, without dashes before it" }],
  [
    "an SSH key",
    {
      secret: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBm/RAlphM3+hUG6wWfcO5bIUIaqMLa2ywxcOK1wMWbh me",
    },
    "ssh key given as a secret: parse it first",
  ],
  [
    "JWK text",
    { secret: text({ kty: "OKP", crv: "Ed25519", x: filler(16) }) },
    "jwk given as a secret: parse it first",
  ],
  [
    "JWK text, indented",
    { secret: ` \n ${text({ crv: "Ed25519", kty: "OKP" })} ` },
    "jwk given as a secret: parse it first",
  ],
  [
    "JWK text, kty escaped",
    { secret: '{"\\u006bty":"RSA","n":"AQAB","e":"AQAB"}' },
    "jwk given as a secret: parse it first",
  ],
  [
    "JWKS text",
    { secret: `{"keys":[${" ".repeat(30)}]}` },
    "jwk given as a secret: parse it first",
  ],
  ["JSON text that is no JWK", { secret: text({ password: "correct horse battery staple" }) }],
  ["SPKI", hex(`302a300506032b6570032100${filler(32)}`), "der given as a secret: parse it first"],
  [
    "SPKI with a newline after it",
    hex(`302a300506032b6570032100${filler(32)}0a`),
    "der given as a secret: parse it first",
  ],
  ["SPKI cut by a byte", hex(`302a300506032b6570032100${filler(31)}`)],
  [
    "PKCS#8",
    hex(`302e020100300506032b657004220420${filler(32)}`),
    "der given as a secret: parse it first",
  ],
  [
    "PKCS#1",
    hex(`30818902818100${filler(128)}0203010001`),
    "der given as a secret: parse it first",
  ],
  ["SEC1", hex(`30250201010420${filler(32)}`), "der given as a secret: parse it first"],
  ["bytes that begin as a SEQUENCE", hex(`3020${filler(32)}`)],
  ["an oct JWK", { json: jwk(SECRET) }],
  ["an oct JWK with no bytes", { json: jwk("") }, "empty secret"],
  ["an oct JWK of 31 bytes", { json: jwk(SECRET.slice(1)) }, "secret shorter than the hash"],
  [
    "an oct JWK of 32 bytes for HS512",
    { json: jwk(SECRET, { alg: "HS512" }) },
    "secret shorter than the hash",
  ],
  [
    "an oct JWK for another family",
    { json: jwk(SECRET, { alg: "RS256" }) },
    "alg does not fit the key",
  ],
  [
    "an oct JWK for encryption by alg",
    { json: jwk(SECRET, { alg: "A256GCM" }) },
    "alg does not fit the key",
  ],
  [
    "an oct JWK for encryption by use",
    { json: jwk(SECRET, { use: "enc" }) },
    "use or key_ops does not allow it",
  ],
  ["an oct JWK for signatures", { json: jwk(SECRET, { use: "sig", key_ops: ["verify"] }) }],
  [
    "an oct JWK for other operations",
    { json: jwk(SECRET, { key_ops: ["encrypt"] }) },
    "use or key_ops does not allow it",
  ],
  ["an oct JWK without k", { json: { kty: "oct" } }, "not a jwk"],
  ["an oct JWK with k null", { json: { kty: "oct", k: null } }, "not a jwk"],
  [
    "an oct JWK with padding",
    { json: { kty: "oct", k: `${b64(SECRET)}=` } },
    "member not canonical base64url",
  ],
  ["an oct JWK with kid a number", { json: jwk(SECRET, { kid: 1 }) }, "not a jwk"],
  ["kty in capitals", { json: { kty: "OCT", k: b64(SECRET) } }, "kty not supported"],
  ["an object that is no JWK", { json: { k: b64(SECRET) } }, "not a jwk"],
  ["a JWKS whose only member is unusable", { json: { keys: [jwk("")] } }, "empty secret"],
].map(([name, key, reason]) => ({ name, key, ...(reason && { reason }) }));

// ---- writing ----

const files = {
  "form.json": { wellFormed, malformed },
  "verify.json": rows,
  "keys.json": { token: sign({}), keys },
};
const check = process.argv.includes("--check");
for (const [name, content] of Object.entries(files)) {
  const url = new URL(name, import.meta.url);
  const made = `${JSON.stringify(content, null, 1)}\n`;
  if (!check) writeFileSync(url, made);
  else if (readFileSync(url, "utf8") !== made) {
    console.error(`${name} is not what generate.mjs makes`);
    process.exitCode = 1;
  }
}
