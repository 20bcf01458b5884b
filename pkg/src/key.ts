/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Keys: what callers may give as a key, and the handle they can keep.
 */
import type { Algorithm } from "./claims.js";
import { wasm, writeBytes, writeSecret } from "./engine.js";
import { keyInvalid } from "./error.js";
import { Handle, makeDisposable, run, whileOpen } from "./handle.js";
import { readOptions } from "./options.js";
import { randomBytes } from "./random.js";

/** A JSON Web Key (RFC 7517). This entry takes `kty: "oct"`. */
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

/** What can be given as a key. An array or a set is for rotation: a token's `kid` chooses. */
export type KeyInput = Secret | Jwk | Jwks | Key | readonly (Secret | Jwk | Jwks | Key)[];

export interface KeyOptions {
  /** Takes a secret shorter than the hash (RFC 7518 §3.2). Never an empty one. */
  allowWeakKey?: boolean;
}

// Registered, so that entries can tell each other's keys from anything else.
const brand = Symbol.for("wasm-jwt.Key");

/** As many bytes as the longest hash gives; `src/wasm.rs` expects so many. */
const MAX_SECRET_BYTES = 64;

/** The longest key text or bytes taken. */
const MAX_BYTES = 1 << 20;

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

  private constructor(handle: Handle) {
    this.#handle = handle.keepFor(this);
  }

  /**
   * A secret for HS256, HS384 and HS512, as far as its length allows.
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID`: empty, shorter than 32 bytes, or another key's text
   */
  static fromSecret(secret: Secret, options?: KeyOptions): Key {
    return new Key(importSecret(secret, readKeyOptions(options)));
  }

  /**
   * A JWK, as an object (not as text).
   *
   * @throws JwtError `ERR_JWT_KEY_INVALID`
   */
  static fromJwk(jwk: Jwk, options?: KeyOptions): Key {
    if (typeof jwk !== "object" || jwk === null) throw new TypeError("jwk is not an object");
    return new Key(importJson(jwk, readKeyOptions(options), false));
  }

  /** A new random secret, as long as the algorithm's hash. */
  static generate(algorithm: Algorithm): Key {
    if (typeof algorithm !== "string") throw new TypeError("algorithm is not a string");
    // The core has no randomness of its own: it takes as much of this as the algorithm wants.
    const random = randomBytes(MAX_SECRET_BYTES);
    const input = new Uint8Array([...random, ...new TextEncoder().encode(algorithm)]);
    try {
      return new Key(new Handle("key", () => wasm.key_generate(writeBytes(input))));
    } finally {
      random.fill(0);
      input.fill(0);
    }
  }

  /** Wipes the key. Using it afterwards is a `TypeError`. */
  free(): void {
    this.#handle.free();
  }

  /** @internal Its handle, or `undefined` if `value` is no key of this entry. */
  static handleOf(value: object): Handle | undefined {
    return #handle in value ? (value as Key).#handle : undefined;
  }
}

export interface Key {
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

makeDisposable(Key.prototype);
Object.defineProperty(Key.prototype, brand, { value: true });

/** Hands `key`'s keys to `use`, and frees afterwards what was only made for it. */
export function withKeys<T>(
  key: KeyInput,
  allowWeak: boolean,
  use: (keys: Handle) => T,
  isOneOfSeveral = false,
): T {
  const kept = typeof key === "object" && key !== null ? Key.handleOf(key) : undefined;
  if (kept) return use(kept);
  if (Array.isArray(key)) return whileOpen(importArray(key, allowWeak), use);
  if (isJson(key)) return whileOpen(importJson(key, allowWeak, isOneOfSeveral), use);
  return whileOpen(importSecret(key, allowWeak), use);
}

function importArray(keys: readonly unknown[], allowWeak: boolean): Handle {
  const set = new Handle("key", () => wasm.key_set());
  try {
    // By index, so that holes are seen too.
    for (let index = 0; index < keys.length; index++) {
      const append = (one: Handle) => run(() => wasm.key_set_append(set.number, one.number));
      withKeys(keys[index] as KeyInput, allowWeak, append, true);
    }
    return set;
  } catch (error) {
    set.free();
    throw error;
  }
}

function importJson(key: object, allowWeak: boolean, isOneOfSeveral: boolean): Handle {
  const text = JSON.stringify(key);
  return new Handle("key", () =>
    wasm.key_from_json(writeKeyText(text), Number(allowWeak), Number(isOneOfSeveral)),
  );
}

function importSecret(secret: unknown, allowWeak: boolean): Handle {
  if (typeof secret === "string") {
    if (/\p{Surrogate}/u.test(secret)) throw keyInvalid("lone surrogate");
    return new Handle("key", () => wasm.key_from_secret(writeKeyText(secret), Number(allowWeak)));
  }
  const bytes = asBytes(secret);
  if (!bytes) {
    throw new TypeError("key is not a secret (text or bytes), a JWK, a JWKS, a Key or an array");
  }
  if (bytes.length > MAX_BYTES) throw keyInvalid("too large");
  return new Handle("key", () => wasm.key_from_secret(writeBytes(bytes), Number(allowWeak)));
}

function writeKeyText(text: string): number {
  if (text.length > MAX_BYTES) throw keyInvalid("too large");
  return writeSecret(text);
}

/** Whether `key` is to be read as a JWK or a JWKS: an object that is nothing else. */
function isJson(key: unknown): key is object {
  if (typeof key !== "object" || key === null || Array.isArray(key) || asBytes(key)) return false;
  if (brand in key) {
    if (Key.handleOf(key)) return false;
    throw new TypeError("this Key was made by another entry of wasm-jwt: make it with this one");
  }
  if (isCryptoKey(key)) {
    throw new TypeError("a CryptoKey cannot be used synchronously: export it as a JWK");
  }
  return true;
}

// By tag, since in a sandbox the class may be another realm's, and by class, since older workerd
// gives the host's objects no tag.
function isCryptoKey(value: object): boolean {
  return (
    Object.prototype.toString.call(value) === "[object CryptoKey]" ||
    (typeof CryptoKey === "function" && value instanceof CryptoKey)
  );
}

// By tag, not by class: in a sandbox the class may be another realm's.
function asBytes(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const tag = Object.prototype.toString.call(value);
  return tag === "[object ArrayBuffer]" ? new Uint8Array(value as ArrayBuffer) : undefined;
}

function readKeyOptions(options: KeyOptions | undefined): boolean {
  const { allowWeakKey = false } = readOptions(options, { allowWeakKey: "boolean" });
  return allowWeakKey as boolean;
}
