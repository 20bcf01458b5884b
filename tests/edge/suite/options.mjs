/**
 * Options: each of the right type, or a `TypeError` before any request.
 */
import { equal, mistypes } from "../../js/harness.mjs";
import { requestOf } from "./requests.mjs";

export default function (test, { edge: { protect }, hono: { jwt }, fixtures }) {
  const { secret, jwk, tokens, now } = fixtures;
  const hello = () => new Response("ok");
  const faces = { protect: (options) => protect(hello, options), jwt };

  for (const [name, face] of Object.entries(faces)) {
    test(`${name}: exactly one of key and jwks`, () => {
      mistypes(() => face({}), /key and jwks/);
      mistypes(() => face({ key: undefined }), /key and jwks/);
      mistypes(() => face({ key: secret, jwks: { keys: [jwk] } }), /key and jwks/);
      face({ key: secret, jwks: undefined });
      mistypes(() => face(undefined), /./);
    });

    test(`${name}: an option that nobody knows, also where the key comes later`, () => {
      for (const key of [secret, () => secret]) {
        mistypes(() => face({ key, audiance: "api" }), /unknown option "audiance"/);
        mistypes(() => face({ key, audience: 5 }), /audience/);
        mistypes(() => face({ key, scope: "read" }), /unknown option "scope"/);
      }
    });

    test(`${name}: the types of its own options`, () => {
      for (const [option, wrong, right] of [
        [
          "scopes",
          ["", [], [""], "read write", ["a b"], 'a"b', "é", 5, null],
          ["read", ["a", "b:c"]],
        ],
        ["realm", ["", "a\r\nb", "é", 5, null], ["api", 'a "b" \\']],
        [
          "resourceMetadata",
          ["", "a\nb", new URL("https://a.example/"), null],
          ["https://a.example/"],
        ],
        ["optional", ["", 1, null, "true"], [true, false]],
        ["getToken", ["a", null], [() => "a"]],
        ["isRevoked", [true, null], [() => true]],
        ["createVerifier", [{}, null], []],
        ["onRefused", ["a", null], [() => undefined]],
      ]) {
        for (const value of wrong) {
          mistypes(() => face({ key: secret, [option]: value }), new RegExp(`option ${option}`));
        }
        for (const value of [...right, undefined]) face({ key: secret, [option]: value });
      }
    });
  }

  test("a polluted Object.prototype adds no option", async () => {
    const handlers = [];
    for (const [name, value] of [
      ["optional", true],
      ["getToken", () => tokens.valid],
      ["onRefused", () => new Response("let through")],
    ]) {
      Object.prototype[name] = value;
      try {
        handlers.push(protect(hello, { key: secret, now }));
      } finally {
        delete Object.prototype[name];
      }
    }
    for (const handler of handlers) equal((await handler(requestOf([]))).status, 401);
  });

  test("a handler is a function", () => {
    mistypes(() => protect(undefined, { key: secret }), /handler/);
  });
}
