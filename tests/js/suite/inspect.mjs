/**
 * Inspecting: never another verdict than that of `verify`, and never an exception.
 */
import { equal, ok } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const now = 1_750_000_000;

export default function (test, { api, vectors }) {
  const { inspect } = api;
  if (!inspect) return;
  const { Key, encode, verify } = api;
  const rsa = vectors.algorithms.find(({ alg }) => alg === "RS256");

  test("inspect: valid is what verify says, on every vector", () => {
    let count = 0;
    for (const { name, token, key, options } of [...vectors.verify, ...vectors.rfc]) {
      let expected;
      try {
        verify(token, readKey(key), options);
      } catch (error) {
        expected = error.code;
      }
      const report = inspect(token, readKey(key), options);
      equal([report.valid, report.code], [expected === undefined, expected], name);
      count++;
    }
    for (const { token } of vectors.form.malformed) {
      const report = inspect(token, SECRET);
      equal([report.valid, report.code], [false, "ERR_JWT_MALFORMED"], token);
      count++;
    }
    for (const { alg, token, publicPem } of vectors.algorithms) {
      const report = inspect(token, publicPem, { now });
      ok(report.valid && report.keys[0].matched, alg);
      equal(report.keys[0].thumbprint, Key.fromPem(publicPem).thumbprint(), alg);
      ok(!inspect(token, publicPem, { now: 1_800_000_000 }).valid, alg);
      count++;
    }
    ok(count > 200, `${count}`);
  });

  test("inspect: header and payload as they are, integers exact, the last of duplicates", () => {
    const token = encode({ n: 9007199254740993n, a: [{ b: 1 }] }, SECRET);
    const { header, payload, segments, valid } = inspect(token, SECRET);
    equal(valid, true);
    equal(header, { alg: "HS256", typ: "JWT" });
    equal(payload, { n: 9007199254740993n, a: [{ b: 1 }] });
    equal(segments.length, 3);
    const twice = `${btoa('{"alg":"HS256"}')}.${btoa('{"a":1,"a":2}')}.`.replaceAll("=", "");
    const report = inspect(twice);
    equal(report.payload, { a: 2 });
    equal(report.segments[1].duplicates, ["a"]);
    equal(report.code, "ERR_JWT_MALFORMED");
    equal(inspect(`${btoa('{"alg":"HS256"}')}.AAAA.`).payload, undefined);
  });

  test("inspect: a key that cannot be used is a failed check, and the rest goes on", () => {
    const token = encode({ exp: 1 }, SECRET);
    const find = (report, name) => report.checks.find((check) => check.name === name);
    for (const [key, code] of [
      ["", "ERR_JWT_KEY_INVALID"],
      ["-----BEGIN PUBLIC KEY-----", "ERR_JWT_KEY_INVALID"],
      [{ kty: "none" }, "ERR_JWT_KEY_INVALID"],
      [null, undefined],
      [Symbol("key"), undefined],
    ]) {
      const report = inspect(token, key);
      equal([report.valid, report.code], [false, code]);
      equal(find(report, "key").outcome, "failed");
      equal(find(report, "exp").outcome, "failed");
      equal(report.payload, { exp: 1 });
    }
    equal(find(inspect(token, SECRET), "key").outcome, "passed");
    equal(inspect(token, []).code, "ERR_JWT_KEY_NOT_FOUND");
  });

  test("inspect: a PS256 signature under a header that says RS256", async () => {
    const { kid: _, ...jwk } = rsa.privateJwk;
    const pss = { name: "RSA-PSS", hash: "SHA-256", saltLength: 32 };
    const key = await crypto.subtle.importKey("jwk", jwk, pss, false, ["sign"]);
    const input = `${btoa('{"alg":"RS256"}').replaceAll("=", "")}.e30`;
    const signature = await crypto.subtle.sign(pss, key, new TextEncoder().encode(input));
    const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)));
    const token = `${input}.${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    const { hints, code } = inspect(token, rsa.publicPem);
    equal(code, "ERR_JWT_SIGNATURE_INVALID");
    equal(
      hints.map(({ code, algorithm }) => [code, algorithm]),
      [["other-algorithm", "PS256"]],
    );
    equal(inspect(rsa.token, rsa.publicPem, { now }).hints, []);
  });

  test("inspect: never throws, and everything works on afterwards", () => {
    const hostile = {
      get algorithms() {
        throw new Error("a getter");
      },
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const calls = [
      [],
      [1],
      [Symbol("token")],
      [{}],
      [null, null, null],
      ["a.b.c", SECRET, { unknown: 1 }],
      ["a.b.c", SECRET, { now: "soon" }],
      ["a.b.c", SECRET, hostile],
      ["a.b.c", revoked.proxy],
      ["a.b.c", { der: 1 }],
      [
        "a.b.c",
        SECRET,
        {
          now() {
            throw undefined;
          },
        },
      ],
      [".".repeat(10_000), SECRET],
      ["x".repeat(300_000), SECRET],
      ["\ud800.\udfff.", SECRET],
      ["ä.ö.ü", SECRET],
    ];
    for (const args of calls) {
      const report = inspect(...args);
      equal(report.valid, false);
      ok(report.checks.some(({ outcome }) => outcome === "failed"));
      ok(Array.isArray(report.hints) && Array.isArray(report.segments));
      structuredClone(report);
    }
    equal(verify(encode({ a: 1 }, SECRET), SECRET).payload, { a: 1 });
  });

  test("inspect: no report holds a secret", () => {
    const other = "another secret of thirty-two bytes";
    const text = JSON.stringify(inspect(encode({}, SECRET), other));
    ok(text.includes("other-key") && !text.includes(other.slice(8)), text);
  });
}

/** A key as the vectors write it. */
function readKey({ secret, bytes, json, list }) {
  if (secret !== undefined) return secret;
  if (bytes !== undefined) return Uint8Array.from(bytes.match(/../g), (byte) => parseInt(byte, 16));
  return list ? list.map(readKey) : json;
}
