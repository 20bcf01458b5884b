/**
 * Every algorithm and every form of key, in both directions: what each library signs with its keys
 * and with ours, what we sign with ours and with theirs, and what all have to refuse.
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { isPrivate, KINDS, PASSPHRASE, SIBLINGS } from "./key-kinds.mjs";
import { makeLibraries } from "./libraries.mjs";
import { nearSignature, withOtherS } from "./near-signature.mjs";
import { createQuestions } from "./questions.mjs";

const CLAIMS = { sub: "ada", name: "Grüße, 世界 🔑", n: 9007199254740991 };

export default async function (report, test, { python, pyjwt, disagreements }) {
  await test("disagreements.json: what is taken next to a signature has a rule", () => {
    for (const { near, they, rule, algorithms } of disagreements) {
      if (near === undefined) continue;
      equal(they, "accept");
      ok(rule.length > 20 && algorithms.length > 0, near);
    }
  });
  const { ours, others } = await makeLibraries(report, { python, pyjwt });
  const questions = createQuestions();

  const pairs = await makeKeys(test, questions, [...ours, ...others]);
  await thumbprints(test, questions, pairs, [...ours, ...others]);
  await conversions(test, questions, pairs, { ours, others });
  await passphrases(test, questions, pairs, ours);
  const signed = await sign(test, questions, pairs, { ours, others });
  await verify(test, questions, pairs, signed, { ours, others, disagreements });
}

/** Two pairs of each kind by each library: the keys of one, and those that are not meant. */
async function makeKeys(test, questions, makers) {
  const pairs = [];
  for (const maker of makers) {
    for (const kind of maker.kinds) {
      const pair = { maker, kind, keys: [], others: [] };
      for (const name of ["keys", "others"]) {
        const title = `${kind}: ${maker.name} makes ${name === "keys" ? "a key" : "another"}`;
        questions.ask(maker, { make: kind, passphrase: PASSPHRASE }, async (answer) => {
          pair[name] = answer.keys ?? [];
          await test(title, () => {
            if (!lacksAll(maker, kind)) return ok(pair[name].length >= 2, answer.refused);
            match(answer.refused ?? "made", /ERR_JWT_ALG_UNSUPPORTED/);
          });
        });
      }
      pairs.push(pair);
    }
  }
  await questions.settle();
  return pairs.filter(({ keys }) => keys.length > 0);
}

/** Every public JWK has one thumbprint (RFC 7638). */
async function thumbprints(test, questions, pairs, libraries) {
  const [full, ...others] = libraries;
  for (const { maker, kind, keys } of pairs) {
    const { value: jwk } = keys.find(({ form }) => form === "jwk public") ?? {};
    if (!jwk) continue;
    let own;
    questions.ask(full, { thumbprint: jwk }, (answer) => (own = answer));
    for (const library of others) {
      const knows = library.thumbprints && library.kinds.includes(kind);
      if (!knows && library.name !== "wasm-jwt") continue;
      questions.ask(library, { thumbprint: jwk }, (answer) =>
        test(`${kind} by ${maker.name}: its thumbprint by ${library.name}`, () => {
          equal(own.thumbprint?.length, 43, own.refused);
          deepEqual(answer, own);
        }),
      );
    }
  }
  await questions.settle();
}

/** A key that we read from any form is, as a JWK and as SPKI, what its maker says. */
async function conversions(test, questions, pairs, { ours, others }) {
  const [full] = ours;
  for (const { maker, kind, keys } of pairs.filter(({ maker }) => others.includes(maker))) {
    for (const key of keys) {
      for (const { form, value } of keys) {
        if (!["jwk", "jwk public", "spki"].includes(form)) continue;
        if (form === "jwk" && !isPrivate(key.form)) continue;
        questions.ask(full, { convert: key, to: form }, (answer) =>
          test(`${kind}: ${maker.name}'s ${nameOf(key)} as ${form}`, () => {
            ok(answer.value, answer.refused);
            if (form === "spki") return equal(answer.value.trim(), value.trim());
            // What a key is for, or called, is no part of the key.
            const { key_ops, kid, alg, ...members } = value;
            deepEqual(answer.value, { ...members, ...(kind.startsWith("ML-DSA") && { alg }) });
          }),
        );
      }
    }
  }
  await questions.settle();
}

/** An encrypted key and another passphrase, or none. */
async function passphrases(test, questions, pairs, ours) {
  for (const { maker, kind, keys } of pairs) {
    for (const key of keys.filter(({ passphrase }) => passphrase !== undefined)) {
      for (const [name, passphrase] of [
        ["another passphrase", `${PASSPHRASE}!`],
        ["no passphrase", undefined],
      ]) {
        for (const library of ours.filter(({ kinds }) => kinds.includes(kind))) {
          const [algorithm] = KINDS[kind];
          const title = `${kind}: ${library.name}, ${maker.name}'s ${nameOf(key)} and ${name}`;
          const request = { sign: CLAIMS, algorithm, key: { ...key, passphrase } };
          questions.ask(library, request, (answer) =>
            test(title, () =>
              match(answer.refused ?? "taken", /ERR_JWT_KEY_INVALID: .*passphrase/),
            ),
          );
        }
      }
    }
  }
  await questions.settle();
}

/** Resolves to rows of `{ signer, pair, algorithm, key, token }`. */
async function sign(test, questions, pairs, { ours, others }) {
  const rows = [];
  const ask = (signer, pair, algorithm, key) => {
    const title = `${algorithm}: ${signer.name} signs with ${pair.maker.name}'s ${nameOf(key)}`;
    questions.ask(signer, { sign: CLAIMS, algorithm, key }, async (answer) => {
      await test(title, () => {
        if (!signer.lacks.includes(algorithm)) return ok(answer.token, answer.refused);
        match(answer.refused ?? "signed", /ERR_JWT_ALG_UNSUPPORTED/);
      });
      if (answer.token) rows.push({ signer, pair, algorithm, key, token: answer.token });
    });
  };

  for (const pair of pairs) {
    const { maker, kind, keys } = pair;
    for (const algorithm of KINDS[kind]) {
      for (const key of keys.filter(({ form }) => isPrivate(form))) {
        for (const signer of ours) {
          if (signer.kinds.includes(kind)) ask(signer, pair, algorithm, key);
          if (signer.kinds.includes(kind) && hasDer(key)) {
            ask(signer, pair, algorithm, { ...key, asDer: true });
          }
        }
      }
      const theirs = ours.includes(maker) ? others : [maker].filter((one) => others.includes(one));
      for (const signer of theirs) {
        if (!signer.kinds.includes(kind) || signer.lacks.includes(algorithm)) continue;
        for (const key of readable(signer.signs, keys)) ask(signer, pair, algorithm, key);
      }
    }
  }
  await questions.settle();
  return rows;
}

async function verify(test, questions, pairs, rows, { ours, others, disagreements }) {
  const seen = new Set();
  for (const row of rows) {
    const { signer, pair, algorithm } = row;
    // What was signed first is checked by every form of the key, the rest by one form.
    const names = [signer.name, pair.maker.name, algorithm].join();
    const isFirst = !seen.has(names);
    seen.add(names);
    for (const verifier of ours.includes(signer) ? othersFor(pair, { ours, others }) : ours) {
      if (!verifier.kinds.includes(pair.kind)) continue;
      const isOurs = ours.includes(verifier);
      if (!isOurs && verifier.lacks.includes(algorithm)) continue;
      const keys = isOurs ? forVerifying(pair.keys) : readable(verifier.verifies, pair.keys);
      for (const [at, key] of keys.entries()) {
        if (at > 0 && !isFirst) break;
        takes(verifier, row, key, row.token);
        if (isOurs && hasDer(key)) takes(verifier, row, { ...key, asDer: true }, row.token);
        if (!isFirst || isPrivate(key.form)) continue;
        if (isOurs || (at === 0 && [signer, verifier].includes(pair.maker))) {
          refuses(verifier, row, key);
        }
      }
      const other = isFirst && withOtherS(row.token, algorithm);
      if (other) takes(verifier, row, keys[0], other, ", with the other s");
    }
  }
  await signedOtherwise();
  await questions.settle();

  function takes(verifier, { signer, pair, algorithm, key: signedWith }, key, token, more = "") {
    const title =
      `${algorithm}: ${verifier.name} takes, by ${pair.maker.name}'s ${nameOf(key)}, ` +
      `what ${signer.name} signed by ${nameOf(signedWith)}${more}`;
    questions.ask(verifier, { token, algorithm, key }, (answer) =>
      test(title, () => {
        if (verifier.lacks.includes(algorithm)) {
          return match(answer.refused ?? "taken", /ERR_JWT_ALG_UNSUPPORTED/);
        }
        deepEqual(answer, { claims: CLAIMS });
      }),
    );
  }

  function disagreement(verifier, near, algorithm) {
    const isIt = (one) => one.near === near && one.algorithms.includes(algorithm);
    return disagreements.find((one) => one.library === verifier.name && isIt(one));
  }

  function refuses(verifier, { signer, pair, algorithm, token }, key) {
    if (verifier.lacks.includes(algorithm)) return;
    const otherKey = pair.others.find(({ form }) => form === key.form);
    for (const { name, code, ...request } of nearSignature({ token, algorithm, key, otherKey })) {
      const by = `${pair.maker.name}'s ${nameOf(key)}`;
      const title = `${algorithm} by ${signer.name}, ${name}: refused by ${verifier.name}, by ${by}`;
      const listed = disagreement(verifier, name, algorithm);
      questions.ask(verifier, request, (answer) =>
        test(title, () => {
          if (listed) return deepEqual(answer, { claims: CLAIMS }, "listed as taken");
          ok(answer.refused, "taken");
          // The host has not the other algorithm either.
          const ofHost = verifier.lacks.includes(request.algorithm);
          const wanted = ofHost ? /ERR_JWT_(ALG_\w+|SIGNATURE_INVALID)/ : code;
          if (ours.includes(verifier)) match(answer.refused, wanted);
        }),
      );
    }
  }

  /** Signatures of one algorithm under the name of another, and with a salt of another length. */
  async function signedOtherwise() {
    const [full, webCrypto] = ours;
    const tokens = [];
    for (const pair of pairs.filter(({ maker }) => maker.raw)) {
      const { maker: signer, kind, keys } = pair;
      const key = keys.find(({ form }) => form === "pkcs8");
      for (const algorithm of KINDS[kind]) {
        const asks = SIBLINGS[algorithm]
          .filter((sibling) => KINDS[kind].includes(sibling) && kind === "rsa")
          .map((sibling) => [`signed as ${sibling}`, { says: algorithm, algorithm: sibling }]);
        if (algorithm.startsWith("PS") && signer.name === "cryptography") {
          asks.push(["without salt", { algorithm, salt: 0 }]);
          asks.push(["with a salt of 20 bytes", { algorithm, salt: 20 }]);
        }
        for (const [name, request] of asks) {
          questions.ask(signer, { sign: CLAIMS, key, ...request }, async ({ token, refused }) => {
            await test(`${algorithm} ${name}: signed by ${signer.name}`, () => ok(token, refused));
            tokens.push({ name, signer, pair, algorithm, token });
          });
        }
      }
    }
    await questions.settle();
    for (const { name, signer, pair, algorithm, token } of tokens) {
      const theirs = others.filter(
        ({ kinds, lacks }) => kinds.includes(pair.kind) && !lacks.includes(algorithm),
      );
      for (const verifier of [full, webCrypto, ...theirs]) {
        const key = pair.keys.find(({ form }) => form === "spki");
        const title = `${algorithm} by ${signer.name}, ${name}: refused by ${verifier.name}`;
        questions.ask(verifier, { token, algorithm, key }, ({ refused }) =>
          test(title, () => {
            ok(refused, "taken");
            if (ours.includes(verifier)) match(refused, /ERR_JWT_SIGNATURE_INVALID/);
          }),
        );
      }
    }
  }
}

/** Who is asked about what we signed: the maker of the key, and everyone if it is ours. */
function othersFor({ maker }, { ours, others }) {
  return ours.includes(maker) ? others : [maker];
}

function lacksAll({ lacks }, kind) {
  return KINDS[kind].every((algorithm) => lacks.includes(algorithm));
}

function readable(forms, keys) {
  return keys.filter(({ form }) => forms.includes(form.split(":")[0]));
}

/** Public ones first; without those that say that they are for something else (RFC 7517 §4.3). */
function forVerifying(keys) {
  const fitting = keys.filter(({ value }) => value.key_ops?.includes("verify") ?? true);
  return fitting.sort((a, b) => isPrivate(a.form) - isPrivate(b.form));
}

function hasDer({ form }) {
  return !form.startsWith("jwk");
}

function nameOf({ form, asDer }) {
  return asDer ? `${form} (DER)` : form;
}
