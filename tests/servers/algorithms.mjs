/**
 * Algorithms: a backend that signs with a private key, and whoever has the public one.
 */
import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";
import { changeLetter, makeAccount } from "./account.mjs";

const KINDS = {
  RS256: ["rsa", { modulusLength: 2048 }],
  ES256: ["ec", { namedCurve: "P-256" }],
  EdDSA: ["ed25519", {}],
};

/** Rows of settings.mjs. */
export const algorithmSettings = Object.fromEntries(
  Object.entries(KINDS).map(([algorithm, kind]) => {
    const keys = makeKeys(...kind);
    const given = {
      ALGORITHM: algorithm,
      SIGNING_KEY: keys.privateKey,
      VERIFYING_KEY: keys.publicKey,
    };
    return [algorithm, { given, run: (test, backend) => run(test, backend, algorithm, keys) }];
  }),
);

async function run(test, backend, algorithm, { privateKey, publicKey }) {
  const { client, secret } = backend;
  const load = createRequire(join(project, "package.json"));
  const { verify, encode } = load("wasm-jwt/full");
  const { verifyAsync } = load("wasm-jwt");
  const options = { algorithms: [algorithm] };
  const invalid = { code: "ERR_JWT_SIGNATURE_INVALID" };

  await test("tokens_verify_here_and_changed_ones_do_not", async () => {
    const { access, refresh } = await makeAccount(backend);
    for (const token of [access, refresh]) {
      const { payload } = verify(token, publicKey, options);
      deepEqual((await verifyAsync(token, publicKey, options)).payload, payload);
      const changed = changeLetter(token, -20);
      throws(() => verify(changed, publicKey, options), invalid);
      await rejects(verifyAsync(changed, publicKey, options), invalid);
    }
  });

  await test("tokens_signed_here_open_there_and_others_do_not", async () => {
    const { access } = await makeAccount(backend);
    const { payload } = verify(access, publicKey, options);
    const other = makeKeys(...KINDS[algorithm]).privateKey;
    const statusWith = async (token) =>
      (await client.get("/api/me/", { authorization: `Bearer ${token}` })).status;
    equal(await statusWith(encode(payload, privateKey, { algorithm })), 200);
    equal(await statusWith(encode(payload, other, { algorithm })), 401);
    // The right claims under the project's secret: the settings name one algorithm only.
    equal(await statusWith(encode(payload, secret, { algorithm: "HS256" })), 401);
  });
}

function makeKeys(type, options) {
  return generateKeyPairSync(type, {
    ...options,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}
