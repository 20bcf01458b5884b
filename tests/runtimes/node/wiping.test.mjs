/**
 * Freed keys leave nothing in wasm's memory, and unfreed ones do: else the search proves nothing.
 */
import { memoryBytes } from "./wasm-memory.mjs";
import { makeSecret, tracesOf } from "./secret-traces.mjs";
import { Key, createSigner, createVerifier, encode, verify } from "wasm-jwt";
import { createHarness, equal, ok, refuses } from "../../js/harness.mjs";

/** 8,192 bytes is where the fixed input ends. */
const LENGTHS = { small: 48, "as long as a block": 64, "beyond the fixed input": 9_000 };

/** The ways in which a key can be given. */
const FORMS = {
  text: ({ text }) => text,
  bytes: ({ bytes }) => new Uint8Array(bytes),
  "an ArrayBuffer": ({ bytes }) => new Uint8Array(bytes).buffer,
  JWK: ({ base64url }) => ({ kty: "oct", k: base64url }),
};

const { test, run } = createHarness();
const isFreed = (secret) => equal(tracesOf(secret), [], "what is left:");
const isThere = (secret) => {
  const found = tracesOf(secret);
  ok(found.includes("itself"), `the secret itself is not found: ${found}`);
  ok(found.includes("inner state"), `the state is not found: ${found}`);
};

for (const [size, length] of Object.entries(LENGTHS)) {
  for (const [form, write] of Object.entries(FORMS)) {
    const title = (what) => `${what}, ${form}, ${size}`;

    test(title("Key"), () => {
      const secret = makeSecret(length);
      const given = write(secret);
      const key = form === "JWK" ? Key.fromJwk(given) : Key.fromSecret(given);
      const token = encode({ sub: "ada" }, key);
      equal(verify(token, key).payload.sub, "ada");
      isThere(secret);
      key.free();
      isFreed(secret);
    });

    test(title("createVerifier"), () => {
      const secret = makeSecret(length);
      const verifier = createVerifier(write(secret));
      refuses(() => verifier.verify("eyJhbGciOiJIUzI1NiJ9.e30."), {
        code: "ERR_JWT_SIGNATURE_INVALID",
      });
      isThere(secret);
      verifier.free();
      isFreed(secret);
    });

    test(title("createSigner"), () => {
      const secret = makeSecret(length);
      const signer = createSigner(write(secret));
      signer.encode({ sub: "ada" });
      isThere(secret);
      signer.free();
      isFreed(secret);
    });

    test(title("a key kept for one call"), () => {
      const secret = makeSecret(length);
      equal(verify(encode({ sub: "ada" }, write(secret)), write(secret)).payload.sub, "ada");
      isFreed(secret);
    });

    test(title("a key in an array"), () => {
      const [secret, other] = [makeSecret(length), makeSecret(length)];
      const keys = createVerifier([write(secret), write(other)]);
      refuses(() => keys.verify("eyJhbGciOiJIUzI1NiJ9.e30."), {
        code: "ERR_JWT_SIGNATURE_INVALID",
      });
      isThere(secret);
      isThere(other);
      keys.free();
      isFreed(secret);
      isFreed(other);
    });
  }
}

test("a verifier keeps its key when the Key is freed, until it is freed too", () => {
  const secret = makeSecret(48);
  const key = Key.fromSecret(secret.text);
  const verifier = createVerifier(key);
  equal(verifier.verify(encode({}, key)).payload, {});
  key.free();
  isThere(secret);
  verifier.free();
  isFreed(secret);
});

test("Symbol.dispose wipes as free does", () => {
  if (!Symbol.dispose) return;
  const makers = [(text) => Key.fromSecret(text), createVerifier, createSigner];
  for (const make of makers) {
    const secret = makeSecret(48);
    const handle = make(secret.text);
    ok(tracesOf(secret).includes("itself"));
    handle[Symbol.dispose]();
    isFreed(secret);
  }
});

test("a refused key is wiped too", () => {
  for (const length of Object.values(LENGTHS)) {
    const secret = makeSecret(length);
    const { text, bytes, base64url: k } = secret;
    const refused = { code: "ERR_JWT_KEY_INVALID" };
    refuses(() => Key.fromSecret(`-----BEGIN ${text}`), refused);
    refuses(() => Key.fromJwk({ kty: "oct", k: `${k}=` }), refused);
    refuses(() => Key.fromJwk({ kty: "oct", k, use: "enc" }), refused);
    refuses(() => Key.fromJwk({ k, kty: "oct", alg: 1 }), refused);
    refuses(() => createVerifier([bytes, { kty: "oct", k, kid: 1 }]), refused);
    refuses(() => createVerifier(`{"kty":"oct","k":"${k}"}`), refused);
    isFreed(secret);
  }
});

test("the whole memory is looked at", () => {
  // Not a window of it: the length is that of whole wasm pages.
  equal(memoryBytes().length % 65_536, 0);
  ok(memoryBytes().length >= 1_048_576, `${memoryBytes().length} bytes`);
});

process.send(await run());
