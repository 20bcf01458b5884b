/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Verifying many tokens: `createVerifier`.
 */
import { type CacheOptions, readCacheOptions } from "./cache-options.js";
import type { Claims, Verified } from "./claims.js";
import { makeDisposable } from "./handle.js";
import { verifyWithHost } from "./host-verify.js";
import type { AsyncKeyInput } from "./key-input.js";
import type { KeySource } from "./key-source.js";
import { type OptionType, readOptions } from "./options.js";
import { ResultCache } from "./result-cache.js";
import { TokenVerifier } from "./token-verifier.js";
import { VERIFY_TYPES, type VerifyOptions, settingsOf } from "./verify-options.js";
import { withHost } from "./web-crypto.js";

/** How a verifier works. */
export interface VerifierOptions extends VerifyOptions {
  /**
   * Remembers so many accepted tokens. A token that comes again costs a look-up, whether it is still
   * in force, and a copy of its claims. Refusals are never remembered. Default: none.
   */
  cache?: number | CacheOptions;
}

/** Verifies many tokens with the same key and options. */
export interface Verifier<C extends object = Claims> {
  /** As the function `verify`. */
  verify<T extends object = C>(token: string): Verified<T>;
  /** As the function `verifyAsync`. The host imports each key once. */
  verifyAsync<T extends object = C>(token: string): Promise<Verified<T>>;
  /** Wipes its key. Using it afterwards is a `TypeError`. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

class OpenVerifier {
  readonly #verifier: TokenVerifier;

  constructor(verifier: TokenVerifier) {
    this.#verifier = verifier;
  }

  verify(token: string): Verified<object> {
    return this.#verifier.verify(token);
  }

  async verifyAsync(token: string): Promise<Verified<object>> {
    return verifyWithHost(this.#verifier, token);
  }

  free(): void {
    this.#verifier.free();
  }
}

interface OpenVerifier {
  [Symbol.dispose](): void;
}

/**
 * Reads key and options once, to verify many tokens: the fast way.
 *
 * - `key`: as `verify` and `verifyAsync` take it, or a set such as `createRemoteKeySet` of
 *   `wasm-jwt/jwks` gives, whose newest keys are used
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID`, `ERR_JWT_KEY_NOT_FOUND` (an empty set)
 * @throws TypeError if an argument has the wrong type
 * @example
 * ```js
 * const verifier = createVerifier(secret, { audience: "api" });
 * export const claimsOf = (token) => verifier.verify(token).payload;
 * ```
 */
export function createVerifier<C extends object = Claims>(
  key: AsyncKeyInput | KeySource,
  options?: VerifierOptions,
): Verifier<C> {
  makeDisposable(OpenVerifier.prototype);
  const types = { ...VERIFY_TYPES, cache: "cache" } as const;
  const { cache, ...rest }: VerifierOptions = readOptions(options, types);
  const settings = withHost(settingsOf(rest));
  const kept = cache === undefined ? undefined : new ResultCache(readCacheOptions(cache));
  const verifier = new TokenVerifier(key, settings, kept);
  return new OpenVerifier(verifier) as unknown as Verifier<C>;
}
