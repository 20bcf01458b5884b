/**
 * What callers may give as a key, turned into the core's keys.
 */
import { call, Handle, run, whileOpen } from "./handle.js";
import { wasm } from "./engine.js";
import { HostKeys } from "./host-keys.js";
import type { Jwk, Jwks, Key, Secret } from "./key.js";
import { KEY_BRAND, insideOf } from "./key-inside.js";
import {
  type DerForm,
  asBytes,
  importDer,
  importHostKey,
  importJson,
  importPem,
  importSecretBytes,
  importSecretText,
  isDerForm,
} from "./key-import.js";

/** DER bytes with the form that they have. */
export interface DerKey {
  der: ArrayBuffer | ArrayBufferView;
  form: DerForm;
}

/** One key: a secret, PEM text, a JWK or JWKS, DER with its form, or a `Key`. */
type One = Secret | Jwk | Jwks | DerKey | Key;

/** What can be given as a key. An array or a set is for rotation: a token's `kid` chooses. */
export type KeyInput = One | readonly One[];

/**
 * A `CryptoKey` of WebCrypto, said so that these types need neither those of the DOM nor those of
 * Node.
 */
export interface HostKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

/** What the asynchronous calls take: WebCrypto's `CryptoKey` too. */
export type AsyncKeyInput = One | HostKey | readonly (One | HostKey)[];

/** @internal How keys are read. */
export interface KeyInputOptions {
  readonly allowWeakKey: boolean;
  readonly passphrase: string | undefined;
  /** Says what a `CryptoKey` takes. Without it, none is taken. */
  readonly algorithmOf?: (key: CryptoKey, allowWeak: boolean) => string;
}

/** @internal Keys of the core, and what the host has of them. */
export interface Keys {
  readonly handle: Handle;
  /** The `CryptoKey`s among them, by their index. */
  readonly cryptoKeys: ReadonlyMap<number, CryptoKey>;
  /** The others, as far as the host has imported them. */
  readonly hostKeys: HostKeys;
}

const NONE: ReadonlyMap<number, CryptoKey> = new Map();

/** @internal Hands `key`'s keys to `use`, and frees afterwards what was only made for it. */
export function withKeys<T>(key: unknown, options: KeyInputOptions, use: (keys: Keys) => T): T {
  const kept = insideOf(key);
  if (kept) return use({ cryptoKeys: NONE, ...kept });
  const hostKeys = new HostKeys();
  if (Array.isArray(key)) {
    const cryptoKeys = new Map<number, CryptoKey>();
    return whileOpen(importArray(key, options, cryptoKeys), (handle) =>
      use({ handle, cryptoKeys, hostKeys }),
    );
  }
  const cryptoKeys = isCryptoKey(key) ? new Map([[0, key]]) : NONE;
  return whileOpen(importOne(key, options, false), (handle) =>
    use({ handle, cryptoKeys, hostKeys }),
  );
}

function importArray(
  keys: readonly unknown[],
  options: KeyInputOptions,
  cryptoKeys: Map<number, CryptoKey>,
): Handle {
  const set = new Handle("key", () => wasm.key_set());
  try {
    // By index, so that holes are seen too.
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      const index = call(() => wasm.key_set_length(set.number));
      if (isCryptoKey(key)) cryptoKeys.set(index, key);
      const append = (one: Handle) => run(() => wasm.key_set_append(set.number, one.number));
      const kept = insideOf(key);
      if (kept) append(kept.handle);
      else whileOpen(importOne(key, options, true), append);
    }
    return set;
  } catch (error) {
    set.free();
    throw error;
  }
}

function importOne(key: unknown, options: KeyInputOptions, isOneOfSeveral: boolean): Handle {
  const { allowWeakKey, passphrase, algorithmOf } = options;
  if (typeof key === "string") {
    // Never a secret, however it is indented.
    if (key.includes("-----BEGIN ")) return importPem(key, passphrase);
    return importSecretText(key, allowWeakKey);
  }
  const bytes = asBytes(key);
  if (bytes) return importSecretBytes(bytes, allowWeakKey);
  if (typeof key !== "object" || key === null || Array.isArray(key)) {
    throw new TypeError(
      "key is not a secret (text or bytes), PEM, a JWK, a JWKS, DER with its form, a Key or an array",
    );
  }
  if (KEY_BRAND in key) {
    throw new TypeError("this Key was made by another entry of wasm-jwt: make it with this one");
  }
  if (isCryptoKey(key)) {
    if (algorithmOf) return importHostKey(algorithmOf(key, allowWeakKey));
    throw new TypeError("a CryptoKey cannot be used synchronously: use the asynchronous call");
  }
  if (Object.hasOwn(key, "der")) {
    const { der, form } = key as DerKey;
    const bytes = asBytes(der);
    if (!bytes || !isDerForm(form)) throw new TypeError("key is not { der: bytes, form }");
    return importDer(bytes, form, passphrase);
  }
  return importJson(key, allowWeakKey, isOneOfSeveral);
}

// By tag, since in a sandbox the class may be another realm's, and by class, since older workerd
// gives the host's objects no tag.
function isCryptoKey(value: unknown): value is CryptoKey {
  return (
    Object.prototype.toString.call(value) === "[object CryptoKey]" ||
    (typeof CryptoKey === "function" && value instanceof CryptoKey)
  );
}
