/**
 * Encrypted keys among those that an asynchronous call is given.
 */
import { Key } from "./key.js";
import type { DerKey } from "./key-input.js";

/** Hands `key` to `use`, with what is encrypted in it decrypted by the host if it has to be. */
export async function whileDecrypted<T>(
  key: unknown,
  passphrase: string | undefined,
  use: (key: unknown) => Promise<T>,
): Promise<T> {
  if (passphrase === undefined) return use(key);
  const made: Key[] = [];
  const decrypted = async (one: unknown): Promise<unknown> => {
    let key: Key | Promise<Key>;
    if (typeof one === "string" && one.includes("-----BEGIN ")) {
      key = Key.fromPem(one, { passphrase });
    } else if (typeof one === "object" && one !== null && Object.hasOwn(one, "der")) {
      const { der, form } = one as DerKey;
      key = Key.fromDer(der, form, { passphrase });
    } else {
      return one;
    }
    made.push(await key);
    return key;
  };
  try {
    return await use(await (Array.isArray(key) ? Promise.all(key.map(decrypted)) : decrypted(key)));
  } finally {
    for (const key of made) key.free();
  }
}
