/**
 * The vectors of tests/vectors, which the Rust tests read too: same tokens, same answers.
 */
import { equal, ok, refuses } from "../harness.mjs";

export const SIMPLEJWT_SECRET = "test-only-secret-key-for-loopback-fixtures-0123456789abcdef";

export default function (test, { api, plainDecode, vectors }) {
  const { createVerifier, decode, verify } = api;

  for (const row of [...vectors.rfc, ...vectors.verify]) {
    test(`verify: ${row.name}`, () => {
      const calls = {
        verify: () => verify(row.token, readKey(row.key), row.options),
        createVerifier: () => createVerifier(readKey(row.key), row.options).verify(row.token),
      };
      for (const [name, call] of Object.entries(calls)) {
        if (row.error) {
          refuses(call, row.error, name);
          continue;
        }
        const { header, payload, key } = call();
        const [head, body] = row.token.split(".");
        equal(header, JSON.parse(textOf(head)), name);
        equal(payload, JSON.parse(textOf(body)), name);
        equal(key, row.match, name);
        ok(Object.isFrozen(key), `${name}: key is not frozen`);
      }
    });
  }

  for (const [entry, decodeOf] of [
    ["wasm", decode],
    ["plain", plainDecode],
  ]) {
    for (const row of vectors.form.wellFormed) {
      test(`decode (${entry}): ${row.name}`, () => {
        const { header, payload, signature } = decodeOf(row.token);
        equal(header, JSON.parse(row.header));
        equal(payload, JSON.parse(row.payload));
        equal(signature, bytesOf(row.token.split(".")[2]));
      });
    }
    for (const { name, token, part, reason } of vectors.form.malformed) {
      test(`decode (${entry}): ${name}`, () => {
        const error = refuses(() => decodeOf(token), { code: "ERR_JWT_MALFORMED", part, reason });
        equal(error.message, `${part}: ${reason}`);
      });
    }
    test(`decode (${entry}): the 46 simplejwt tokens`, () => {
      let count = 0;
      for (const { token, header, payload } of simplejwt(vectors)) {
        const decoded = decodeOf(token);
        equal(decoded.header, header);
        equal(decoded.payload, payload);
        count++;
      }
      equal(count, 46);
    });
  }
  for (const { name, token, part, reason } of vectors.form.malformed) {
    test(`verify: malformed: ${name}`, () => {
      const fields = { code: "ERR_JWT_MALFORMED", part, reason };
      refuses(() => verify(token, SIMPLEJWT_SECRET), fields);
    });
  }

  for (const { name, key, reason } of vectors.keys.keys) {
    test(`key: ${name}`, () => {
      const options = { allowWeakKey: key.allowWeakKey };
      const make = () => createVerifier(readKey(key), options);
      if (reason) refuses(make, { code: "ERR_JWT_KEY_INVALID", reason, message: `key: ${reason}` });
      else make().free();
    });
  }

  test("verify: the 37 HS256 tokens of simplejwt, a second before exp, at exp, another secret", () => {
    let count = 0;
    for (const { token, header, payload } of simplejwt(vectors)) {
      if (header.alg !== "HS256") continue;
      const at = (now) => verify(token, SIMPLEJWT_SECRET, { now });
      equal(at(payload.exp - 1).payload, payload);
      refuses(() => at(payload.exp), {
        code: "ERR_JWT_EXPIRED",
        claim: "exp",
        actual: payload.exp,
      });
      const other = () => verify(token, `${SIMPLEJWT_SECRET}!`, { now: payload.exp - 1 });
      refuses(other, { code: "ERR_JWT_SIGNATURE_INVALID" });
      count++;
    }
    equal(count, 37);
  });
}

function simplejwt(vectors) {
  return Object.values(vectors.simplejwt).flatMap((tokens) => Object.values(tokens));
}

/** A key as the vectors write it: a secret, bytes in hexadecimal, a JWK or JWKS, or a list. */
function readKey({ secret, bytes, json, list }) {
  if (secret !== undefined) return secret;
  if (bytes !== undefined) return Uint8Array.from(bytes.match(/../g), (byte) => parseInt(byte, 16));
  return list ? list.map(readKey) : json;
}

function bytesOf(base64url) {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function textOf(base64url) {
  return new TextDecoder().decode(bytesOf(base64url));
}
