/**
 * The options of encoding: what may be asked for, and which part of it the core is told.
 */
import type { Algorithm } from "./claims.js";
import type { Duration } from "./duration.js";
import { stringify } from "./json-text.js";
import type { KeyInputOptions } from "./key-input.js";
import { type Clock, type OptionType, readOptions } from "./options.js";

/** How tokens are made. Nothing is added that is not asked for. */
export interface EncodeOptions {
  /**
   * Default: what the JWK's `alg` says, or HS256 for a secret, the curve's for EC, `EdDSA` for
   * Ed25519, the key's own for ML-DSA. An RSA key has none.
   */
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
  /** What encrypted PEM or DER is decrypted with. */
  passphrase?: string;
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
  passphrase: "string",
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

/** @internal Options that were read. */
export interface EncodeSettings {
  /** What the core is told, as JSON text. */
  readonly text: string;
  readonly keys: KeyInputOptions;
  readonly now: Clock | undefined;
  readonly randomJwtId: boolean;
  /** The claims that the options add. */
  readonly adds: readonly string[];
}

/** @internal @throws TypeError for an unknown name or a wrong type */
export function readEncodeOptions(options: EncodeOptions | undefined): EncodeSettings {
  const { now, allowWeakKey, passphrase, header, ...rest } = readOptions(
    options,
    TYPES,
  ) as EncodeOptions;
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
  const members = Object.entries({ ...passed, claims }).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  if (header) members.push(`"header":${stringify(header, "option header")}`);
  return {
    text: `{${members.join()}}`,
    keys: { allowWeakKey: allowWeakKey ?? false, passphrase },
    now,
    randomJwtId: rest.jwtId === true,
    adds,
  };
}

/** Whether the claim that an option adds is always the same. */
function isText(value: unknown): boolean {
  return typeof value === "string" || Array.isArray(value);
}
