/**
 * Memory does not grow with the number of calls.
 */
import { memorySize } from "./wasm-memory.mjs";
import { Key, createSigner, createVerifier, decode, encode, verify } from "wasm-jwt";
import { createHarness, equal } from "../../js/harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const JWK = { kty: "oct", k: "YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBieXRlczogb2s" };
const TOKEN = encode({ sub: "ada", list: [1, 2, 3] }, SECRET);
const FORGED = `${TOKEN.slice(0, -4)}AAAA`;

const { test, run } = createHarness();

/** `act` may make the memory grow the first times, and not afterwards. */
function staysFlat(name, times, act) {
  test(`${name}: flat over ${times.toLocaleString("en")} times`, () => {
    for (let n = 0; n < 100; n++) act();
    const before = memorySize();
    for (let n = 0; n < times; n++) act();
    equal(memorySize(), before);
  });
}

const verifier = createVerifier(SECRET);
staysFlat("verifier.verify", 200_000, () => verifier.verify(TOKEN));
staysFlat("a refusal", 20_000, () => {
  try {
    verifier.verify(FORGED);
  } catch {
    return;
  }
  throw new Error("a forged token was taken");
});
const signer = createSigner(SECRET);
staysFlat("signer.encode", 20_000, () => signer.encode({ sub: "ada" }));
staysFlat("decode", 20_000, () => decode(TOKEN));
staysFlat("Key.fromSecret and free", 20_000, () => Key.fromSecret(SECRET).free());
staysFlat("Key.fromJwk and free", 20_000, () => Key.fromJwk(JWK).free());
staysFlat("createVerifier and free", 20_000, () => createVerifier(JWK, { issuer: "x" }).free());
staysFlat("createSigner and free", 20_000, () => createSigner(SECRET, { issuer: "x" }).free());
staysFlat("verify with a secret", 20_000, () => verify(TOKEN, SECRET));
staysFlat("verify with an array of keys", 20_000, () => verify(TOKEN, [SECRET, JWK]));
const large = encode({ a: "x".repeat(100_000) }, SECRET);
staysFlat("a large token", 1_000, () => verifier.verify(large));

process.send(await run());
