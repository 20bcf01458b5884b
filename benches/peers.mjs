/**
 * What is measured wherever there is WebCrypto: the same work by this package and by its peers, each
 * used as its own documentation recommends for many tokens, and once more as people often use it.
 *
 * A row is `{ name, async?, make }`; `make` sets up and returns what does the work once. The first row
 * of a list is what the others are compared with.
 */
import tsndr from "@tsndr/cloudflare-worker-jwt";
import * as hono from "hono/jwt";
import * as jose from "jose";
import { jwtDecode } from "jwt-decode";
import * as ours from "wasm-jwt";
import { decode as plainDecode } from "wasm-jwt/decode";
import { SECRET } from "./tokens.mjs";

/** The rows by work. What does not encode gets a token in each turn. */
export async function peers(claims) {
  const bytes = new TextEncoder().encode(SECRET);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const cryptoKey = await crypto.subtle.importKey("raw", bytes, hmac, false, ["sign", "verify"]);
  const joseSign = (key) =>
    new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(key);
  const tsndrOptions = { algorithm: "HS256", throwError: true };
  return {
    verify: [
      { name: OURS.verifier, make: () => verifier() },
      { name: "wasm-jwt verify", make: () => (token) => ours.verify(token, SECRET) },
      {
        name: "jose CryptoKey",
        async: true,
        make: () => (token) => jose.jwtVerify(token, cryptoKey),
      },
      { name: "jose bytes", async: true, make: () => (token) => jose.jwtVerify(token, bytes) },
      {
        name: "hono/jwt",
        async: true,
        make: () => (token) => hono.verify(token, SECRET, "HS256"),
      },
      {
        name: "cloudflare-worker-jwt",
        async: true,
        make: () => (token) => tsndr.verify(token, SECRET, tsndrOptions),
      },
    ],
    // The claims of each turn are an object of its own, unless the row says `shared`.
    "verify cached": [
      { name: OURS.cached, make: () => verifier({ cache: 1000 }) },
      {
        name: "wasm-jwt createVerifier, cache (shared)",
        make: () => verifier({ cache: { entries: 1000, shared: true } }),
      },
      { name: OURS.verifier, make: () => verifier() },
    ],
    encode: [
      { name: OURS.signer, make: () => signer() },
      { name: "wasm-jwt encode", make: () => () => ours.encode(claims, SECRET) },
      { name: "jose CryptoKey", async: true, make: () => () => joseSign(cryptoKey) },
      { name: "jose bytes", async: true, make: () => () => joseSign(bytes) },
      { name: "hono/jwt", async: true, make: () => () => hono.sign(claims, SECRET, "HS256") },
      {
        name: "cloudflare-worker-jwt",
        async: true,
        make: () => () => tsndr.sign(claims, SECRET, { header: { typ: "JWT" } }),
      },
    ],
    decode: [
      { name: OURS.decode, make: () => ours.decode },
      { name: OURS.plainDecode, make: () => plainDecode },
      {
        name: "jose",
        make: () => (token) => [jose.decodeProtectedHeader(token), jose.decodeJwt(token)],
      },
      { name: "hono/jwt", make: () => hono.decode },
      { name: "cloudflare-worker-jwt", make: () => tsndr.decode },
      {
        name: "jwt-decode",
        make: () => (token) => [jwtDecode(token, { header: true }), jwtDecode(token)],
      },
    ],
  };

  function verifier(options) {
    const made = ours.createVerifier(SECRET, options);
    return (token) => made.verify(token);
  }

  function signer() {
    const made = ours.createSigner(SECRET);
    return () => made.encode(claims);
  }
}

/** Our rows that targets are set for. */
export const OURS = {
  verifier: "wasm-jwt createVerifier",
  cached: "wasm-jwt createVerifier, cache",
  signer: "wasm-jwt createSigner",
  decode: "wasm-jwt decode",
  plainDecode: "wasm-jwt/decode",
};
