/**
 * Handles: keys, verifiers and signers live until they are freed, and say so afterwards.
 */
import { equal, mistypes, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";

export default function (test, { api, vectors }) {
  const { Key, createSigner, createVerifier, encode, verify } = api;
  const { token } = vectors.keys;

  test("a key serves many calls, and none once it is freed", () => {
    const key = Key.fromSecret(SECRET);
    equal(verify(token, key).payload, {});
    equal(encode({}, key), token);
    equal(verify(token, [key]).key, { index: 0 });
    key.free();
    key.free();
    mistypes(() => verify(token, key), /^this key was freed$/);
    mistypes(() => verify(token, [key]), /^this key was freed$/);
    mistypes(() => encode({}, key), /^this key was freed$/);
  });

  test("verifier and signer outlive the key that they were made from", () => {
    const key = Key.fromSecret(SECRET);
    const verifier = createVerifier(key);
    const signer = createSigner(key);
    key.free();
    equal(verifier.verify(signer.encode({ a: 1 })).payload, { a: 1 });
    verifier.free();
    mistypes(() => verifier.verify(token), /^this verifier was freed$/);
    equal(signer.encode({}), token);
    signer.free();
    mistypes(() => signer.encode({}), /^this signer was freed$/);
  });

  test("Symbol.dispose frees, where the runtime has it", () => {
    for (const handle of [Key.fromSecret(SECRET), createVerifier(SECRET), createSigner(SECRET)]) {
      equal(
        Symbol.dispose ? typeof handle[Symbol.dispose] : "undefined",
        typeof handle[Symbol.dispose],
      );
      if (!Symbol.dispose) continue;
      handle[Symbol.dispose]();
      mistypes(() => verifyWith(handle), /was freed$/);
    }
    function verifyWith(handle) {
      if (handle instanceof Key) return verify(token, handle);
      return handle.verify ? handle.verify(token) : handle.encode({});
    }
  });

  test("a freed handle's place is taken by another, and neither is mistaken", () => {
    const first = createVerifier(SECRET);
    first.free();
    const second = createVerifier("another secret of enough bytes ok");
    mistypes(() => first.verify(token), /was freed/);
    refuses(() => second.verify(token), { code: "ERR_JWT_SIGNATURE_INVALID" });
  });

  test("results are the caller's own", () => {
    const verifier = createVerifier(SECRET);
    const nested = encode({ list: [1] }, SECRET, { header: { x: { y: 1 } } });
    for (const text of [token, nested, nested, token]) {
      const first = verifier.verify(text);
      first.header.alg = "changed";
      if (first.header.x) first.header.x.y = "changed";
      first.payload.admin = true;
      const second = verifier.verify(text);
      equal(second.header.alg, "HS256");
      equal(second.payload.admin, undefined);
      if (second.header.x) equal(second.header.x.y, 1);
      ok(first.key === second.key || text !== token, "key is the same object");
    }
  });

  test("a refusal does not spoil the verifier's next answer", () => {
    const verifier = createVerifier(SECRET);
    const other = encode({ b: 2 }, SECRET, { header: { kid: "other" } });
    const forged = `${other.slice(0, -4)}AAAA`;
    equal(verifier.verify(token).header, { alg: "HS256", typ: "JWT" });
    refuses(() => verifier.verify(forged), { code: "ERR_JWT_SIGNATURE_INVALID" });
    equal(verifier.verify(token).header, { alg: "HS256", typ: "JWT" });
    equal(verifier.verify(other).header, { alg: "HS256", typ: "JWT", kid: "other" });
    equal(verifier.verify(token).header, { alg: "HS256", typ: "JWT" });
  });

  test("a clock that verifies with the same verifier does not confuse it", () => {
    const other = encode({ inner: true }, SECRET, { header: { kid: "inner" } });
    let depth = 0;
    const verifier = createVerifier(SECRET, {
      now: () => {
        if (depth++ === 0) equal(verifier.verify(other).payload, { inner: true });
        return 0;
      },
    });
    equal(verifier.verify(token).payload, {});
    equal(verifier.verify(token).header, { alg: "HS256", typ: "JWT" });
  });

  test("a clock that frees its verifier, and makes another in its place, gets no answer", () => {
    const verifier = createVerifier(SECRET, {
      now: () => {
        verifier.free();
        createVerifier("another secret of enough bytes ok");
        return 0;
      },
    });
    mistypes(() => verifier.verify(token), /^this verifier was freed$/);
  });

  test("claims whose toJSON signs with the same signer do not confuse it", () => {
    const signer = createSigner(SECRET);
    const claims = { inner: { toJSON: () => signer.encode({}) } };
    equal(verify(signer.encode(claims), SECRET).payload, { inner: token });
  });
}
