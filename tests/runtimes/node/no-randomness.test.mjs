/**
 * A host without randomness: what needs it is refused, and what follows is not touched by that.
 */
import { Key, createSigner, encode, verify } from "wasm-jwt";
import { createHarness, equal, refuses } from "../../js/harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.3j4WH5i22lEllFV_Jt6zVpFGtH0cGvgloqUhcy_Bdy0";
const REFUSED = { code: "ERR_JWT_KEY_INVALID", reason: "no source of randomness" };

const original = crypto.getRandomValues;
const { test, run } = createHarness();

function withoutRandomness(act) {
  crypto.getRandomValues = () => {
    throw new Error("no randomness here");
  };
  try {
    act();
  } finally {
    crypto.getRandomValues = original;
  }
}

test("a random jti is refused, and one that is given is taken", () => {
  const signer = createSigner(SECRET, { jwtId: true });
  withoutRandomness(() => {
    refuses(() => signer.encode({}), REFUSED);
    equal(encode({}, SECRET), TOKEN);
    encode({}, SECRET, { jwtId: "given" });
  });
  equal(verify(signer.encode({}), SECRET).payload.jti.length, 32);
});

test("a generated key is refused, and a given secret is taken", () => {
  withoutRandomness(() => {
    refuses(() => Key.generate("HS256"), REFUSED);
    equal(verify(TOKEN, Key.fromSecret(SECRET)).payload, {});
  });
});

test("large claims that were refused are not what the next call reads", () => {
  const signer = createSigner(SECRET, { jwtId: true });
  const large = { a: "x".repeat(20_000) };
  for (const next of [
    () => equal(verify(TOKEN, SECRET).payload, {}),
    () => equal(encode({}, Key.fromSecret(SECRET)), TOKEN),
    () => equal(verify(encode({}, SECRET, { issuer: "x" }), SECRET).payload, { iss: "x" }),
  ]) {
    withoutRandomness(() => refuses(() => signer.encode(large), REFUSED));
    next();
  }
});

process.send(await run());
