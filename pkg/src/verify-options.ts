/**
 * The options of verifying: what may be asked for, and which part of it the core is told.
 */
import type { Algorithm } from "./claims.js";
import type { Duration } from "./duration.js";
import type { KeyInputOptions } from "./key-input.js";
import { type Clock, type OptionType, readOptions } from "./options.js";

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
  /** What encrypted PEM or DER among the keys is decrypted with. */
  passphrase?: string;
  /** Takes a secret shorter than the hash (RFC 7518 §3.2). */
  allowWeakKey?: boolean;
  /** The longest token taken. Default 262,144. */
  maxTokenBytes?: number;
  /** Seconds since 1970, or a function that returns them. Default: the host's clock. */
  now?: Clock;
}

/** @internal */
export const VERIFY_TYPES: Readonly<Record<keyof VerifyOptions, OptionType>> = {
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
  passphrase: "string",
  allowWeakKey: "boolean",
  maxTokenBytes: "size",
  now: "now",
};

/** The longest token taken by default, as in the core. */
export const MAX_TOKEN_BYTES = 256 * 1024;

/** @internal Options that were read. */
export interface Settings {
  /** What the core is told, as JSON text; empty if that is nothing. */
  readonly policy: string;
  readonly keys: KeyInputOptions;
  readonly now: Clock | undefined;
  readonly integers: "bigint" | "number" | "error";
  readonly maxTokenBytes: number;
}

/** @internal @throws TypeError for an unknown name or a wrong type */
export function readVerifyOptions(options: VerifyOptions | undefined): Settings {
  return settingsOf(readOptions(options, VERIFY_TYPES));
}

/** @internal The settings that options make which were read already. */
export function settingsOf(options: VerifyOptions): Settings {
  const { now, integers, allowWeakKey, passphrase, ...policy } = options;
  return {
    policy: Object.keys(policy).length > 0 ? JSON.stringify(policy) : "",
    keys: { allowWeakKey: allowWeakKey ?? false, passphrase },
    now,
    integers: integers ?? "bigint",
    maxTokenBytes: policy.maxTokenBytes ?? MAX_TOKEN_BYTES,
  };
}
