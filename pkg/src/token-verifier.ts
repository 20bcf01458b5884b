/**
 * The verifier behind every call that verifies: the core's, and what stays on this side.
 */
import type { KeyMatch, Verified } from "./claims.js";
import { Field, afterTrap, field, malformed, replyError, wasm, write } from "./engine.js";
import { JwtError } from "./error.js";
import { HeaderMemo } from "./header-memo.js";
import { Handle, call } from "./handle.js";
import { type Keys, withKeys } from "./key-input.js";
import { type KeySource, isKeySource } from "./key-source.js";
import { readClock } from "./options.js";
import { type Validity, readClaims, readHeader, readKeyMatch, readValidity } from "./verified.js";
import type { Settings } from "./verify-options.js";

/** What is kept of an accepted token, and the times at which it would be accepted again. */
export interface Kept {
  readonly result: Verified<object>;
  readonly validity: Validity;
}

/** What remembers accepted tokens. */
export interface Cache {
  get(token: string): Kept | undefined;
  /** What the caller gets of it. */
  give(kept: Kept): Verified<object>;
  /** Keeps `result`, and may freeze it. */
  set(token: string, result: Verified<object>, validity: Validity): void;
  delete(token: string): void;
  clear(): void;
}

/** Argument types come before everything else, key import included. */
export function checkToken(token: unknown): void {
  if (typeof token !== "string") throw new TypeError("token is not a string");
}

export class TokenVerifier {
  readonly #settings: Settings;
  readonly #cache: Cache | undefined;
  /** Where the keys come from anew, if they do. */
  readonly source: KeySource | undefined;
  readonly #headers = new HeaderMemo();
  /** The core's verifier with its keys; none before a source's first set. */
  #opened: Keys | undefined;
  #version: number | undefined;
  #matches: KeyMatch[] = [];
  #isFreed = false;

  constructor(key: unknown, settings: Settings, cache?: Cache) {
    this.#settings = settings;
    this.#cache = cache;
    if (isKeySource(key)) this.source = key;
    else this.#open(key);
  }

  #open(key: unknown): void {
    const { keys, policy } = this.#settings;
    const opened = withKeys(key, keys, ({ handle, ...host }) => ({
      handle: new Handle("verifier", () => wasm.verifier_new(handle.number, write(policy))),
      ...host,
    }));
    this.#opened?.handle.free();
    this.#opened = opened;
    this.#opened.handle.keepFor(this);
    this.#matches = [];
  }

  /** The core's verifier, with a source's newest keys. */
  current(): Keys {
    const { source } = this;
    if (source && !this.#isFreed && source.version !== this.#version) {
      const { current, version } = source;
      if (!current) {
        const reason = "key set not loaded";
        throw new JwtError("ERR_JWT_KEY_NOT_FOUND", `key: ${reason}: await load()`, { reason });
      }
      this.#open(current);
      this.#version = version;
      // What a key has signed that is no longer there is not to be trusted.
      this.#cache?.clear();
    }
    if (!this.#opened) throw new TypeError("this verifier was freed");
    return this.#opened;
  }

  verify(token: string): Verified<object> {
    checkToken(token);
    const { handle, cryptoKeys } = this.current();
    if (cryptoKeys.size > 0) {
      throw new TypeError("a CryptoKey cannot be used synchronously: use the asynchronous call");
    }
    return this.verifyHere(token, handle);
  }

  /** Verifies with the core alone. */
  verifyHere(token: string, handle: Handle): Verified<object> {
    const now = this.now();
    const recalled = this.recall(token, handle, now);
    if (recalled) return recalled;
    this.checkLength(token);
    // No code of the caller's runs between this and the reading of the reply.
    const { number } = handle;
    let holds: number;
    try {
      holds = wasm.verifier_verify(number, write(token), now);
    } catch (error) {
      throw afterTrap(error);
    }
    if (!holds) throw replyError();
    return this.result(token, handle);
  }

  /** What the cache has of the token, if it would still be accepted. */
  recall(token: string, { number }: Handle, now: number): Verified<object> | undefined {
    const kept = this.#cache?.get(token);
    // Reading the number has thrown if the verifier was freed meanwhile.
    if (!kept || number === 0) return;
    const { from, fromNanos, until, untilNanos } = kept.validity;
    if (call(() => wasm.is_in_force(now, from, fromNanos, until, untilNanos))) {
      return this.#cache!.give(kept);
    }
    this.#cache!.delete(token);
  }

  checkLength(token: string): void {
    if (token.length > this.#settings.maxTokenBytes) throw malformed("token", "too large");
  }

  /** Reads the reply about a token that the core has accepted. */
  result(token: string, handle: Handle): Verified<object> {
    const header = this.#headers.read(token, readHeader);
    const payload = readClaims(this.#settings.integers);
    const validity = this.#cache && readValidity();
    // Asking for the key's `kid` makes another reply, so it comes last.
    const index = field(Field.KeyIndex);
    const key = (this.#matches[index] ??= readKeyMatch(handle, index));
    const result = { header, payload, key };
    if (validity) this.#cache!.set(token, result, validity);
    return result;
  }

  /** The time of a check. */
  now(): number {
    return readClock(this.#settings.now);
  }

  free(): void {
    this.#isFreed = true;
    this.#cache?.clear();
    this.#opened?.handle.free();
  }
}
