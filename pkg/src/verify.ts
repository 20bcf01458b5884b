/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Verifying: `verify` for one token, `createVerifier` for many.
 */
import type { Algorithm, Claims, Header, KeyMatch, Verified } from "./claims.js";
import type { Duration } from "./duration.js";
import {
  Field,
  afterTrap,
  field,
  wasm,
  malformed,
  replyError,
  replyHeader,
  replyText,
  write,
} from "./engine.js";
import { JwtError } from "./error.js";
import { parseExact } from "./exact-json.js";
import { HeaderMemo } from "./header-memo.js";
import { Handle, call, makeDisposable, whileOpen } from "./handle.js";
import { copyJson, freezeJson } from "./json-copy.js";
import { type KeyInput, withKeys } from "./key.js";
import { type Clock, type OptionType, readClock, readOptions } from "./options.js";
import { type CacheOptions, MAX_CACHE_BYTES, TokenCache } from "./token-cache.js";

/** How tokens are verified. Durations: a number is seconds, text carries its unit. */
export interface VerifyOptions {
  /** Narrows what the key takes. An empty list allows nothing. */
  algorithms?: readonly Algorithm[];
  /** `iss` is this, or one of these. */
  issuer?: string | readonly string[];
  /** `aud` is or has this, or one of these. */
  audience?: string | readonly string[];
  /** `sub` is this. */
  subject?: string;
  /** `jti` is this. */
  jwtId?: string;
  /** The header's `typ` is this media type, case and a leading `application/` aside. */
  typ?: string;
  /** The token was issued (`iat`) no longer ago. */
  maxAge?: Duration;
  /** These claims are present. */
  requiredClaims?: readonly string[];
  /** By so much clocks may differ. Default 0. */
  clockTolerance?: Duration;
  /** Integers beyond 2^53 − 1: exact (default), rounded as by `JSON.parse`, or refused. */
  integers?: "bigint" | "number" | "error";
  /** Takes a secret shorter than the hash (RFC 7518 §3.2). */
  allowWeakKey?: boolean;
  /** The longest token taken. Default 262,144. */
  maxTokenBytes?: number;
  /** Seconds since 1970, or a function that returns them. Default: the host's clock. */
  now?: Clock;
}

/** How a verifier works. */
export interface VerifierOptions extends VerifyOptions {
  /**
   * Remembers so many accepted tokens. A token that comes again costs a look-up, whether it is still
   * in force, and a copy of its claims. Refusals are never remembered. Default: none.
   */
  cache?: number | CacheOptions;
}

const CACHE_TYPES: Readonly<Record<keyof CacheOptions, OptionType>> = {
  entries: "size",
  maxBytes: "size",
  shared: "boolean",
};

const TYPES: Readonly<Record<keyof VerifyOptions, OptionType>> = {
  algorithms: "strings",
  issuer: "string or strings",
  audience: "string or strings",
  subject: "string",
  jwtId: "string",
  typ: "string",
  maxAge: "duration",
  requiredClaims: "strings",
  clockTolerance: "duration",
  integers: "integers",
  allowWeakKey: "boolean",
  maxTokenBytes: "size",
  now: "now",
};

/** The longest token taken by default, as in the core. */
export const MAX_TOKEN_BYTES = 256 * 1024;

/** The options that stay on this side. */
interface OwnOptions {
  readonly now: Clock | undefined;
  readonly integers: "bigint" | "number" | "error";
  readonly maxTokenBytes: number;
  readonly cache: CacheOptions | undefined;
}

/** Makes a verifier, and says what stays on this side. */
function openVerifier(
  key: KeyInput,
  options: VerifierOptions | undefined,
  types: Readonly<Record<string, OptionType>>,
): { handle: Handle; own: OwnOptions } {
  const given: VerifierOptions = readOptions(options, types);
  const { now, integers, allowWeakKey, cache, ...policy } = given;
  const own = {
    now,
    integers: integers ?? "bigint",
    maxTokenBytes: policy.maxTokenBytes ?? MAX_TOKEN_BYTES,
    cache: typeof cache === "number" ? { entries: cache } : cache && readCacheOptions(cache),
  };
  const text = Object.keys(policy).length > 0 ? JSON.stringify(policy) : "";
  const handle = withKeys(
    key,
    allowWeakKey ?? false,
    (keys) => new Handle("verifier", () => wasm.verifier_new(keys.number, write(text))),
  );
  return { handle, own };
}

function readCacheOptions(cache: object): CacheOptions {
  const options = readOptions(cache, CACHE_TYPES);
  if (options.entries === undefined) throw new TypeError("option cache lacks entries");
  return options as unknown as CacheOptions;
}

/** Argument types come before everything else, key import included. */
export function checkToken(token: unknown): void {
  if (typeof token !== "string") throw new TypeError("token is not a string");
}

/** Verifies `token` at the time `now`; the claims' text is then the reply. */
function check(handle: Handle, token: string, maxTokenBytes: number, now: number): void {
  if (token.length > maxTokenBytes) throw malformed("token", "too large");
  // No code of the caller's runs between this and the reading of the reply.
  const { number } = handle;
  let holds: number;
  try {
    holds = wasm.verifier_verify(number, write(token), now);
  } catch (error) {
    throw afterTrap(error);
  }
  if (!holds) throw replyError();
}

function readClaims<C>(integers: OwnOptions["integers"]): C {
  const hasBigIntegers = field(Field.BigIntegersInText) === 1;
  const text = replyText();
  if (!hasBigIntegers || integers === "number") return JSON.parse(text) as C;
  const claims = parseExact(text) as Record<string, unknown>;
  if (integers === "error") throw tooBig(claims);
  return claims as C;
}

/** The header of the last reply. */
export function readHeader(): Header {
  const parse = field(Field.BigIntegersInHeader) === 1 ? parseExact : JSON.parse;
  return parse(replyHeader()) as Header;
}

function readKeyMatch({ number }: Handle, index: number): KeyMatch {
  const hasKid = call(() => wasm.verifier_kid(number, index));
  return Object.freeze(hasKid ? { index, kid: replyText() } : { index });
}

/** Names the claim that holds an integer beyond 2^53 − 1. */
function tooBig(claims: Record<string, unknown>): JwtError {
  const holds = (value: unknown): boolean =>
    typeof value === "bigint" ||
    (typeof value === "object" && value !== null && Object.values(value).some(holds));
  const claim = Object.keys(claims).find((name) => holds(claims[name]))!;
  const expected = "without integers beyond ±(2^53 - 1)";
  const message = `claim ${claim} is not ${expected}`;
  return new JwtError("ERR_JWT_CLAIM_INVALID", message, { claim, expected });
}

/**
 * Verifies `token` and returns what it holds.
 *
 * In this order: form, critical extensions, `alg`, key, signature, claims. The key decides which
 * algorithms are possible; the token's header only chooses among them. `exp` and `nbf` are checked
 * wherever they are present. Revocation and replay are not checked.
 *
 * - `token`: compact JWS, `header.payload.signature`
 * - `key`: a secret (text or bytes), a JWK, a JWKS, a `Key`, or an array of these
 *
 * Reads key and options anew at each call: for many tokens use {@link createVerifier}.
 *
 * @throws JwtError with a stable `code`; `ERR_JWT_EXPIRED` if `now >= exp + clockTolerance`
 * @throws TypeError if an argument has the wrong type
 * @see RFC 7519 §7.2, RFC 8725 §3
 * @example
 * ```js
 * const { payload } = verify(token, secret, { issuer: "https://issuer.example" });
 * ```
 */
export function verify<C extends object = Claims>(
  token: string,
  key: KeyInput,
  options?: VerifyOptions,
): Verified<C> {
  checkToken(token);
  const { handle, own } = openVerifier(key, options, TYPES);
  return whileOpen(handle, () => {
    check(handle, token, own.maxTokenBytes, readClock(own.now));
    // Asking for the key's `kid` makes another reply, so it comes last.
    return {
      header: readHeader(),
      payload: readClaims<C>(own.integers),
      key: readKeyMatch(handle, field(Field.KeyIndex)),
    };
  });
}

/** Verifies many tokens with the same key and options. */
export interface Verifier<C extends object = Claims> {
  /** As the function `verify`. */
  verify<T extends object = C>(token: string): Verified<T>;
  /** Wipes its key. Using it afterwards is a `TypeError`. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

/** What is kept of an accepted token, and the times at which it would be accepted again. */
interface Kept {
  readonly result: Verified<object>;
  readonly from: number;
  readonly fromNanos: number;
  readonly until: number;
  readonly untilNanos: number;
}

class TokenVerifier {
  readonly #handle: Handle;
  readonly #own: OwnOptions;
  readonly #keys: KeyMatch[] = [];
  readonly #headers = new HeaderMemo();
  readonly #cache: TokenCache<Kept> | undefined;

  constructor({ handle, own }: { handle: Handle; own: OwnOptions }) {
    this.#handle = handle.keepFor(this);
    this.#own = own;
    const { cache } = own;
    this.#cache = cache && new TokenCache(cache.entries, cache.maxBytes ?? MAX_CACHE_BYTES);
  }

  verify(token: string): Verified<object> {
    checkToken(token);
    const now = readClock(this.#own.now);
    return this.#recall(token, now) ?? this.#verify(token, now);
  }

  #recall(token: string, now: number): Verified<object> | undefined {
    const kept = this.#cache?.get(token);
    if (!kept) return;
    // Throws if the verifier was freed meanwhile.
    void this.#handle.number;
    const { from, fromNanos, until, untilNanos } = kept;
    if (call(() => wasm.is_in_force(now, from, fromNanos, until, untilNanos))) {
      return this.#own.cache!.shared ? kept.result : copyOf(kept.result);
    }
    this.#cache!.delete(token);
  }

  #verify(token: string, now: number): Verified<object> {
    check(this.#handle, token, this.#own.maxTokenBytes, now);
    const header = this.#headers.read(token, readHeader);
    const payload = readClaims<object>(this.#own.integers);
    const validity = this.#cache && readValidity();
    // Asking for the key's `kid` makes another reply, so it comes last.
    const index = field(Field.KeyIndex);
    const key = (this.#keys[index] ??= readKeyMatch(this.#handle, index));
    const result = { header, payload, key };
    if (validity) {
      const kept = this.#own.cache!.shared ? freezeJson(result) : copyOf(result);
      this.#cache!.set(token, { result: kept, ...validity });
    }
    return result;
  }

  free(): void {
    this.#cache?.clear();
    this.#handle.free();
  }
}

function copyOf({ header, payload, key }: Verified<object>): Verified<object> {
  return { header: copyJson(header), payload: copyJson(payload), key };
}

function readValidity(): Omit<Kept, "result"> {
  return {
    from: field(Field.From),
    fromNanos: field(Field.FromNanos),
    until: field(Field.Until),
    untilNanos: field(Field.UntilNanos),
  };
}

interface TokenVerifier {
  [Symbol.dispose](): void;
}

/**
 * Reads key and options once, to verify many tokens: the fast way.
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
  key: KeyInput,
  options?: VerifierOptions,
): Verifier<C> {
  makeDisposable(TokenVerifier.prototype);
  const types = { ...TYPES, cache: "cache" } as const;
  return new TokenVerifier(openVerifier(key, options, types)) as unknown as Verifier<C>;
}
