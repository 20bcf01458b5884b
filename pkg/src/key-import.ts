/**
 * Importing keys: one form of key in, a handle of the core's key out. What a key is, the core decides.
 */
import { wasm, write, writeBytes, writeSecret } from "./engine.js";
import { keyInvalid } from "./error.js";
import { Handle } from "./handle.js";

/** The form of a DER key: PKCS#8, PKCS#1 (public or private), SEC1, SPKI, or an X.509 certificate. */
export type DerForm = "pkcs8" | "pkcs1" | "sec1" | "spki" | "x509";

/** The longest key text or bytes taken. */
const MAX_BYTES = 1 << 20;

/** JWK or JWK Set. If it is one of several, a JWK made for other work counts but is left out. */
export function importJson(key: object, allowWeak: boolean, isOneOfSeveral: boolean): Handle {
  const text = JSON.stringify(key);
  return new Handle("key", () =>
    wasm.key_from_json(writeKeyText(text), Number(allowWeak), Number(isOneOfSeveral)),
  );
}

export function importSecretText(secret: string, allowWeak: boolean): Handle {
  if (/\p{Surrogate}/u.test(secret)) throw keyInvalid("lone surrogate");
  return new Handle("key", () => wasm.key_from_secret(writeKeyText(secret), Number(allowWeak)));
}

export function importSecretBytes(secret: Uint8Array, allowWeak: boolean): Handle {
  checkLength(secret);
  return new Handle("key", () => wasm.key_from_secret(writeBytes(secret), Number(allowWeak)));
}

export function importPem(pem: string, passphrase = ""): Handle {
  return new Handle("key", () =>
    wasm.key_from_pem(writeKeyText(passphrase + pem), byteLength(passphrase)),
  );
}

export function importDer(der: Uint8Array, form: DerForm, passphrase = ""): Handle {
  checkLength(der);
  const before = new TextEncoder().encode(form + passphrase);
  const input = new Uint8Array(before.length + der.length);
  input.set(before);
  input.set(der, before.length);
  try {
    return new Handle("key", () =>
      wasm.key_from_der(writeBytes(input), form.length, before.length - form.length),
    );
  } finally {
    before.fill(0);
    input.fill(0);
  }
}

/** A key that the host holds and that takes `algorithm`. */
export function importHostKey(algorithm: string): Handle {
  return new Handle("key", () => wasm.key_of_host(write(algorithm)));
}

/** Bounded before anything is copied. */
export function writeKeyText(text: string): number {
  if (text.length > MAX_BYTES) throw keyInvalid("too large");
  return writeSecret(text);
}

function checkLength(bytes: Uint8Array): void {
  if (bytes.length > MAX_BYTES) throw keyInvalid("too large");
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function isDerForm(form: unknown): form is DerForm {
  return ["pkcs8", "pkcs1", "sec1", "spki", "x509"].includes(form as string);
}

// By tag, not by class: in a sandbox the class may be another realm's.
export function asBytes(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const tag = Object.prototype.toString.call(value);
  return tag === "[object ArrayBuffer]" ? new Uint8Array(value as ArrayBuffer) : undefined;
}
