/**
 * Fixtures: keys, and tokens that jose has signed. Plain data, for hosts that have no jose.
 */
import { SignJWT, exportJWK, generateKeyPair } from "jose";

/** The time of every test. */
const NOW = 1_800_000_000;

const SECRET = "a secret of the tests, 32 bytes and more";

/** A JWK whose point is not on its curve: no reader without curve code can tell. */
const offCurve = (jwk) => ({ ...jwk, y: jwk.x, kid: "off-curve" });

export async function makeFixtures() {
  const pair = await generateKeyPair("ES256", { extractable: true });
  const other = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "one", alg: "ES256", use: "sig" };
  const claims = { sub: "ada", aud: "api", exp: NOW + 60, scope: "read write" };
  const hs = (changes, key = SECRET) =>
    new SignJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .sign(new TextEncoder().encode(key));
  const es = (header, key = pair.privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: "ES256", ...header }).sign(key);

  const valid = await hs();
  const long = await hs({ padding: "x".repeat(48 * 1024) });
  const [header, payload, signature] = valid.split(".");
  return {
    now: NOW,
    secret: SECRET,
    otherSecret: `${SECRET}!`,
    jwk,
    offCurve: offCurve(jwk),
    tokens: {
      valid,
      // The last character holds spare bits, so the first one is changed.
      tampered: `${header}.${payload}.${signature[0] === "A" ? "B" : "A"}${signature.slice(1)}`,
      unsigned: `${header}.${payload}.`,
      none: `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`,
      alien: await hs({}, `${SECRET}!`),
      expired: await hs({ exp: NOW }),
      "expires in a second": await hs({ exp: NOW + 1 }),
      "for another audience": await hs({ aud: "apis" }),
      long,
      "long and tampered": `${long.slice(0, -2)}${long.at(-2) === "A" ? "B" : "A"}${long.at(-1)}`,
      "scope read": await hs({ scope: "read" }),
      "scope write read": await hs({ scope: "write other read" }),
      "scope reads write": await hs({ scope: "reads write" }),
      "scope as a list": await hs({ scope: ["read", "write"] }),
      "scope missing": await hs({ scope: undefined }),
      es256: await es({ kid: "one" }),
      "es256, alien": await es({ kid: "one" }, other.privateKey),
      "es256, kid unknown": await es({ kid: "two" }),
      "es256, kid off-curve": await es({ kid: "off-curve" }),
    },
  };
}
