/**
 * Encoding one token: `encode`, `encodeAsync`.
 */
import { type EncodeOptions, readEncodeOptions } from "./encode-options.js";
import { signWithHost } from "./host-sign.js";
import { whileDecrypted } from "./key-decrypt.js";
import type { AsyncKeyInput, KeyInput } from "./key-input.js";
import { TokenSigner, checkClaims } from "./token-signer.js";
import { withHost } from "./web-crypto.js";

/**
 * Signs `claims` and returns the token, in compact form.
 *
 * - `claims`: a plain object; `bigint`s become integers. Dates (`exp`, `nbf`, `iat`) are seconds.
 * - `key`: a secret (text or bytes), PEM text, a JWK, DER with its form, or a `Key`
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID`, `ERR_JWT_ALG_NOT_ALLOWED`, `ERR_JWT_CLAIM_INVALID`
 * @throws TypeError if an argument has the wrong type, or a claim is given twice, is not finite, or
 *   holds itself
 * @see RFC 7519 §7.1
 * @example
 * ```js
 * const token = encode({ sub: "ada" }, secret, { expiresIn: "15m", issuedAt: true });
 * ```
 */
export function encode(claims: object, key: KeyInput, options?: EncodeOptions): string {
  checkClaims(claims);
  const signer = new TokenSigner(key, readEncodeOptions(options));
  try {
    return signer.encode(claims);
  } finally {
    signer.free();
  }
}

/**
 * As {@link encode}, with every algorithm that this entry or the host's WebCrypto has, and with a
 * `CryptoKey`.
 *
 * @throws JwtError as `encode`; `ERR_JWT_CRYPTO_UNAVAILABLE` where the host's crypto is needed and
 *   there is none
 * @example
 * ```js
 * const token = await encodeAsync({ sub: "ada" }, privateKeyPem, { algorithm: "RS256" });
 * ```
 */
export async function encodeAsync(
  claims: object,
  key: AsyncKeyInput,
  options?: EncodeOptions,
): Promise<string> {
  checkClaims(claims);
  const settings = withHost(readEncodeOptions(options), "sign");
  return whileDecrypted(key, settings.keys.passphrase, async (key) => {
    const signer = new TokenSigner(key, settings);
    try {
      return await signWithHost(signer, claims);
    } finally {
      signer.free();
    }
  });
}
