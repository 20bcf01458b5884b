/**
 * Addresses and options: what is refused before anything is sent.
 */
import { equal, mistypes, ok } from "../../js/harness.mjs";

export default function (test, { api: { createRemoteKeySet } }) {
  const allowed = [
    "https://issuer.example/jwks",
    "https://issuer.example:8443/jwks?tenant=a",
    "http://localhost:8080/jwks",
    "http://127.0.0.1/jwks",
    "http://[::1]:8080/jwks",
    "http://api.localhost/jwks",
  ];
  for (const url of allowed) {
    test(`${url} is an address`, () => {
      equal(createRemoteKeySet(url).current, undefined);
      equal(createRemoteKeySet(new URL(url)).version, 0);
    });
  }

  const refused = [
    "http://issuer.example/jwks",
    "http://localhost.example/jwks",
    "http://notlocalhost/jwks",
    "http://127.0.0.2/jwks",
    "http://[::2]/jwks",
    "http://0.0.0.0/jwks",
    "ftp://localhost/jwks",
    "file:///etc/passwd",
    "data:application/json,{}",
    "blob:https://issuer.example/1",
    "javascript:0",
    "/jwks",
    "",
    undefined,
    null,
    5,
  ];
  for (const url of refused) {
    test(`${url} is none`, () => {
      mistypes(() => createRemoteKeySet(url), /^url is not an https address$/);
    });
  }

  for (const url of ["https://user@issuer.example/", "https://user:secret@issuer.example/"]) {
    test(`${url} holds credentials`, () => {
      const error = mistypes(() => createRemoteKeySet(url), /^url holds credentials$/);
      ok(!error.message.includes("secret"));
    });
  }

  const URL_ = "https://issuer.example/jwks";
  const options = {
    fetch: [() => {}, "fetch"],
    cacheMaxAge: ["10m", "10"],
    cooldown: [0, -1],
    maxStale: ["1 day", NaN],
    timeout: [0.5, Infinity],
    maxBytes: [1, 0],
    headers: [{ "x-api-key": "a" }, "x-api-key: a"],
    now: [() => 5, "5"],
    cache: [null, "{}"],
    signal: [new AbortController().signal, true],
  };
  for (const [name, [good, bad]] of Object.entries(options)) {
    test(`option ${name}: a good one, and the nearest bad one`, () => {
      createRemoteKeySet(URL_, { [name]: good });
      createRemoteKeySet(URL_, { [name]: undefined });
      mistypes(() => createRemoteKeySet(URL_, { [name]: bad }), new RegExp(name));
    });
  }
  test("maxBytes is a whole number", () => {
    for (const maxBytes of [1.5, NaN, Infinity, "1"]) {
      mistypes(() => createRemoteKeySet(URL_, { maxBytes }), /maxBytes/);
    }
  });
  test("an unknown option is refused, and options that are no object", () => {
    mistypes(() => createRemoteKeySet(URL_, { coolDown: 5 }), /^unknown option "coolDown"$/);
    mistypes(() => createRemoteKeySet(URL_, null), /^options is not an object$/);
  });
  test("a header that is none is refused at once", () => {
    const error = mistypes(() => createRemoteKeySet(URL_, { headers: { "a b": "c" } }), /./);
    ok(error);
  });
}
