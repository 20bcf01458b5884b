/**
 * The signer behind every call that signs: the core's, and what stays on this side.
 */
import type { Claims } from "./claims.js";
import type { EncodeSettings } from "./encode-options.js";
import { afterTrap, malformed, replyError, replyText, wasm, write, writeRandom } from "./engine.js";
import { Handle, call } from "./handle.js";
import { stringify } from "./json-text.js";
import { type Keys, withKeys } from "./key-input.js";
import { readClock } from "./options.js";
import { randomBytes } from "./random.js";

/** The longest claims text that is signed. */
const MAX_CLAIMS_LENGTH = 1 << 24;

/** Argument types come before everything else, key import included. */
export function checkClaims(claims: unknown): void {
  if (typeof claims !== "object" || claims === null || Array.isArray(claims)) {
    throw new TypeError("claims is not an object");
  }
}

export class TokenSigner {
  readonly #settings: EncodeSettings;
  /** The core's signer with its key. */
  readonly keys: Keys;
  /** How many random bytes a signature takes. */
  readonly #randomLength: number;

  constructor(key: unknown, settings: EncodeSettings) {
    this.#settings = settings;
    this.keys = withKeys(key, settings.keys, ({ handle, ...host }) => ({
      handle: new Handle("signer", () => wasm.signer_new(handle.number, write(settings.text))),
      ...host,
    }));
    this.keys.handle.keepFor(this);
    const { number } = this.keys.handle;
    this.#randomLength = call(() => wasm.signer_random_bytes(number));
  }

  encode(claims: object): string {
    if (this.keys.cryptoKeys.size > 0) {
      throw new TypeError("a CryptoKey cannot be used synchronously: use the asynchronous call");
    }
    return this.run(claims, wasm.signer_encode);
  }

  /** Lets the core make a token, or what is to be signed, of the claims. */
  run(claims: object, act: typeof wasm.signer_encode): string {
    checkClaims(claims);
    const { adds, randomJwtId } = this.#settings;
    for (const name of adds) {
      if (Object.hasOwn(claims, name) && (claims as Claims)[name] !== undefined) {
        throw new TypeError(`claim ${name} is given twice: in the claims and as an option`);
      }
    }
    const text = stringify(claims, "claims");
    if (text.length > MAX_CLAIMS_LENGTH) throw malformed("payload", "too large");
    const jwtId = randomJwtId ? randomId() : "";
    // The last of the caller's code to run before the reply is read.
    const now = readClock(this.#settings.now);
    const { number } = this.keys.handle;
    if (this.#randomLength > 0) writeRandom(randomBytes(this.#randomLength));
    let made: number;
    try {
      made = act(number, write(jwtId + text), jwtId.length, now);
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

  free(): void {
    this.keys.handle.free();
  }
}

/** 128 random bits in hexadecimal. */
function randomId(): string {
  return Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
