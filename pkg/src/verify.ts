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
  glue,
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
import { type KeyInput, withKeys } from "./key.js";
import { type Clock, type OptionType, readClock, readOptions } from "./options.js";

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
}

/** Makes a verifier, and says what stays on this side. */
function openVerifier(
  key: KeyInput,
  options: VerifyOptions | undefined,
): { handle: Handle; own: OwnOptions } {
  const { now, integers, allowWeakKey, ...policy } = readOptions(options, TYPES) as VerifyOptions;
  const own = {
    now,
    integers: integers ?? "bigint",
    maxTokenBytes: policy.maxTokenBytes ?? MAX_TOKEN_BYTES,
  };
  const text = Object.keys(policy).length > 0 ? JSON.stringify(policy) : "";
  const handle = withKeys(
    key,
    allowWeakKey ?? false,
    (keys) => new Handle("verifier", () => glue.verifier_new(keys.number, write(text))),
  );
  return { handle, own };
}

/** Argument types come before everything else, key import included. */
export function checkToken(token: unknown): void {
  if (typeof token !== "string") throw new TypeError("token is not a string");
}

/** Verifies `token`; the claims' text is then the reply. */
function check(handle: Handle, token: string, own: OwnOptions): void {
  if (token.length > own.maxTokenBytes) throw malformed("token", "too large");
  // The last of the caller's code to run before the reply is read.
  const now = readClock(own.now);
  const { number } = handle;
  let holds: boolean;
  try {
    holds = glue.verifier_verify(number, write(token), now);
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
  const hasKid = call(() => glue.verifier_kid(number, index));
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
  const { handle, own } = openVerifier(key, options);
  return whileOpen(handle, () => {
    check(handle, token, own);
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

class TokenVerifier {
  readonly #handle: Handle;
  readonly #own: OwnOptions;
  readonly #keys: KeyMatch[] = [];
  readonly #headers = new HeaderMemo();

  constructor({ handle, own }: { handle: Handle; own: OwnOptions }) {
    this.#handle = handle.keepFor(this);
    this.#own = own;
  }

  verify(token: string): Verified<object> {
    checkToken(token);
    check(this.#handle, token, this.#own);
    const header = this.#headers.read(token, readHeader);
    const payload = readClaims<object>(this.#own.integers);
    // Asking for the key's `kid` makes another reply, so it comes last.
    const index = field(Field.KeyIndex);
    const key = (this.#keys[index] ??= readKeyMatch(this.#handle, index));
    return { header, payload, key };
  }

  free(): void {
    this.#handle.free();
  }
}

interface TokenVerifier {
  [Symbol.dispose](): void;
}

makeDisposable(TokenVerifier.prototype);

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
  options?: VerifyOptions,
): Verifier<C> {
  return new TokenVerifier(openVerifier(key, options)) as unknown as Verifier<C>;
}
