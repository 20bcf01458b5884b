/**
 * Entries in one process: each is a copy of its own, and they know each other's errors and keys.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as index from "wasm-jwt";
import * as decodeOnly from "wasm-jwt/decode";
import * as jwks from "wasm-jwt/jwks";
import * as slim from "wasm-jwt/slim";
import { createHarness, equal, mistypes, ok, refuses } from "../../js/harness.mjs";

const require = createRequire(import.meta.url);
const ENTRIES = {
  "import wasm-jwt": index,
  "require wasm-jwt": require("wasm-jwt"),
  "import wasm-jwt/slim": slim,
  "require wasm-jwt/slim": require("wasm-jwt/slim"),
  "import wasm-jwt/decode": decodeOnly,
  "require wasm-jwt/decode": require("wasm-jwt/decode"),
};
const wasm = readFileSync(require.resolve("wasm-jwt/wasm-jwt.wasm"));
slim.initSync(wasm);
require("wasm-jwt/slim").initSync(wasm);

const SECRET = "a secret of thirty-two bytes: ok";
const { test, run } = createHarness();

/** Entries that throw later, if at all, judge the errors of the others. */
const JUDGES = {
  ...ENTRIES,
  "import wasm-jwt/jwks": jwks,
  "require wasm-jwt/jwks": require("wasm-jwt/jwks"),
};

for (const [thrower, { decode }] of Object.entries(ENTRIES)) {
  for (const [judge, { JwtError }] of Object.entries(JUDGES)) {
    test(`an error of ${thrower} is an instance of the JwtError of ${judge}`, () => {
      const error = refuses(() => decode("x"), { code: "ERR_JWT_MALFORMED" });
      ok(error instanceof JwtError);
      ok(!(new TypeError("x") instanceof JwtError));
    });
  }
}

test("the entries are copies: else these tests show nothing", () => {
  equal(new Set(Object.values(JUDGES).map(({ JwtError }) => JwtError)).size, 8);
});

const withKeys = Object.entries(ENTRIES).filter(([, { Key }]) => Key);
for (const [maker, { Key }] of withKeys) {
  for (const [user, { createSigner, encode, verify }] of withKeys) {
    if (maker === user) continue;
    test(`a Key of ${maker} is refused by ${user}, by what it is`, () => {
      const pattern = /^this Key was made by another entry of wasm-jwt: make it with this one$/;
      const key = Key.fromSecret(SECRET);
      const token = encode({}, SECRET);
      mistypes(() => verify(token, key), pattern);
      mistypes(() => verify(token, [key]), pattern);
      mistypes(() => encode({}, key), pattern);
      mistypes(() => createSigner(key), pattern);
      equal(verify(token, SECRET).payload, {});
    });
  }
}

test("a token of one entry is verified by each", () => {
  for (const [, { encode }] of withKeys) {
    const token = encode({ sub: "ada" }, SECRET);
    for (const [, { verify }] of withKeys) equal(verify(token, SECRET).payload.sub, "ada");
  }
});

process.send(await run());
