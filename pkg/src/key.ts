/// <reference lib="esnext.disposable" preserve="true" />
/**
 * `Key`: a key that was read once, and what can be asked of it.
 */
import type { Algorithm } from "./claims.js";
import { instantiate, replyText, wasm, writeBytes } from "./engine.js";
import { type JwtError, keyInvalid } from "./error.js";
import { Handle, call, makeDisposable, run } from "./handle.js";
import { HostKeys } from "./host-keys.js";
import { KEY_BRAND, setInside } from "./key-inside.js";
import {
  type DerForm,
  asBytes,
  importDer,
  importJson,
  importPem,
  importSecretBytes,
  importSecretText,
  isDerForm,
  writeKeyText,
} from "./key-import.js";
import { readOptions } from "./options.js";
import { randomBytes } from "./random.js";
import { type Pbes2, decryptByHost, generateByHost } from "./web-crypto.js";

/** A JSON Web Key (RFC 7517): `kty` is `oct`, `RSA`, `EC`, `OKP` (Ed25519) or `AKP` (ML-DSA). */
export interface Jwk {
  kty: string;
  kid?: string;
  alg?: string;
  use?: string;
  key_ops?: readonly string[];
  [member: string]: unknown;
}

/** A JSON Web Key Set (RFC 7517 §5). */
export interface Jwks {
  keys: readonly Jwk[];
}

/** A secret: text (as UTF-8) or bytes. */
export type Secret = string | ArrayBuffer | ArrayBufferView;

export interface KeyOptions {
  /** Takes a secret shorter than the hash (RFC 7518 §3.2). Never an empty one. */
  allowWeakKey?: boolean;
}

export interface PassphraseOptions {
  /** What an encrypted PKCS#8 key (RFC 8018, PBES2) is decrypted with. */
  passphrase: string;
}

export interface ExportOptions {
  /** `true` gives the private key, or the secret. Default: the public key. */
  private?: boolean;
}

/** What a key is. */
interface Description {
  readonly kty: "oct" | "RSA" | "EC" | "OKP" | "AKP";
  readonly kid?: string;
  readonly algorithms: readonly Algorithm[];
  readonly isPrivate: boolean;
  readonly notBefore?: number;
  readonly notAfter?: number;
}

/** As much randomness as the core takes to make a key. */
const SEED_BYTES = 64;

/**
 * A key that was read once. It belongs to the entry that made it.
 *
 * `free()` (or `using`) wipes it at once; when it is forgotten it is wiped some time later.
 * Verifiers and signers made from it keep what they need.
 *
 * @example
 * ```js
 * const key = Key.fromSecret(secret);
 * verify(token, key);
 * key.free();
 * ```
 */
export class Key {
  readonly #handle: Handle;
  readonly #hostKeys = new HostKeys();
  #description: Description | undefined;

  private constructor(handle: Handle) {
    this.#handle = handle.keepFor(this);
    setInside(this, { handle, hostKeys: this.#hostKeys });
  }

  /**
   * A secret for HS256, HS384 and HS512, as far as its length allows.
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID`: empty, shorter than 32 bytes, or another key's text
   */
  static fromSecret(secret: Secret, options?: KeyOptions): Key {
    const allowWeak = readAllowWeak(options);
    if (typeof secret === "string") return new Key(importSecretText(secret, allowWeak));
    const bytes = asBytes(secret);
    if (!bytes) throw new TypeError("key is not text or bytes");
    return new Key(importSecretBytes(bytes, allowWeak));
  }

  /**
   * A JWK, as an object (not as text).
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID`
   * @see RFC 7517, RFC 7518 §6, RFC 8037, RFC 8812, RFC 9964
   */
  static fromJwk(jwk: Jwk, options?: KeyOptions): Key {
    const allowWeak = readAllowWeak(options);
    if (typeof jwk !== "object" || jwk === null) throw new TypeError("jwk is not an object");
    return new Key(importJson(jwk, allowWeak, false));
  }

  /**
   * PEM text (RFC 7468): PKCS#8, PKCS#1, SEC1, SPKI, or an X.509 certificate (its key). What it is,
   * its content says.
   *
   * With a passphrase, encrypted PKCS#8 too: here a promise, in `wasm-jwt/full` at once.
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID` with the reason
   * @example
   * ```js
   * const key = Key.fromPem(pem);
   * const { payload } = await verifyAsync(token, key);
   * ```
   */
  static fromPem(pem: string): Key;
  static fromPem(pem: string, options: PassphraseOptions): Promise<Key>;
  static fromPem(pem: string, options?: PassphraseOptions): Key | Promise<Key> {
    const passphrase = readPassphrase(options);
    if (typeof pem !== "string") throw new TypeError("key is not a string");
    instantiate();
    if (passphrase === undefined || call(() => wasm.is_full())) {
      return new Key(importPem(pem, passphrase));
    }
    const describe = () => wasm.pbes2_of_pem(writeKeyText(pem));
    return Key.#decrypt(describe, passphrase, () => new Key(importPem(pem)));
  }

  /**
   * DER bytes of a form that the caller knows.
   *
   * With a passphrase, encrypted PKCS#8 too: here a promise, in `wasm-jwt/full` at once.
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID` with the reason
   */
  static fromDer(der: ArrayBuffer | ArrayBufferView, form: DerForm): Key;
  static fromDer(
    der: ArrayBuffer | ArrayBufferView,
    form: DerForm,
    options: PassphraseOptions,
  ): Promise<Key>;
  static fromDer(
    der: ArrayBuffer | ArrayBufferView,
    form: DerForm,
    options?: PassphraseOptions,
  ): Key | Promise<Key> {
    const passphrase = readPassphrase(options);
    const bytes = asBytes(der);
    if (!bytes) throw new TypeError("key is not bytes");
    if (!isDerForm(form)) throw new TypeError("form is not pkcs8, pkcs1, sec1, spki or x509");
    instantiate();
    if (passphrase === undefined || call(() => wasm.is_full())) {
      return new Key(importDer(bytes, form, passphrase));
    }
    const describe = () => wasm.pbes2_of_der(writeBytes(bytes));
    return Key.#decrypt(describe, passphrase, () => new Key(importDer(bytes, form)));
  }

  /**
   * A new key: a random secret as long as the algorithm's hash, an RSA key of 2048 bits, or a key on
   * the algorithm's curve.
   *
   * Secrets at once; other keys are promises here, and at once in `wasm-jwt/full`.
   */
  static generate(algorithm: "HS256" | "HS384" | "HS512"): Key;
  static generate(algorithm: Algorithm): Promise<Key>;
  static generate(algorithm: Algorithm): Key | Promise<Key> {
    if (typeof algorithm !== "string") throw new TypeError("algorithm is not a string");
    instantiate();
    // The core says what is no algorithm.
    const isForHost = /^([REP]S|Ed|ML)/.test(algorithm) && !call(() => wasm.is_full());
    if (!isForHost) return Key.#generate(algorithm);
    return generateByHost(algorithm).then((jwk) => Key.fromJwk(jwk));
  }

  static #generate(algorithm: string): Key {
    // The core has no randomness of its own.
    const random = randomBytes(SEED_BYTES);
    const input = new Uint8Array([...random, ...new TextEncoder().encode(algorithm)]);
    try {
      return new Key(new Handle("key", () => wasm.key_generate(writeBytes(input))));
    } finally {
      random.fill(0);
      input.fill(0);
    }
  }

  /** Lets the host decrypt what `describe` finds to be encrypted; what is not needs no passphrase. */
  static async #decrypt(
    describe: () => number,
    passphrase: string,
    plain: () => Key,
  ): Promise<Key> {
    if (!call(describe)) return plain();
    const der = await decryptByHost(JSON.parse(replyText()) as Pbes2, passphrase);
    try {
      return new Key(importDer(der, "pkcs8"));
    } catch (error) {
      // One in 256 wrong passphrases gives a padding, and then noise.
      const isNoise = (error as JwtError).reason === "not der of this kind of key";
      throw isNoise ? keyInvalid("wrong passphrase") : error;
    } finally {
      der.fill(0);
    }
  }

  /** What kind of key it is (RFC 7518 §6.1). */
  get kty(): Description["kty"] {
    return this.#describe().kty;
  }

  /** The `kid` of the JWK that it was made from. */
  get kid(): string | undefined {
    return this.#describe().kid;
  }

  /** The algorithms that it takes. */
  get algorithms(): readonly Algorithm[] {
    return this.#describe().algorithms;
  }

  /** Whether it can sign. */
  get isPrivate(): boolean {
    return this.#describe().isPrivate;
  }

  /**
   * When the certificate that it was made from is valid, in seconds since 1970. For showing: nobody
   * checks it, and nobody checks who signed the certificate.
   */
  get certificate(): { notBefore: number; notAfter: number } | undefined {
    const { notBefore, notAfter } = this.#describe();
    return notBefore === undefined ? undefined : { notBefore, notAfter: notAfter! };
  }

  #describe(): Description {
    const { number } = this.#handle;
    if (!this.#description) {
      run(() => wasm.key_describe(number));
      this.#description = JSON.parse(replyText()) as Description;
      Object.freeze(this.#description.algorithms);
    }
    return this.#description;
  }

  /**
   * The key as a JWK: its public part, or with `private: true` all of it.
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID`: it has no such part
   */
  toJwk(options?: ExportOptions): Jwk {
    const wanted = readPrivate(options);
    return JSON.parse(this.#export(() => wasm.key_to_jwk(this.#handle.number, wanted))) as Jwk;
  }

  /**
   * The key as PEM: SPKI, or with `private: true` PKCS#8.
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID`: it has no such part, or is a secret
   */
  toPem(options?: ExportOptions): string {
    const wanted = readPrivate(options);
    return this.#export(() => wasm.key_to_pem(this.#handle.number, wanted));
  }

  /** Its SHA-256 thumbprint, in base64url (RFC 7638). */
  thumbprint(): string {
    return this.#export(() => wasm.key_thumbprint(this.#handle.number));
  }

  #export(act: () => number): string {
    run(act);
    const text = replyText();
    // It may be the private key.
    call(() => wasm.free(0));
    return text;
  }

  /** Wipes the key. Using it afterwards is a `TypeError`. */
  free(): void {
    this.#hostKeys.clear();
    this.#handle.free();
  }
}

export interface Key {
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

makeDisposable(Key.prototype);
Object.defineProperty(Key.prototype, KEY_BRAND, { value: true });

function readAllowWeak(options: KeyOptions | undefined): boolean {
  return readOptions(options, { allowWeakKey: "boolean" }).allowWeakKey === true;
}

function readPassphrase(options: PassphraseOptions | undefined): string | undefined {
  return readOptions(options, { passphrase: "string" }).passphrase as string | undefined;
}

function readPrivate(options: ExportOptions | undefined): number {
  return Number(readOptions(options, { private: "boolean" }).private === true);
}
