/**
 * Identity: whom the tests trust: secrets, key pairs, and tokens that jose has signed.
 */
import { randomBytes } from "node:crypto";
import { SignJWT, exportJWK, generateKeyPair } from "jose";

export const SECRET = randomBytes(32).toString("hex");
export const GATEWAY_SECRET = randomBytes(32).toString("hex");
export const OTHER_SECRET = randomBytes(32).toString("hex");

/** What the issuer's tokens are for. */
export const AUDIENCE = "api";

/** Claims such as simplejwt's, which hold for five minutes. */
export function claimsOf(changes) {
  const now = Math.floor(Date.now() / 1_000);
  return {
    token_type: "access",
    user_id: "7",
    aud: AUDIENCE,
    iat: now,
    exp: now + 300,
    ...changes,
  };
}

/** An HS256 token; `changes` are claims, `undefined` for none of that name. */
export function hs256(changes, secret = SECRET) {
  return sign({ alg: "HS256", typ: "JWT" }, claimsOf(changes), new TextEncoder().encode(secret));
}

/** `{ jwk, token(changes) }`: a key pair of an issuer, and its tokens. */
export async function makePair(alg, kid) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: "sig" };
  return { jwk, token: (changes) => sign({ alg, kid }, claimsOf(changes), privateKey) };
}

/** `token` with another signature: its last character may hold spare bits, so the first is changed. */
export function tamper(token) {
  const at = token.lastIndexOf(".") + 1;
  return `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
}

const sign = (header, claims, key) => new SignJWT(claims).setProtectedHeader(header).sign(key);
