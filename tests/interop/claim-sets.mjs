/**
 * Claim sets that every library has to carry without a change.
 */

/** The time of every check. */
export const NOW = 1_800_000_000;

export const CLAIM_SETS = {
  empty: {},
  registered: {
    iss: "https://issuer.example",
    sub: "ada",
    aud: "api",
    exp: NOW + 60,
    nbf: NOW - 60,
    iat: NOW - 60,
    jti: "4dcee85636ad43899d05bf4ddc6c0c9f",
  },
  "exp a second ahead, nbf and iat now": { exp: NOW + 1, nbf: NOW, iat: NOW },
  "dates with fractions": { exp: NOW + 1.5, nbf: NOW - 0.5, iat: NOW - 0.25 },
  "several audiences": { aud: ["api", "https://api.example", "ü"] },
  nested: { a: { b: [{ c: [[], {}, [null, true, false]] }] } },
  "beyond ASCII": { schlüssel: "größer", ключ: "значение", 鍵: "値", é: "e\u0301" },
  "beyond the first plane": { "🔑": "👩‍👩‍👧‍👦 𝒜 🏴" },
  "to be escaped": { text: "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029<>&'" },
  floats: { a: 0.1, b: -1.5, c: 1e-7, d: 1.7976931348623157e308, e: 5e-324, f: 123456789.123 },
  integers: { a: 0, b: -1, c: 2 ** 53 - 1, d: -(2 ** 53 - 1), e: 2 ** 31, f: 1e15 },
  "a long string": { text: "0123456789abcdé".repeat(700) },
  "many names": Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`name ${at}`, at])),
  "names that objects inherit": { constructor: 1, toString: 2, hasOwnProperty: [], "": "" },
};
