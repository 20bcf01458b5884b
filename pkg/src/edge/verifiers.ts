/**
 * Verifiers: one for each key, made when it is first seen.
 */
import type { AsyncKeyInput } from "../key-input.js";
import { KEY_SOURCE, type KeySource, isKeySource } from "../key-source.js";
import type { CreateVerifier, TokenVerifierLike } from "./guard-options.js";

/** A verifier, and whether it is the token that says which of its keys is used. */
export interface KnownVerifier {
  readonly verifier: TokenVerifierLike;
  readonly hasMany: boolean;
}

/** Whoever makes a secret of every request must not fill the memory. */
const MAX_SECRETS = 100;

/**
 * What gives the verifier of a key. A key that is no function is read at once, so that what is wrong
 * with it stops the deployment and not a request.
 *
 * @param given the option `key` or `jwks`
 * @throws TypeError, JwtError as `createVerifier`
 */
export function createVerifiers(
  createVerifier: CreateVerifier,
  given: unknown,
  isKeySet: boolean,
  options: object,
): (args: unknown[]) => Promise<KnownVerifier> {
  const make = (key: unknown): KnownVerifier => {
    // The address of a set, taken for a secret, would be one that everybody knows.
    if (isKeySet && !isKeySource(key) && !isJwks(key)) {
      throw new TypeError("option jwks is not a key set: see createRemoteKeySet of wasm-jwt/jwks");
    }
    const verifier = createVerifier(key as AsyncKeyInput, options);
    return { verifier, hasMany: isKeySource(key) || isJwks(key) || Array.isArray(key) };
  };
  if (typeof given !== "function") {
    const only = make(given);
    return async () => only;
  }
  // A set that is never asked: for the options alone to be looked at now.
  createVerifier({ [KEY_SOURCE]: true } as unknown as KeySource, options);
  const byObject = new WeakMap<object, KnownVerifier>();
  const bySecret = new Map<unknown, KnownVerifier>();
  return async (args) => {
    const key: unknown = await given(...args);
    const isObject = typeof key === "object" && key !== null;
    const known = isObject ? byObject.get(key) : bySecret.get(key);
    if (known) return known;
    const verifier = make(key);
    if (isObject) {
      byObject.set(key, verifier);
    } else {
      if (bySecret.size === MAX_SECRETS) bySecret.clear();
      bySecret.set(key, verifier);
    }
    return verifier;
  };
}

// Bytes and arrays have something called `keys` too, and bytes would be a secret.
const isJwks = (key: unknown) => Array.isArray((key as { keys?: unknown } | null)?.keys);
