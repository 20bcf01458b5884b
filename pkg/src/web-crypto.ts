/**
 * The host's WebCrypto: what it calls each algorithm, and the work that it does for the core.
 */
import type { Algorithm } from "./claims.js";
import { JwtError, keyInvalid } from "./error.js";

/** What a `CryptoKey` is wanted for. */
export type Work = "verify" | "sign";

/** How keys come to the host. */
export type KeyFormat = "raw" | "spki" | "pkcs8";

type Parameters = { name: string; hash?: string; namedCurve?: string; saltLength?: number };

/**
 * WebCrypto, or the error that says what to do without it.
 *
 * @throws JwtError `ERR_JWT_CRYPTO_UNAVAILABLE`: browsers have it in secure contexts only
 */
export function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle;
  if (found) return found;
  throw new JwtError(
    "ERR_JWT_CRYPTO_UNAVAILABLE",
    "this host has no WebCrypto: serve the page over https (or from localhost), or use " +
      "wasm-jwt/full, which needs none",
  );
}

const CURVES: Readonly<Record<string, string>> = { ES256: "P-256", ES384: "P-384", ES512: "P-521" };

/** What WebCrypto calls `algorithm`. No host has ES256K. */
function parametersOf(algorithm: string): Parameters {
  const length = algorithm.slice(2);
  const hash = `SHA-${length}`;
  switch (algorithm.slice(0, 2)) {
    case "HS":
      return { name: "HMAC", hash };
    case "RS":
      return { name: "RSASSA-PKCS1-v1_5", hash };
    case "PS":
      // The salt is as long as the hash (RFC 7518 §3.5).
      return { name: "RSA-PSS", hash, saltLength: Number(length) / 8 };
    case "ES":
      if (CURVES[algorithm]) return { name: "ECDSA", hash, namedCurve: CURVES[algorithm] };
      throw unsupported(algorithm);
    case "Ed":
      return { name: "Ed25519" };
    default:
      return { name: algorithm };
  }
}

const works = new Map<string, string | Parameters>();

/** No more than what the work itself asks for: the host looks at every member each time. */
function workOf(algorithm: string): string | Parameters {
  let work = works.get(algorithm);
  if (!work) {
    const { name, hash, saltLength } = parametersOf(algorithm);
    work = saltLength ? { name, saltLength } : name === "ECDSA" ? { name, hash: hash! } : name;
    works.set(algorithm, work);
  }
  return work;
}

/** Settings that take `CryptoKey`s too. */
export function withHost<S extends { readonly keys: object }>(
  settings: S,
  work: Work = "verify",
): S {
  const own = (key: CryptoKey, allowWeak: boolean) => algorithmOf(key, work, allowWeak);
  return { ...settings, keys: { ...settings.keys, algorithmOf: own } };
}

/** Imports a key for one kind of work. */
export async function importForHost(
  algorithm: string,
  work: Work,
  format: KeyFormat,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const host = subtle();
  const parameters = parametersOf(algorithm);
  try {
    if (format !== "pkcs8" || work === "sign") {
      return await host.importKey(format, bytes, parameters, false, [work]);
    }
    // A private key whose public part is not known here: the host works it out.
    const key = await host.importKey(format, bytes, parameters, true, ["sign"]);
    const { kty, crv, n, e, x, y, pub, alg } = (await host.exportKey("jwk", key)) as JsonWebKey & {
      pub?: string;
    };
    const jwk = { kty, crv, n, e, x, y, pub, ...(pub && { alg }) } as JsonWebKey;
    return await host.importKey("jwk", jwk, parameters, false, [work]);
  } catch (cause) {
    throw refused(algorithm, cause);
  }
}

/** Whether the signature holds. */
export function verifyByHost(
  algorithm: string,
  key: CryptoKey,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  // WebKitGTK takes more zeros in front of an RSA signature (RFC 8017 §8.2.2 step 1).
  const { modulusLength } = key.algorithm as Partial<RsaHashedKeyAlgorithm>;
  if (modulusLength && signature.length !== Math.ceil(modulusLength / 8)) {
    return Promise.resolve(false);
  }
  const fail = (cause: unknown): never => {
    throw refused(algorithm, cause);
  };
  return subtle().verify(workOf(algorithm), key, signature, signed).catch(fail);
}

/** The signature. */
export async function signByHost(
  algorithm: string,
  key: CryptoKey,
  signed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  try {
    return new Uint8Array(await subtle().sign(workOf(algorithm), key, signed));
  } catch (cause) {
    throw refused(algorithm, cause);
  }
}

/** A new private key, as a JWK. */
export async function generateByHost(algorithm: string): Promise<{ kty: string }> {
  const host = subtle();
  const rsa = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  try {
    const made = await generate(host, { ...parametersOf(algorithm), ...rsa }, GENERATE_TRIES);
    const jwk = await host.exportKey("jwk", made.privateKey);
    delete jwk.key_ops;
    // RSA keys are bound to a hash in WebCrypto, not here.
    if (jwk.kty !== "AKP") delete jwk.alg;
    return jwk as { kty: string };
  } catch (cause) {
    throw refused(algorithm, cause);
  }
}

/** WebKitGTK 2.50 fails to make one Ed25519 key in 150, whoever asks. */
const GENERATE_TRIES = 4;

async function generate(
  host: SubtleCrypto,
  parameters: Parameters,
  tries: number,
): Promise<CryptoKeyPair> {
  try {
    return (await host.generateKey(parameters, true, ["sign", "verify"])) as CryptoKeyPair;
  } catch (cause) {
    if (tries > 1 && (cause as Error).name === "OperationError") {
      return generate(host, parameters, tries - 1);
    }
    throw cause;
  }
}

/** How a PKCS#8 key is encrypted (RFC 8018 §6.2); bytes in base64url. */
export interface Pbes2 {
  /** The hash of PBKDF2's HMAC. */
  readonly prf: string;
  readonly iterations: number;
  readonly salt: string;
  readonly keyBytes: number;
  readonly iv: string;
  readonly ciphertext: string;
}

/**
 * The PKCS#8 key inside.
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID`: it is another passphrase
 */
export async function decryptByHost(how: Pbes2, passphrase: string): Promise<Uint8Array> {
  const host = subtle();
  const bytes = new TextEncoder().encode(passphrase);
  let key: CryptoKey;
  try {
    const from = await host.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
    const { prf, iterations, keyBytes } = how;
    const salt = fromBase64url(how.salt);
    const derivation = { name: "PBKDF2", hash: prf, iterations, salt };
    const cipher = { name: "AES-CBC", length: keyBytes * 8 };
    key = await host.deriveKey(derivation, from, cipher, false, ["decrypt"]);
  } catch {
    // Chromium has no AES of 192 bits.
    throw keyInvalid("encryption not supported");
  } finally {
    bytes.fill(0);
  }
  try {
    const decryption = { name: "AES-CBC", iv: fromBase64url(how.iv) };
    return new Uint8Array(await host.decrypt(decryption, key, fromBase64url(how.ciphertext)));
  } catch {
    throw keyInvalid("wrong passphrase");
  }
}

/**
 * The one algorithm that a `CryptoKey` takes; of Ed25519's two names the older.
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID`: it takes none, or not this work, or is too weak
 */
function algorithmOf(key: CryptoKey, work: Work, allowWeak: boolean): Algorithm {
  if (!key.usages.includes(work)) throw keyInvalid("use or key_ops does not allow it");
  const { name, hash, namedCurve, length, modulusLength, publicExponent } =
    key.algorithm as Partial<HmacKeyAlgorithm & RsaHashedKeyAlgorithm & EcKeyAlgorithm>;
  const bits = Number(hash?.name.slice(4));
  if (modulusLength !== undefined) {
    if (modulusLength < 2048 || modulusLength > 8192) {
      throw keyInvalid("rsa modulus not odd or not of 2048 to 8192 bits");
    }
    // Older workerd gives an ArrayBuffer.
    const bytes = [...new Uint8Array(publicExponent as Uint8Array)];
    const exponent = bytes.reduce((value, byte) => value * 256 + byte, 0);
    if (exponent < 3 || exponent >= 2 ** 64 || bytes.at(-1)! % 2 === 0) {
      throw keyInvalid("rsa exponent even, less than 3 or beyond 64 bits");
    }
  }
  if (name === "HMAC" && length! < bits && !allowWeak) {
    throw keyInvalid("secret shorter than the hash");
  }
  const known = ["HS", "RS", "PS"].flatMap((family) => [256, 384, 512].map((n) => `${family}${n}`));
  const all = [...known, ...Object.keys(CURVES), "EdDSA", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87"];
  const found = all.find((algorithm) => {
    const wanted = parametersOf(algorithm);
    return (
      wanted.name === name &&
      (wanted.namedCurve ? wanted.namedCurve === namedCurve : wanted.hash === hash?.name)
    );
  });
  if (!found) throw keyInvalid("key algorithm not supported");
  return found as Algorithm;
}

/** What to throw for what the host threw. */
function refused(algorithm: string, cause: unknown): unknown {
  if (cause instanceof JwtError) return cause;
  const { name } = cause as { name?: string };
  if (name === "NotSupportedError") return unsupported(algorithm, cause);
  const reason = "refused by the host";
  return new JwtError("ERR_JWT_KEY_INVALID", `key: ${reason}`, { reason, cause });
}

function unsupported(alg: string, cause?: unknown): JwtError {
  const message = `header: alg is not supported by this host: wasm-jwt/full has it`;
  return new JwtError("ERR_JWT_ALG_UNSUPPORTED", message, cause ? { alg, cause } : { alg });
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** Bytes in base64url, without padding (RFC 7515 §2). */
export function toBase64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
