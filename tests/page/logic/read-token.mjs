/**
 * What a token's reading says of each of its segments.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inspect } from "../../../pkg/dist/full.js";
import { MAX_TOKEN_BYTES, nestedChain, readToken } from "../../../www/src/reading/read-token.js";
import { STRINGS } from "../../../www/src/strings.js";
import { SIMPLEJWT, SIMPLEJWT_EDDSA, segment, sign } from "../tokens.mjs";

const HEADER = segment({ alg: "HS256", typ: "JWT" });
const read = (token) => readToken(inspect, token);

/** The states of the segments. */
const states = (token) => read(token).segments.map(({ state }) => state);
/** `role state reason` of the segments that are not as they should be. */
const faults = (token) =>
  read(token)
    .segments.filter(({ state }) => state !== "ok")
    .map(({ role, state, reason = "" }) => `${role} ${state} ${reason}`.trim());

export const facts = {
  "a signed token has three segments that are as they should be"() {
    const { form, alg, segments, headerText, claims, nested } = read(SIMPLEJWT.token);
    assert.deepEqual([form, alg, nested], ["jws", "HS256", undefined]);
    assert.deepEqual(
      segments.map(({ role, state, bytes }) => [role, state, bytes]),
      // 43 characters of base64url are 32 bytes.
      [
        ["header", "ok", 27],
        ["payload", "ok", 112],
        ["signature", "ok", 32],
      ],
    );
    assert.equal(headerText, '{"alg":"HS256","typ":"JWT"}');
    assert.equal(claims.exp, SIMPLEJWT.exp);
    assert.deepEqual(faults(SIMPLEJWT_EDDSA), []);
  },
  "each segment has its own state and reason"() {
    const bytes = (...values) => Buffer.from(values).toString("base64url");
    for (const [token, ...expected] of [
      [`${HEADER}.${segment({})}.`, "signature empty"],
      [`${HEADER}..AAAA`, "payload empty"],
      [`${HEADER}.${segment({})}.AA==`, "signature not-canonical padded"],
      [`${HEADER}.${segment({})}.AB`, "signature not-canonical spare-bits"],
      [`${HEADER}.${segment({})}.A+A/`, "signature not-canonical character"],
      [`${HEADER}.${segment({})}.A*`, "signature not-base64url character"],
      [`${HEADER}.${segment({})}.A`, "signature not-base64url length"],
      [`${HEADER}.${bytes(0xff)}.AA`, "payload not-utf8 not-utf8"],
      [`${HEADER}.${segment("x")}.AA`, "payload not-json not-json"],
      [`${HEADER}.${segment("x")}==.AA`, "payload not-json not-json"],
      [`${HEADER}.${segment("[1]")}.AA`, "payload not-an-object not-an-object"],
      [`${HEADER}.${segment("\ufeff{}")}.AA`, "payload refused byte-order-mark"],
      [`${HEADER}.${segment('{"a":1,"a":2}')}.AA`, "payload refused duplicate-name"],
      [`${HEADER}.${segment('{"a":"\\ud800"}')}.AA`, "payload refused lone-surrogate"],
      [
        `${HEADER}.${segment(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`)}.AA`,
        "payload refused too-deep",
      ],
      [`${segment({})}.${segment({})}.AA`, "header refused alg-missing"],
      [`${segment({ alg: 1 })}.${segment({})}.AA`, "header refused alg-not-text"],
      [`${segment({ alg: "HS256", typ: 1 })}.e30.AA`, "header refused typ-not-text"],
      [`${segment({ alg: "HS256", kid: 1 })}.e30.AA`, "header refused kid-not-text"],
      [`${segment({ alg: "HS256", cty: 1 })}.e30.AA`, "header refused cty-not-text"],
      [`${segment({ alg: "HS256", b64: 1 })}.e30.AA`, "header refused b64-not-boolean"],
      [`${segment({ alg: "HS256", crit: [] })}.e30.AA`, "header refused crit-list"],
      [
        `x.${segment("y")}.z`,
        "header not-base64url length",
        "payload not-json not-json",
        "signature not-base64url length",
      ],
    ]) {
      assert.deepEqual(faults(token), expected, token.slice(0, 80));
    }
  },
  "a reason says what and where"() {
    const [, , signature] = read(`${HEADER}.e30.AB\u202eC`).segments;
    assert.deepEqual(signature.parameters, { length: 4, position: 3, character: "\\u202e" });
    const [, payload] = read(`${HEADER}.${segment('{"a":1,"b":2,"a":3,"b":4}')}.AA`).segments;
    assert.equal(payload.parameters.names, "a, b");
  },
  "claims are read however they are written"() {
    for (const payload of [
      `${segment('{"a":1}')}==`,
      segment('\ufeff{"a":1}'),
      segment('{"a":0,"a":1}'),
      segment('{"a":1}').replace(/.$/, "R"),
      segment(' {\n"a" : 1} '),
    ]) {
      assert.deepEqual(read(`${HEADER}.${payload}.AA`).claims, { a: 1 }, payload);
    }
    for (const payload of ["", segment("[1]"), segment('{"a":1'), segment("null"), "*"]) {
      assert.equal(read(`${HEADER}.${payload}.AA`).claims, undefined, payload);
    }
  },
  "integers are exact, and prototypes are not touched"() {
    const { claims } = read(sign('{"id":12345678901234567890,"__proto__":{"admin":true}}'));
    assert.equal(claims.id, 12345678901234567890n);
    assert.equal(claims.admin, undefined);
    assert.ok(Object.hasOwn(claims, "__proto__"));
    assert.equal(read(sign("{}")).claims.alg, undefined);
  },

  "what is missing is said to be absent"() {
    const [header, payload, signature] = SIMPLEJWT.token.split(".");
    for (const [token, expected] of [
      [header, ["ok", "absent", "absent"]],
      [`${header}.${payload}`, ["ok", "ok", "absent"]],
      [payload, ["absent", "ok", "absent"]],
      [`${payload}.${signature}`, ["absent", "ok", "ok"]],
      [`${header}.`, ["ok", "empty", "absent"]],
      ["", ["empty", "absent", "absent"]],
      ["hello!", ["not-base64url", "absent", "absent"]],
    ]) {
      assert.deepEqual(states(token), expected, token);
      assert.equal(read(token).form, "incomplete");
    }
    assert.equal(read(payload).claims.user_id, "1");
    assert.equal(read(payload).header, undefined);
  },
  "JSON of claims or of a header is read without base64url round it"() {
    const claims = read(' {"sub":"a.b.c","id":12345678901234567890}');
    assert.deepEqual(
      claims.segments.map(({ state }) => state),
      ["absent", "ok", "absent"],
    );
    assert.equal(claims.claims.id, 12345678901234567890n);
    assert.deepEqual([claims.form, claims.header], ["incomplete", undefined]);
    const header = read('{"alg":"ES256","kid":"ü"}');
    assert.deepEqual([header.alg, header.header.kid, header.claims], ["ES256", "ü", undefined]);
    assert.deepEqual(states("{ no json }"), ["not-base64url", "absent", "absent"]);
  },
  "segments beyond the third are surplus, and the first three are read"() {
    const { form, segments, claims } = read(`${SIMPLEJWT.token}.AAAA`);
    assert.equal(form, "unreadable");
    assert.equal(claims.user_id, "1");
    assert.deepEqual(
      segments.map(({ role, state }) => `${role} ${state}`),
      ["header ok", "payload ok", "signature ok", "extra ok"],
    );
    const seven = read(`${SIMPLEJWT.token}.a.b.c*`).segments;
    assert.equal(seven.at(-1).parameters.character, "*");
    assert.equal(read(`${"a.".repeat(1000)}a`).segments.length, 6);
  },
  "an encrypted token has a header and five segments, and no claims"() {
    const header = segment({ alg: "dir", enc: "A128GCM" });
    const { form, alg, segments, claims } = read(`${header}..AAAAAAAAAAAAAAAA.BBBB.CCCC=`);
    assert.deepEqual([form, alg, claims], ["jwe", "dir", undefined]);
    assert.deepEqual(
      segments.map(({ role, state, bytes }) => [role, state, bytes]),
      [
        ["header", "ok", 29],
        ["encrypted-key", "empty", 0],
        ["iv", "ok", 12],
        ["ciphertext", "ok", 3],
        ["tag", "not-canonical", 3],
      ],
    );
  },
  "a token inside of a token is opened, and one inside of that"() {
    const once = sign(SIMPLEJWT.token, { header: { alg: "HS256", cty: "JWT" } });
    assert.equal(read(once).nested, SIMPLEJWT.token);
    assert.deepEqual(states(once), ["ok", "ok", "ok"]);
    assert.equal(read(sign(JSON.stringify(SIMPLEJWT.token))).nested, SIMPLEJWT.token);
    const twice = sign(once);
    assert.deepEqual(
      nestedChain(inspect, twice).map(({ token }) => token),
      [twice, once, SIMPLEJWT.token],
    );
    assert.equal(nestedChain(inspect, twice, 2).length, 2);
    for (const payload of ['"a.b.c"', `x ${SIMPLEJWT.token}`, { jwt: SIMPLEJWT.token }]) {
      assert.equal(read(sign(payload)).nested, undefined);
    }
  },
  "a token is too large beyond 1 MiB"() {
    const long = (length) => `${HEADER}.e30.${"A".repeat(length - HEADER.length - 5)}`;
    assert.equal(read(long(MAX_TOKEN_BYTES)).form, "jws");
    assert.equal(read(long(MAX_TOKEN_BYTES + 1)).form, "too-large");
    assert.deepEqual(read(long(MAX_TOKEN_BYTES + 1)).segments, []);
  },
  "where tokens cannot be inspected, the report says so"() {
    const blocked = { segments: [], checks: [{ name: "arguments", outcome: "failed" }] };
    const { form, report } = readToken(() => blocked, SIMPLEJWT.token);
    assert.deepEqual([form, report], ["unreadable", blocked]);
  },
  "the malformed tokens of the test vectors are read without a fault of ours"() {
    const file = new URL("../../vectors/form.json", import.meta.url);
    const { wellFormed, ...others } = JSON.parse(readFileSync(file, "utf8"));
    for (const { token, payload } of wellFormed) {
      assert.equal(read(token).payloadText, payload);
      assert.equal(read(token).claims !== undefined, true);
    }
    for (const { token } of Object.values(others).flat()) {
      if (typeof token === "string") assert.ok(read(token).form);
    }
  },
  "each state, role and reason has words"() {
    const roles = "header payload signature encrypted-key iv ciphertext tag extra".split(" ");
    const all =
      "ok empty absent not-base64url not-canonical not-utf8 not-json not-an-object refused".split(
        " ",
      );
    const reasons =
      "padded character length spare-bits byte-order-mark not-utf8 not-json not-an-object duplicate-name lone-surrogate too-deep too-large alg-missing alg-not-text typ-not-text kid-not-text cty-not-text b64-not-boolean crit-list other".split(
        " ",
      );
    const keys = [
      ...roles.map((role) => `segment.role.${role}`),
      ...all.map((state) => `segment.state.${state}`),
      ...reasons.map((reason) => `segment.reason.${reason}`),
    ].sort();
    for (const language of Object.keys(STRINGS)) {
      const known = Object.keys(STRINGS[language]).filter((key) => key.startsWith("segment."));
      assert.deepEqual(known.sort(), keys);
    }
  },
};
