/**
 * Reentrancy: callbacks (a clock, a `toJSON`) that free the very handle that called them.
 */
import { createSigner, createVerifier, encode, verify } from "wasm-jwt";
import { createHarness, mistypes } from "../../js/harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const OTHER = "another secret of enough bytes ok";

const { test, run } = createHarness();

test("a clock that frees its verifier: the call does not go on with the key that took its place", () => {
  const kept = [];
  const verifier = createVerifier(OTHER, {
    now: () => {
      verifier.free();
      kept.push(createVerifier(SECRET));
      return 0;
    },
  });
  mistypes(() => verifier.verify(encode({}, SECRET)), /^this verifier was freed$/);
});

test("claims whose toJSON frees the signer: nothing is signed with the key that took its place", () => {
  const kept = [];
  const signer = createSigner(OTHER);
  const claims = {
    toJSON() {
      signer.free();
      kept.push(createSigner(SECRET));
      return { a: 1 };
    },
  };
  mistypes(() => verify(signer.encode(claims), SECRET), /^this signer was freed$/);
});

process.send(await run());
