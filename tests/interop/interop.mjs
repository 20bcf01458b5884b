/**
 * Part interop: what we make others take and the other way round; what one refuses all refuse.
 *
 * Here secrets; algorithms.mjs has all other keys, and simplejwt.mjs the tokens of a third party.
 */
import { equal, notEqual, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { pack, root } from "../packed.mjs";
import algorithms from "./algorithms.mjs";
import { CLAIM_SETS, NOW } from "./claim-sets.mjs";
import { jose, version as joseVersion } from "./jose.mjs";
import { makeOurs } from "./ours.mjs";
import { makePyjwt } from "./pyjwt.mjs";
import { near } from "./near.mjs";
import simplejwt from "./simplejwt.mjs";
import verdicts from "./verdicts.mjs";

const ALGORITHMS = ["HS256", "HS384", "HS512"];

/** Long enough for HS512, and beyond ASCII: text is a key by its UTF-8. */
const SECRET = "ein Geheimnis, länger als 64 Byte, das auch in UTF-8 dasselbe ist: 🔑";

const DISAGREEMENTS = join(root, "tests/interop/disagreements.json");

const SECONDS = 180;

export default async function (report) {
  const python = process.env.PYTHON;
  if (!python) {
    report.skip("interop", "PYTHON is not set");
    return;
  }
  await pack();
  const ours = await makeOurs();
  const pyjwt = await makePyjwt(python);
  report.say(`jose: ${joseVersion}, PyJWT: ${pyjwt.version}`);
  const libraries = [ours, jose, pyjwt];
  const test = (name, fn) => report.test(name, SECONDS, async () => fn());

  await roundTrips(test, libraries);
  await nearestRefusals(test, libraries);
  const disagreements = JSON.parse(await readFile(DISAGREEMENTS, "utf8"));
  await verdicts(test, ours, [jose, pyjwt], disagreements);
  await simplejwt(test, [jose, pyjwt]);
  await algorithms(report, test, { python, pyjwt, disagreements });
}

/** Every claim set, signed by each library, verified by each. */
async function roundTrips(test, libraries) {
  const cases = ALGORITHMS.flatMap((algorithm) =>
    Object.entries(CLAIM_SETS).map(([name, claims]) => ({ algorithm, name, claims })),
  );
  for (const signer of libraries) {
    const signed = await signer.ask(
      cases.map(({ algorithm, claims }) => ({ sign: claims, algorithm, secret: SECRET })),
    );
    for (const verifier of libraries) {
      const answers = await verifier.ask(
        cases.map(({ claims }, at) => ({
          token: signed[at].token ?? "",
          secret: SECRET,
          options: verifier.mapOptions({
            now: NOW,
            ...(claims.aud && { audience: [claims.aud].flat()[0] }),
          }),
        })),
      );
      for (const [at, { algorithm, name, claims }] of cases.entries()) {
        const title = `${algorithm}, ${name}: ${verifier.name} takes what ${signer.name} made`;
        await test(title, () => {
          ok(signed[at].token, signed[at].refused);
          ok(answers[at].claims, answers[at].refused);
          ok(isDeepStrictEqual(plain(answers[at].claims), plain(claims)), "other claims");
        });
      }
    }
  }
}

/** Each token that all take, and those next to it that none may take. */
async function nearestRefusals(test, libraries) {
  for (const signer of libraries) {
    for (const algorithm of ALGORITHMS) {
      const sign = { sub: "ada", exp: NOW + 1 };
      const [{ token }] = await signer.ask([{ sign, algorithm, secret: SECRET }]);
      const cases = near({ token, secret: SECRET, now: NOW });
      for (const verifier of libraries) {
        const answers = await verifier.ask(
          cases.map(({ token, secret, now }) => ({
            token,
            secret,
            options: verifier.mapOptions({ now }),
          })),
        );
        for (const [at, { name, taken }] of cases.entries()) {
          const title = `${algorithm} by ${signer.name}, ${name}: ${taken ? "taken" : "refused"} by ${verifier.name}`;
          await test(title, () => {
            notEqual(answers[at], undefined);
            equal(answers[at].refused === undefined, taken, answers[at].refused);
          });
        }
      }
    }
  }
}

/** Without prototypes of its own: what came through JSON is compared with what was written here. */
function plain(claims) {
  return JSON.parse(JSON.stringify(claims));
}
