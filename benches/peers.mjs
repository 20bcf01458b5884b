/**
 * What is measured: the same work by this package and by its peers, each used as its own
 * documentation recommends for many tokens, and once more as people often use it.
 *
 * A contender is `{ name, async?, run }`; `run` does the work once and returns something.
 */
import { createSecretKey } from "node:crypto";
import { createRequire } from "node:module";
import tsndr from "@tsndr/cloudflare-worker-jwt";
import {
  createDecoder,
  createSigner as fastSigner,
  createVerifier as fastVerifier,
} from "fast-jwt";
import * as hono from "hono/jwt";
import * as jose from "jose";
import jsonwebtoken from "jsonwebtoken";
import { jwtDecode } from "jwt-decode";
import * as ours from "wasm-jwt";
import { decode as plainDecode } from "wasm-jwt/decode";

/** The secret of every row. */
export const SECRET = "a secret of the benchmark, of more than 32 bytes";

const PACKAGES = [
  "jose",
  "fast-jwt",
  "jsonwebtoken",
  "hono",
  "@tsndr/cloudflare-worker-jwt",
  "jwt-decode",
];

/** `{ package: version }`, ours first. */
export function versions() {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(["wasm-jwt", ...PACKAGES].map((name) => [name, version(name)]));

  function version(name) {
    for (const folder of require.resolve.paths(name)) {
      try {
        return require(`${folder}/${name}/package.json`).version;
      } catch {
        // The next folder up may have it.
      }
    }
    return "unknown";
  }
}

/** The claims of a token of about `bytes` bytes; some of them beyond ASCII. */
export function claimsOf(bytes) {
  const claims = {
    iss: "https://issuer.example",
    aud: "https://api.example",
    sub: "248289761001",
    name: "Zoë Ångström",
    iat: 1_700_000_000,
    exp: 4_000_000_000,
    roles: [],
  };
  while (JSON.stringify(claims).length < (bytes * 3) / 4 - 60) {
    claims.roles.push(`role-number-${claims.roles.length}`);
  }
  return claims;
}

/** The contenders, by what they do. The first of each list is ours. */
export async function contenders(claims) {
  const token = ours.encode(claims, SECRET);
  const bytes = new TextEncoder().encode(SECRET);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const cryptoKey = await crypto.subtle.importKey("raw", bytes, hmac, false, ["sign", "verify"]);
  const keyObject = createSecretKey(bytes);
  const verifier = ours.createVerifier(SECRET);
  const signer = ours.createSigner(SECRET);
  const fastVerify = fastVerifier({ key: SECRET, algorithms: ["HS256"] });
  const fastSign = fastSigner({ key: SECRET, noTimestamp: true, algorithm: "HS256" });
  const fastDecode = createDecoder({ complete: true });
  const joseSign = (key) =>
    new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(key);
  return {
    token,
    verify: [
      { name: "wasm-jwt createVerifier", run: () => verifier.verify(token) },
      { name: "wasm-jwt verify", run: () => ours.verify(token, SECRET) },
      { name: "fast-jwt", run: () => fastVerify(token) },
      { name: "jose CryptoKey", async: true, run: () => jose.jwtVerify(token, cryptoKey) },
      { name: "jose bytes", async: true, run: () => jose.jwtVerify(token, bytes) },
      { name: "jsonwebtoken KeyObject", run: () => jsonwebtoken.verify(token, keyObject) },
      { name: "jsonwebtoken text", run: () => jsonwebtoken.verify(token, SECRET) },
      { name: "hono/jwt", async: true, run: () => hono.verify(token, SECRET, "HS256") },
      {
        name: "cloudflare-worker-jwt",
        async: true,
        run: () => tsndr.verify(token, SECRET, { algorithm: "HS256", throwError: true }),
      },
    ],
    encode: [
      { name: "wasm-jwt createSigner", run: () => signer.encode(claims) },
      { name: "wasm-jwt encode", run: () => ours.encode(claims, SECRET) },
      { name: "fast-jwt", run: () => fastSign(claims) },
      { name: "jose CryptoKey", async: true, run: () => joseSign(cryptoKey) },
      { name: "jose bytes", async: true, run: () => joseSign(bytes) },
      { name: "jsonwebtoken KeyObject", run: () => jsonwebtoken.sign(claims, keyObject) },
      { name: "hono/jwt", async: true, run: () => hono.sign(claims, SECRET, "HS256") },
    ],
    decode: [
      { name: "wasm-jwt", run: () => ours.decode(token) },
      { name: "wasm-jwt/decode", run: () => plainDecode(token) },
      {
        name: "jose",
        run: () => [jose.decodeProtectedHeader(token), jose.decodeJwt(token)],
      },
      { name: "fast-jwt", run: () => fastDecode(token) },
      { name: "jsonwebtoken", run: () => jsonwebtoken.decode(token, { complete: true }) },
      { name: "jwt-decode", run: () => [jwtDecode(token, { header: true }), jwtDecode(token)] },
    ],
  };
}
