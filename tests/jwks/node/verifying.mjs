/**
 * Verifying with a remote key set: `node verifying.mjs ORIGIN`. The keys and tokens are Node's own.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import * as full from "wasm-jwt/full";
import * as index from "wasm-jwt";
import * as jwks from "wasm-jwt/jwks";
import { createHarness, equal } from "../../js/harness.mjs";
import { START, createPlaces, rejected, serving } from "../suite/places.mjs";

const place = createPlaces(jwks, process.argv[2]);
const { test, run } = createHarness();

const segment = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function makeIssuer(kid) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    jwk: { ...publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "ES256" },
    token(claims) {
      const input = `${segment({ alg: "ES256", kid })}.${segment(claims)}`;
      const key = { key: privateKey, dsaEncoding: "ieee-p1363" };
      return `${input}.${sign("sha256", Buffer.from(input), key).toString("base64url")}`;
    },
  };
}

const now = () => START;
for (const [entry, { createVerifier }] of Object.entries({ "wasm-jwt": index, full })) {
  test(`${entry}: loads, verifies, and finds the key that is new`, async () => {
    const [old, next] = [makeIssuer("old"), makeIssuer("next")];
    const { set, clock, answers, requested } = await place(serving({ keys: [old.jwk] }));
    const verifier = createVerifier(set, { now });
    equal((await verifier.verifyAsync(old.token({ sub: "a" }))).payload, { sub: "a" });
    const unknown = await rejected(verifier.verifyAsync(next.token({})));
    equal([unknown.code, unknown.kid], ["ERR_JWT_KEY_NOT_FOUND", "next"]);
    await requested(1);
    await answers(serving({ keys: [next.jwk] }));
    clock.time += 30;
    equal((await verifier.verifyAsync(next.token({ sub: "b" }))).payload, { sub: "b" });
    const gone = await rejected(verifier.verifyAsync(old.token({})));
    equal([gone.code, gone.kid], ["ERR_JWT_KEY_NOT_FOUND", "old"]);
    await requested(2);
  });

  test(`${entry}: a member that is no key of its kind does not spoil the others`, async () => {
    const { jwk, token } = makeIssuer("good");
    const bad = [
      { ...jwk, kid: "curve", crv: "P-999" },
      { ...jwk, kid: "point", y: jwk.x },
      { ...jwk, kid: "text", x: "=" },
      { kty: "RSA", kid: "short", n: "AQAB", e: "AQAB" },
      { ...jwk, kid: "x5c", x5c: 5 },
      { kty: "OKP", kid: "x25519", crv: "X25519", x: jwk.x },
      { ...jwk, kid: "alg", alg: "RS256" },
    ];
    for (const one of bad) {
      const { set } = await place(serving({ keys: [one, jwk] }));
      const verifier = createVerifier(set, { now });
      equal((await verifier.verifyAsync(token({ sub: one.kid }))).payload, { sub: one.kid });
    }
  });
}

const alive = setInterval(() => {}, 1_000);
process.send(await run());
clearInterval(alive);
