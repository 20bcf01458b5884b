/**
 * Hostile input: large, deep, strange. Each gives its code, and the next call is right.
 */
import { equal, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const HEADER = b64('{"alg":"HS256"}');

export default function (test, { api, plainDecode, vectors }) {
  const { Key, createVerifier, decode, encode, verify } = api;
  const { token } = vectors.keys;
  const works = () => {
    equal(verify(token, SECRET).payload, {});
    equal(decode(token).payload, {});
    equal(encode({}, SECRET), token);
  };
  const decoders = { decode, plainDecode, verify: (text) => verify(text, SECRET) };

  /** Refused by all three with these fields, and the next call is right. */
  const refused = (text, fields) => {
    for (const [name, call] of Object.entries(decoders)) refuses(() => call(text), fields, name);
    works();
  };

  test("a string of 300 MB", () => {
    const fields = { code: "ERR_JWT_MALFORMED", part: "token", reason: "too large" };
    const huge = "e30.".repeat(75_000_000);
    equal(huge.length, 300_000_000);
    refused(huge, fields);
    refuses(() => verify(token, huge), { code: "ERR_JWT_KEY_INVALID", reason: "too large" });
    works();
  });

  test("100,000 nested brackets", () => {
    const fields = { code: "ERR_JWT_MALFORMED", part: "payload", reason: "too deep" };
    for (const json of [
      `{"a":${"[".repeat(95_000)}${"]".repeat(95_000)}}`,
      `{"a":${"[".repeat(100_000)}`,
      `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
    ]) {
      refused(`${HEADER}.${b64(json)}.`, fields);
    }
  });

  test("a token of 80,000 letters passes, of 256 KiB too, one letter more does not", () => {
    const verifier = createVerifier(SECRET);
    for (const length of [80_000, 196_400]) {
      const large = encode({ a: "x".repeat(length / 1.3334) }, SECRET);
      equal(verifier.verify(large).payload.a.length, Math.floor(length / 1.3334));
      equal(decode(large).payload, plainDecode(large).payload);
      equal(verifier.verify(token).payload, {});
    }
    const exact = `${HEADER}.${"A".repeat(262_144 - HEADER.length - 2)}.`;
    equal(exact.length, 262_144);
    refused(exact, { code: "ERR_JWT_MALFORMED", part: "payload" });
    refused(`${exact}A`, { code: "ERR_JWT_MALFORMED", part: "token", reason: "too large" });
  });

  test("maxTokenBytes moves the bound both ways", () => {
    const fields = { code: "ERR_JWT_MALFORMED", part: "token", reason: "too large" };
    equal(verify(token, SECRET, { maxTokenBytes: token.length }).payload, {});
    refuses(() => verify(token, SECRET, { maxTokenBytes: token.length - 1 }), fields);
    const large = encode({ a: "x".repeat(400_000) }, SECRET);
    refuses(() => verify(large, SECRET), fields);
    equal(verify(large, SECRET, { maxTokenBytes: 1_000_000 }).payload.a.length, 400_000);
    works();
  });

  test("a token at the edge of the input view, cut nowhere", () => {
    const verifier = createVerifier(SECRET);
    // 8,192 bytes is where the fixed view ends.
    const sizes = new Set();
    for (let length = 6_060; length < 6_080; length++) {
      const edge = encode({ a: "x".repeat(length) }, SECRET);
      sizes.add(edge.length);
      equal(verifier.verify(edge).payload.a.length, length);
      // Letters after the view's end must not be dropped.
      refuses(() => verifier.verify(`${edge}A`), { code: "ERR_JWT_SIGNATURE_INVALID" });
      refuses(() => verifier.verify(`${edge}é`), { code: "ERR_JWT_MALFORMED", part: "signature" });
      refuses(() => verifier.verify(`${edge}.`), { code: "ERR_JWT_MALFORMED", part: "token" });
    }
    ok(Math.min(...sizes) < 8_192 && Math.max(...sizes) > 8_192, [...sizes].join());
  });

  test("secrets at the edge of the input view and at their bound", () => {
    for (const length of [8_191, 8_192, 8_193, 65_536]) {
      const secret = "s".repeat(length);
      const signed = encode({}, secret);
      equal(verify(signed, secret).payload, {});
      refuses(() => verify(signed, `${secret.slice(1)}t`), { code: "ERR_JWT_SIGNATURE_INVALID" });
    }
    const fields = { code: "ERR_JWT_KEY_INVALID", reason: "too large" };
    refuses(() => verify(token, "s".repeat(65_537)), fields);
    refuses(() => verify(token, new Uint8Array(2 ** 21).fill(90)), fields);
    works();
  });

  test("15,000 names, all different, or the last one twice", () => {
    const names = Array.from({ length: 15_000 }, (_, at) => `"${at.toString(36)}":0`);
    const wide = `${HEADER}.${b64(`{${names.join()}}`)}.`;
    equal(Object.keys(decode(wide).payload).length, 15_000);
    equal(Object.keys(plainDecode(wide).payload).length, 15_000);
    const twice = `${HEADER}.${b64(`{${names.join()},"0":1}`)}.`;
    refused(twice, { code: "ERR_JWT_MALFORMED", part: "payload", reason: "duplicate name" });
  });

  test("a thousand critical extensions, all there, or the last one twice", () => {
    const names = Array.from({ length: 1_000 }, (_, at) => `y${at.toString(36)}`);
    const members = names.map((name) => `"${name}":0`).join();
    const tokenOf = (crit) =>
      `${b64(`{"alg":"HS256",${members},"crit":${JSON.stringify(crit)}}`)}.${b64("{}")}.`;
    const unsupported = { code: "ERR_JWT_CRIT_UNSUPPORTED", extension: "y0" };
    refuses(() => verify(tokenOf(names), SECRET), unsupported);
    const malformed = { code: "ERR_JWT_MALFORMED", part: "header" };
    refuses(() => verify(tokenOf([...names, names.at(-1)]), SECRET), malformed);
    works();
  });

  test("a number with 100,000 digits, as a claim and as exp", async () => {
    const digits = "9".repeat(100_000);
    equal(decode(`${HEADER}.${b64(`{"n":${digits}}`)}.`).payload.n, BigInt(digits));
    const invalid = { code: "ERR_JWT_CLAIM_INVALID", claim: "exp" };
    for (const [number, fields] of [
      [digits, invalid],
      [`-${digits}`, invalid],
      [`1e${digits}`, invalid],
      [`1e-${digits}`, { code: "ERR_JWT_EXPIRED", claim: "exp", actual: 0 }],
      [`0.${"0".repeat(90_000)}1e90010`, { code: "ERR_JWT_EXPIRED", actual: 1_000_000_000 }],
    ]) {
      const signed = await signText(`{"exp":${number}}`);
      refuses(() => verify(signed, SECRET), fields, number.slice(0, 9));
    }
    works();
  });

  test("every single-letter change of a token is refused", () => {
    const verifier = createVerifier(SECRET);
    const signed = encode({ sub: "ada", exp: 4_000_000_000 }, SECRET);
    equal(verifier.verify(signed).payload.sub, "ada");
    for (let at = 0; at < signed.length; at++) {
      for (const letter of ["A", "B", "-", "=", ".", " ", "é", "\0"]) {
        if (signed[at] === letter) continue;
        const changed = signed.slice(0, at) + letter + signed.slice(at + 1);
        const error = refuses(() => verifier.verify(changed), {}, `${at} ${letter}`);
        ok(/^ERR_JWT_(MALFORMED|SIGNATURE|ALG|CRIT)/.test(error.code), `${at}: ${error.code}`);
      }
      refuses(() => verifier.verify(signed.slice(0, at)), {}, `cut at ${at}`);
    }
    equal(verifier.verify(signed).payload.sub, "ada");
  });

  test("no error holds the token, the signature or the key", () => {
    const secret = "marker-of-the-secret-0123456789ab";
    const signed = encode({ sub: "marker-of-a-claim", iss: "marker-of-iss", exp: 1 }, secret);
    const [head, body, tag] = signed.split(".");
    const errors = [
      () => verify(signed, secret),
      () => verify(signed, SECRET),
      () => verify(signed, secret, { now: 0, issuer: "other" }),
      () => verify(signed, secret, { now: 0, audience: "other" }),
      () => verify(`${signed}!`, secret),
      () => verify(`${head}.${body}`, secret),
      () => verify(signed, "marker"),
      () => verify(signed, `-----BEGIN ${secret}`),
      () => Key.fromJwk({ kty: "oct", k: `${b64(secret)}=` }),
      () => verify(signed, [{ kty: "oct", k: b64(secret), kid: 1 }]),
    ].map((call) => refuses(call, {}));
    for (const error of errors) {
      const text = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
      for (const part of [head, body, tag, secret, b64(secret), "marker-of-a-claim"]) {
        ok(!text.includes(part), `${error.code} holds ${part}`);
      }
    }
  });

  test("random bytes give an error and nothing worse", () => {
    // A small linear congruential generator: the same tokens in every run.
    let state = 12345;
    const random = (below) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    const alphabet = 'ABab01-_.{}[]":,\\ue\ud800é=\n ';
    for (let n = 0; n < 3_000; n++) {
      const length = random(60);
      const text = Array.from({ length }, () => alphabet[random(alphabet.length)]).join("");
      const json = b64(text.toWellFormed?.() ?? text.replace(/[\ud800-\udfff]/g, "?"));
      for (const candidate of [text, `${json}.${json}.${json}`, `${HEADER}.${json}.`]) {
        const codes = Object.values(decoders).map((call) => {
          try {
            call(candidate);
            return "taken";
          } catch (error) {
            if (error.name !== "JwtError") throw error;
            return error.code;
          }
        });
        equal(codes[0], codes[1], JSON.stringify(candidate));
        ok(codes[2] !== "taken", JSON.stringify(candidate));
      }
    }
    works();
  });
}

/** Signs literal JSON text, with the host's HMAC. */
async function signText(json) {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(SECRET), algorithm, false, [
    "sign",
  ]);
  const input = `${HEADER}.${b64(json)}`;
  const tag = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(input)));
  const binary = Array.from(tag, (byte) => String.fromCharCode(byte)).join("");
  return `${input}.${toUrl(btoa(binary))}`;
}

function b64(text) {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return toUrl(btoa(binary));
}

function toUrl(base64) {
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
