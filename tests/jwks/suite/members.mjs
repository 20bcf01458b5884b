/**
 * Members of a set: those that can verify, and no others.
 */
import { equal } from "../../js/harness.mjs";
import { ED25519, ONE, P256, refuses, serving } from "./places.mjs";

const RSA = { kty: "RSA", n: "AQAB", e: "AQAB" };

const USABLE = {
  "an OKP key": ED25519,
  "an EC key": P256,
  "an RSA key": RSA,
  "an AKP key": { kty: "AKP", alg: "ML-DSA-44", pub: "AQAB" },
  "use sig": { ...ED25519, use: "sig" },
  "key_ops with verify": { ...ED25519, key_ops: ["verify"] },
  "key_ops with verify and more": { ...ED25519, key_ops: ["encrypt", "verify"] },
  "kid and alg": { ...ED25519, kid: "", alg: "EdDSA" },
  "members that nobody knows": { ...ED25519, x5c: ["AQAB"], more: { deep: [1] } },
};

const SKIPPED = {
  null: null,
  "a number": 5,
  text: "OKP",
  "an array": [ED25519],
  "nothing in it": {},
  "a symmetric key": { kty: "oct", k: "AQAB" },
  "a symmetric key for signatures": { kty: "oct", k: "AQAB", use: "sig", alg: "HS256", kid: "one" },
  "a public key with a secret": { ...ED25519, k: "AQAB" },
  "kty in lower case": { ...ED25519, kty: "okp" },
  "kty unknown": { ...ED25519, kty: "XYZ" },
  "kty a list": { ...ED25519, kty: ["OKP"] },
  "a private EC key": { ...P256, d: "AQAB" },
  "a private RSA key": { ...RSA, d: "AQAB" },
  "a private AKP key": { kty: "AKP", alg: "ML-DSA-44", pub: "AQAB", priv: "AQAB" },
  "an empty private member": { ...ED25519, d: "" },
  "use enc": { ...ED25519, use: "enc" },
  "use a list": { ...ED25519, use: ["sig"] },
  "use in capitals": { ...ED25519, use: "SIG" },
  "key_ops without verify": { ...ED25519, key_ops: ["sign"] },
  "key_ops empty": { ...ED25519, key_ops: [] },
  "key_ops as text": { ...ED25519, key_ops: "verify" },
  "kid a number": { ...ED25519, kid: 1 },
  "alg a list": { ...ED25519, alg: ["EdDSA"] },
};

export default function (test, { place }) {
  for (const [what, member] of Object.entries(USABLE)) {
    test(`member taken as it is: ${what}`, async () => {
      const { set } = await place(serving({ keys: [member], more: 1 }));
      equal(await set.load(), { keys: [member] });
    });
  }

  for (const [what, member] of Object.entries(SKIPPED)) {
    test(`member skipped: ${what}`, async () => {
      const { set } = await place(serving({ keys: [member, ONE.keys[0], member] }));
      equal(await set.load(), ONE);
      const alone = await place(serving({ keys: [member] }));
      await refuses(alone.set.load(), "key set without usable keys");
    });
  }

  test("a set that is all bad members but one", async () => {
    const keys = [...Object.values(SKIPPED), ...Object.values(USABLE)];
    const { set } = await place(serving({ keys }));
    equal(await set.load(), { keys: Object.values(USABLE) });
  });
}
