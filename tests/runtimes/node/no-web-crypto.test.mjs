/**
 * A host without WebCrypto, as a page on plain http is: what needs it says so, and how to go on.
 */
import { readFileSync } from "node:fs";
import * as ours from "wasm-jwt";
import * as full from "wasm-jwt/full";
import { createHarness, equal, ok, rejects } from "../../js/harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const vectors = JSON.parse(readFileSync(new URL("../../vectors/algorithms.json", import.meta.url)));
const now = 1_750_000_000;

// As in a browser, where `crypto` is there and only `subtle` is missing.
const { getRandomValues } = crypto;
Object.defineProperty(globalThis, "crypto", {
  value: { getRandomValues: (bytes) => getRandomValues.call(webcrypto, bytes) },
});
const { webcrypto } = await import("node:crypto");
const { test, run } = createHarness();

for (const { alg, token, publicPem, privatePem } of vectors) {
  test(`${alg}: asynchronous calls say what to do, and the full entry needs nothing`, async () => {
    const unavailable = { code: "ERR_JWT_CRYPTO_UNAVAILABLE" };
    const error = await rejects(ours.verifyAsync(token, publicPem, { now }), unavailable);
    ok(/https/.test(error.message) && /wasm-jwt\/full/.test(error.message), error.message);
    await rejects(ours.encodeAsync({}, privatePem, { algorithm: alg }), unavailable);
    equal(full.verify(token, publicPem, { now }).payload.sub, "ada");
    equal((await full.verifyAsync(token, publicPem, { now })).payload.sub, "ada");
    const made = full.encode({ a: 1 }, privatePem, { algorithm: alg });
    equal(full.verify(made, publicPem).payload, { a: 1 });
  });
}

test("secrets need no WebCrypto", async () => {
  const token = await ours.encodeAsync({ a: 1 }, SECRET);
  equal((await ours.verifyAsync(token, SECRET)).payload, { a: 1 });
  await rejects(ours.verifyAsync(token, `${SECRET}!`), { code: "ERR_JWT_SIGNATURE_INVALID" });
});

test("what is refused before the signature is refused all the same", async () => {
  const [{ token, publicPem }] = vectors;
  await rejects(ours.verifyAsync(`${token}.`, publicPem), { code: "ERR_JWT_MALFORMED" });
  await rejects(ours.verifyAsync(token, SECRET), { code: "ERR_JWT_ALG_NOT_ALLOWED" });
});

process.send(await run());
