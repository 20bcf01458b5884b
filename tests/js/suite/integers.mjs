/**
 * Integers beyond 2^53 − 1: exact, rounded if asked for, or refused; never silently rounded.
 */
import { equal, mistypes, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";

export default function (test, { api, plainDecode }) {
  const { createVerifier, decode, encode, verify } = api;
  const claims = {
    small: [2 ** 53 - 1, 1 - 2 ** 53],
    big: [2n ** 53n, -(2n ** 53n), 123456789012345678901234567890n],
    text: "9007199254740993",
    'na"me\\': { __proto__: null, deep: [[18446744073709551616n]], none: null, yes: true },
  };
  const token = encode(claims, SECRET, { header: { big: 2n ** 64n } });

  test("big integers come back exact", () => {
    for (const { payload, header } of [
      verify(token, SECRET),
      createVerifier(SECRET, { integers: "bigint" }).verify(token),
      decode(token),
      plainDecode(token),
    ]) {
      equal(payload, claims);
      equal(header.big, 2n ** 64n);
    }
  });

  test("big integers are rounded only if asked for", () => {
    const { payload } = verify(token, SECRET, { integers: "number" });
    equal(payload.big, [2 ** 53, -(2 ** 53), 123456789012345680000000000000]);
    equal(typeof verify(token, SECRET).payload.big[0], "bigint");
  });

  test("big integers are refused if asked for", () => {
    const strict = { integers: "error" };
    refuses(() => verify(token, SECRET, strict), { code: "ERR_JWT_CLAIM_INVALID", claim: "big" });
    const safe = encode({ n: 2 ** 53 - 1 }, SECRET);
    equal(verify(safe, SECRET, strict).payload, { n: 2 ** 53 - 1 });
  });

  test("the exact reading is that of JSON.parse otherwise", () => {
    // Escaped only here: a minifier, Parcel's, makes one letter of the text of two escapes.
    const pair = "%ud83d%ude00".replaceAll("%", "\\");
    const json =
      ' { "big" : 9007199254740993 , "__proto__" : { "a" : [ ] , "b" : { } } , ' +
      `"" : "\\u0022\\\\,:{}[]\\n${pair}" , "x" : [ 1 , -0 , 1.50 , 1E2 , true , false , null ] } `;
    const payload = btoa(json).replace(/=+$/, "");
    const { big, ...rest } = decode(
      `${btoa('{"alg":"HS256"}').replace(/=+$/, "")}.${payload}.`,
    ).payload;
    equal(big, 9007199254740993n);
    const { big: _, ...expected } = JSON.parse(json);
    equal(rest, expected);
    ok(Object.hasOwn(rest, "__proto__"));
  });

  test("what no JSON writer takes stays out of exact writing too", () => {
    const fn = () => 1;
    const withBig = { n: 2n ** 60n, skip: undefined, fn, list: [undefined, fn], date: new Date(0) };
    const { payload } = decode(encode(withBig, SECRET));
    equal(payload, { n: 2n ** 60n, list: [null, null], date: "1970-01-01T00:00:00.000Z" });
    mistypes(() => encode({ n: 2n ** 60n, x: NaN }, SECRET), /not finite/);
  });
}
