/**
 * The 46 tokens that djangorestframework-simplejwt issued: each is taken until its exp, and not at
 * it, by every library.
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../packed.mjs";
import { makeOursWithKeys } from "./ours.mjs";
import { createQuestions } from "./questions.mjs";

export default async function (test, others) {
  const settings = JSON.parse(await read("tests/vectors/simplejwt.json"));
  const keys = JSON.parse(await read("tests/vectors/simplejwt-keys.json"));
  const tokens = Object.entries(settings).flatMap(([setting, tokens]) =>
    Object.entries(tokens).map(([name, row]) => ({ name: `${setting}: ${name}`, ...row })),
  );
  await test("simplejwt: 46 tokens", () => equal(tokens.length, 46));

  const ours = ["wasm-jwt/full", "wasm-jwt"].map(makeOursWithKeys);
  const questions = createQuestions();
  for (const library of [...ours, ...others]) {
    for (const { name, token, header, payload } of tokens) {
      const { alg } = header;
      const at = (now) => ({
        token,
        algorithm: alg,
        ...keys[alg],
        options: library.mapOptions({
          now,
          algorithms: [alg],
          // PyJWT takes no aud that was not expected.
          ...(payload.aud && { audience: payload.aud }),
        }),
      });
      questions.ask(library, at(payload.exp - 1), (answer) =>
        test(`simplejwt, ${name}: ${library.name} takes it before its exp`, () =>
          deepEqual(answer, { claims: payload })),
      );
      questions.ask(library, at(payload.exp), (answer) =>
        test(`simplejwt, ${name}: ${library.name} refuses it at its exp`, () => {
          ok(answer.refused, "taken");
          match(answer.refused, /EXPIRED|ExpiredSignature/);
        }),
      );
    }
  }
  await questions.settle();
}

function read(path) {
  return readFile(join(root, path), "utf8");
}
