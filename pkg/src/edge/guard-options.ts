/**
 * The options that `protect` and the middlewares share, read and checked.
 *
 * Those of verifying are left to the verifier, which knows them and refuses what it does not know.
 */
import type { Verified } from "../claims.js";
import type { AsyncKeyInput } from "../key-input.js";
import type { Jwks } from "../key.js";
import type { KeySource } from "../key-source.js";
import type { VerifierOptions } from "../verifier.js";
import { isPrintable, isScope } from "./challenge.js";

/** What is used of a verifier. */
export interface TokenVerifierLike {
  verifyAsync(token: string): Promise<Verified<object>>;
}

/** `createVerifier` of any entry. */
export type CreateVerifier = (
  key: AsyncKeyInput | KeySource,
  options?: VerifierOptions,
) => TokenVerifierLike;

/**
 * A key, or what gives one at the time of a request from whatever the platform hands over. It should
 * give the same object each time: a verifier is made once for each.
 */
export type KeyOrFunction<Key, Args extends unknown[]> =
  Key | ((...args: Args) => Key | Promise<Key>);

/** Where the keys come from: exactly one of the two. */
export type GuardKeys<Args extends unknown[]> =
  | { key: KeyOrFunction<AsyncKeyInput | KeySource, Args>; jwks?: never }
  | {
      /** A set such as `createRemoteKeySet` of `wasm-jwt/jwks` gives, or a JWKS; never an address. */
      jwks: KeyOrFunction<KeySource | Jwks, Args>;
      key?: never;
    };

/** What is asked of a request, besides the options of verifying. */
export interface GuardChecks<C extends object, Args extends unknown[]> extends VerifierOptions {
  /** Scopes that the token's `scope` claim has to hold, all of them (RFC 9068 §2.2.3). */
  scopes?: string | readonly string[];
  /** Told in every challenge: what is protected (RFC 9110 §11.5). Printable ASCII. */
  realm?: string;
  /** Told in every challenge: where the metadata of this resource are (RFC 9728 §5.1). */
  resourceMetadata?: string;
  /** Lets requests without a token through, too; never one with a bad token. Default false. */
  optional?: boolean;
  /** Where else the token is. Default: `bearer`. No token: `undefined` or `null`. */
  getToken?: (...args: Args) => string | null | undefined | Promise<string | null | undefined>;
  /** Asked last, of tokens that hold. True: refused as any other bad token. */
  isRevoked?: (verified: Verified<C>, ...args: Args) => boolean | Promise<boolean>;
  /** That of `wasm-jwt/full`, say. Default: that of `wasm-jwt`. */
  createVerifier?: CreateVerifier;
}

export type GuardOptions<C extends object, Args extends unknown[]> = GuardChecks<C, Args> &
  GuardKeys<Args>;

const isFunction = (value: unknown) => typeof value === "function";

/** Whether each option is what it has to be. */
const CHECKS: Readonly<Record<string, (value: any) => boolean>> = {
  key: () => true,
  jwks: () => true,
  scopes: (value) =>
    isScope(value) || (Array.isArray(value) && value.length > 0 && value.every(isScope)),
  realm: isPrintable,
  resourceMetadata: isPrintable,
  optional: (value) => typeof value === "boolean",
  getToken: isFunction,
  isRevoked: isFunction,
  createVerifier: isFunction,
  onRefused: isFunction,
};

/**
 * The options that are given, apart from those of verifying. Only `undefined` means not given.
 *
 * @throws TypeError if one has the wrong type, or if there is not exactly one of `key` and `jwks`
 */
export function readGuardOptions(options: object): [own: any, verifying: object] {
  // No prototype: a polluted `Object.prototype` must not add options.
  const own = Object.create(null);
  const verifying = Object.create(null);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const isOwn = Object.hasOwn(CHECKS, name);
    if (isOwn && !CHECKS[name]!(value)) throw new TypeError(`option ${name} cannot be this`);
    (isOwn ? own : verifying)[name] = value;
  }
  if ("key" in own === "jwks" in own) throw new TypeError("give one of the options key and jwks");
  return [own, verifying];
}
