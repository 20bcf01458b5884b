/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Encoding: `encode` for one token, `createSigner` for many.
 */
import type { Algorithm, Claims } from "./claims.js";
import type { Duration } from "./duration.js";
import { afterTrap, wasm, malformed, replyError, replyText, write } from "./engine.js";
import { hasToJson, stringifyExact } from "./exact-json.js";
import { Handle, makeDisposable, whileOpen } from "./handle.js";
import { type KeyInput, withKeys } from "./key.js";
import { type Clock, type OptionType, readClock, readOptions } from "./options.js";
import { randomBytes } from "./random.js";

/** How tokens are made. Nothing is added that is not asked for. */
export interface EncodeOptions {
  /** Default: HS256 for a secret, or what the JWK's `alg` says. */
  algorithm?: Algorithm;
  /** Further header members; `typ` replaces `"JWT"`, `alg` is refused. */
  header?: Readonly<Record<string, unknown>>;
  /** Adds `exp`, so long after `iat` or, without one, now. */
  expiresIn?: Duration;
  /** Adds `nbf`, so long after `iat` or, without one, now. */
  notBefore?: Duration;
  /** `true` adds `iat`: now, in whole seconds. */
  issuedAt?: boolean;
  /** Adds `iss`. */
  issuer?: string;
  /** Adds `sub`. */
  subject?: string;
  /** Adds `aud`. */
  audience?: string | readonly string[];
  /** Adds `jti`; `true` makes it of 128 random bits. */
  jwtId?: boolean | string;
  /** Takes a secret shorter than the hash (RFC 7518 §3.2). */
  allowWeakKey?: boolean;
  /** Seconds since 1970, or a function that returns them. Default: the host's clock. */
  now?: Clock;
}

const TYPES: Readonly<Record<keyof EncodeOptions, OptionType>> = {
  algorithm: "string",
  header: "object",
  expiresIn: "duration",
  notBefore: "duration",
  issuedAt: "boolean",
  issuer: "string",
  subject: "string",
  audience: "string or strings",
  jwtId: "true or string",
  allowWeakKey: "boolean",
  now: "now",
};

/** The claim that each option adds. */
const ADDS: Readonly<Record<string, string>> = {
  issuer: "iss",
  subject: "sub",
  audience: "aud",
  expiresIn: "exp",
  notBefore: "nbf",
  issuedAt: "iat",
  jwtId: "jti",
};

/** The longest claims text that is signed. */
const MAX_CLAIMS_LENGTH = 1 << 24;

/** The depth that a verifier takes, here and elsewhere. */
const MAX_DEPTH = 128;

/** The options that stay on this side. */
interface OwnOptions {
  readonly now: Clock | undefined;
  readonly randomJwtId: boolean;
  /** The claims that the options add. */
  readonly adds: readonly string[];
}

/** Makes a signer, and says what stays on this side. */
function openSigner(
  key: KeyInput,
  options: EncodeOptions | undefined,
): { handle: Handle; own: OwnOptions } {
  const { now, allowWeakKey, header, ...rest } = readOptions(options, TYPES) as EncodeOptions;
  if (header && Object.hasOwn(header, "alg")) {
    throw new TypeError("option header cannot give alg: use the option algorithm");
  }
  const passed: Record<string, unknown> = {};
  const claims: Record<string, unknown> = {};
  const adds: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    const claim = ADDS[name];
    if (claim && value !== false) adds.push(claim);
    if (claim && isText(value)) claims[claim] = value;
    else if (name !== "jwtId") passed[name] = value;
  }
  const own = { now, randomJwtId: rest.jwtId === true, adds };
  const members = Object.entries({ ...passed, claims }).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  if (header) members.push(`"header":${stringify(header, "option header")}`);
  const text = `{${members.join()}}`;
  const handle = withKeys(
    key,
    allowWeakKey ?? false,
    (keys) => new Handle("signer", () => wasm.signer_new(keys.number, write(text))),
  );
  return { handle, own };
}

/** Whether the claim that an option adds is always the same. */
function isText(value: unknown): boolean {
  return typeof value === "string" || Array.isArray(value);
}

/** Argument types come before everything else, key import included. */
function checkClaims(claims: unknown): void {
  if (typeof claims !== "object" || claims === null || Array.isArray(claims)) {
    throw new TypeError("claims is not an object");
  }
}

function sign(handle: Handle, claims: object, own: OwnOptions): string {
  for (const name of own.adds) {
    if (Object.hasOwn(claims, name) && (claims as Claims)[name] !== undefined) {
      throw new TypeError(`claim ${name} is given twice: in the claims and as an option`);
    }
  }
  const text = stringify(claims, "claims");
  if (text.length > MAX_CLAIMS_LENGTH) throw malformed("payload", "too large");
  const jwtId = own.randomJwtId ? randomId() : "";
  // The last of the caller's code to run before the reply is read.
  const now = readClock(own.now);
  const { number } = handle;
  let made: number;
  try {
    made = wasm.signer_encode(number, write(jwtId + text), jwtId.length, now);
  } catch (error) {
    throw afterTrap(error);
  }
  if (made) return replyText();
  const error = replyError();
  // JSON.stringify escapes a lone surrogate, so the core is the first to see it.
  if ((error as { reason?: string }).reason === "lone surrogate") {
    throw new TypeError("claims hold a lone surrogate, which is no text");
  }
  throw error;
}

/** 128 random bits in hexadecimal. */
function randomId(): string {
  return Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Stringifies an object of claims or header members, refusing what JSON would silently change. */
function stringify(value: object, what: string): string {
  const hasBigIntegers = inspect(value, what, 1);
  const text = hasBigIntegers ? stringifyExact(value) : JSON.stringify(value);
  if (text?.[0] !== "{") throw new TypeError(`${what} is not an object`);
  return text;
}

/** Whether a `bigint` is in `value`. NaN, Infinity and what is too deep (or cyclic) is refused. */
function inspect(value: unknown, what: string, depth: number): boolean {
  if (typeof value === "bigint") return true;
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`${what} hold a number that is not finite`);
  }
  if (typeof value !== "object" || value === null) return false;
  if (depth > MAX_DEPTH) throw new TypeError(`${what} hold themselves, or are too deep`);
  if (hasToJson(value)) return inspect(value.toJSON(), what, depth + 1);
  let found = false;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (inspect(member, what, depth + 1)) found = true;
  }
  return found;
}

/**
 * Signs `claims` and returns the token, in compact form.
 *
 * - `claims`: a plain object; `bigint`s become integers. Dates (`exp`, `nbf`, `iat`) are seconds.
 * - `key`: a secret (text or bytes), a JWK or a `Key`
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID`, `ERR_JWT_ALG_NOT_ALLOWED`, `ERR_JWT_CLAIM_INVALID`
 * @throws TypeError if an argument has the wrong type, or a claim is given twice, is not finite, or
 *   holds itself
 * @see RFC 7519 §7.1
 * @example
 * ```js
 * const token = encode({ sub: "ada" }, secret, { expiresIn: "15m", issuedAt: true });
 * ```
 */
export function encode(claims: object, key: KeyInput, options?: EncodeOptions): string {
  checkClaims(claims);
  const { handle, own } = openSigner(key, options);
  return whileOpen(handle, () => sign(handle, claims, own));
}

/** Signs many tokens with the same key and options. */
export interface Signer {
  /** As the function `encode`. */
  encode(claims: object): string;
  /** Wipes its key. Using it afterwards is a `TypeError`. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

class TokenSigner {
  readonly #handle: Handle;
  readonly #own: OwnOptions;

  constructor({ handle, own }: { handle: Handle; own: OwnOptions }) {
    this.#handle = handle.keepFor(this);
    this.#own = own;
  }

  encode(claims: object): string {
    checkClaims(claims);
    return sign(this.#handle, claims, this.#own);
  }

  free(): void {
    this.#handle.free();
  }
}

interface TokenSigner {
  [Symbol.dispose](): void;
}

/**
 * Reads key and options once, to sign many tokens.
 *
 * @throws JwtError `ERR_JWT_KEY_INVALID`, `ERR_JWT_ALG_NOT_ALLOWED`
 * @throws TypeError if an argument has the wrong type
 * @example
 * ```js
 * const signer = createSigner(secret, { expiresIn: "15m", jwtId: true });
 * const token = signer.encode({ sub: "ada" });
 * ```
 */
export function createSigner(key: KeyInput, options?: EncodeOptions): Signer {
  makeDisposable(TokenSigner.prototype);
  return new TokenSigner(openSigner(key, options));
}
