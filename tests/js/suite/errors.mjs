/**
 * Errors: what they are and what they carry.
 */
import { equal, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";

export default function (test, { api, plainDecode }) {
  const { JwtError, decode, encode, verify } = api;

  test("a JwtError is an Error with name, message, stack and code", () => {
    const error = refuses(() => decode("x"), { code: "ERR_JWT_MALFORMED" });
    ok(error instanceof Error);
    ok(error instanceof JwtError);
    equal(error.name, "JwtError");
    equal(String(error), "JwtError: token: not three segments");
    // Only V8 begins it with the name and the message.
    equal(typeof error.stack, "string");
    ok(error.stack !== "");
    ok(!(new Error("x") instanceof JwtError));
    ok(!(null instanceof JwtError));
    ok(!({ code: "ERR_JWT_MALFORMED" } instanceof JwtError));
  });

  test("the errors of the plain entry are the same class", () => {
    ok(refuses(() => plainDecode("x"), {}) instanceof JwtError);
  });

  test("a time error carries the claim, its value, the time and the tolerance", () => {
    const token = encode({ exp: 1000, nbf: 500 }, SECRET);
    const at = (now) => () => verify(token, SECRET, { now, clockTolerance: 1.5 });
    const common = { tolerance: 1.5 };
    const expired = { ...common, code: "ERR_JWT_EXPIRED", claim: "exp", actual: 1000, now: 1001.5 };
    const early = {
      ...common,
      code: "ERR_JWT_NOT_YET_VALID",
      claim: "nbf",
      actual: 500,
      now: 498.25,
    };
    refuses(at(1001.5), expired);
    refuses(at(498.25), early);
    equal(at(1001.25)().payload, { exp: 1000, nbf: 500 });
    equal(at(498.5)().payload, { exp: 1000, nbf: 500 });
  });

  test("a mismatch carries what was expected and what was there", () => {
    const token = encode({ iss: 'a"b', aud: ["x", "y"] }, SECRET);
    const code = "ERR_JWT_CLAIM_MISMATCH";
    const by = (options) => () => verify(token, SECRET, options);
    refuses(by({ issuer: "c" }), { code, claim: "iss", expected: "c", actual: 'a"b' });
    refuses(by({ issuer: ["c", "d"] }), { code, expected: ["c", "d"] });
    refuses(by({ audience: "z" }), { code, claim: "aud", expected: "z", actual: ["x", "y"] });
    equal(by({ issuer: 'a"b', audience: "y" })().payload.iss, 'a"b');
  });
}
