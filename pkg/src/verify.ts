/**
 * Verifying one token: `verify`, `verifyAsync`.
 */
import type { Claims, Verified } from "./claims.js";
import { verifyWithHost } from "./host-verify.js";
import { whileDecrypted } from "./key-decrypt.js";
import type { AsyncKeyInput, KeyInput } from "./key-input.js";
import type { KeySource } from "./key-source.js";
import { TokenVerifier, checkToken } from "./token-verifier.js";
import { type VerifyOptions, readVerifyOptions } from "./verify-options.js";
import { withHost } from "./web-crypto.js";

/**
 * Verifies `token` and returns what it holds.
 *
 * In this order: form, critical extensions, `alg`, key, signature, claims. The key decides which
 * algorithms are possible; the token's header only chooses among them. `exp` and `nbf` are checked
 * wherever they are present. Revocation and replay are not checked.
 *
 * - `token`: compact JWS, `header.payload.signature`
 * - `key`: a secret (text or bytes), PEM text, a JWK, a JWKS, DER with its form, a `Key`, or an array
 *   of these
 *
 * Reads key and options anew at each call: for many tokens use {@link createVerifier}. Other
 * algorithms than HS256, HS384 and HS512 want {@link verifyAsync}, or the entry `wasm-jwt/full`.
 *
 * @throws JwtError with a stable `code`; `ERR_JWT_EXPIRED` if `now >= exp + clockTolerance`
 * @throws TypeError if an argument has the wrong type
 * @see RFC 7519 §7.2, RFC 8725 §3
 * @example
 * ```js
 * const { payload } = verify(token, secret, { issuer: "https://issuer.example" });
 * ```
 */
export function verify<C extends object = Claims>(
  token: string,
  key: KeyInput | KeySource,
  options?: VerifyOptions,
): Verified<C> {
  checkToken(token);
  const verifier = new TokenVerifier(key, readVerifyOptions(options));
  try {
    return verifier.verify(token) as Verified<C>;
  } finally {
    verifier.free();
  }
}

/**
 * As {@link verify}, with every algorithm that this entry or the host's WebCrypto has, and with a
 * `CryptoKey` among the keys. Everything but the signature is decided where `verify` decides it.
 *
 * @throws JwtError as `verify`; `ERR_JWT_CRYPTO_UNAVAILABLE` where the host's crypto is needed and
 *   there is none
 * @example
 * ```js
 * const { payload } = await verifyAsync(token, publicKeyPem, { audience: "api" });
 * ```
 */
export async function verifyAsync<C extends object = Claims>(
  token: string,
  key: AsyncKeyInput | KeySource,
  options?: VerifyOptions,
): Promise<Verified<C>> {
  checkToken(token);
  const settings = withHost(readVerifyOptions(options));
  return whileDecrypted(key, settings.keys.passphrase, async (key) => {
    const verifier = new TokenVerifier(key, settings);
    try {
      return (await verifyWithHost(verifier, token)) as Verified<C>;
    } finally {
      verifier.free();
    }
  });
}
