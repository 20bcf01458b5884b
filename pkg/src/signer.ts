/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Encoding many tokens: `createSigner`.
 */
import { type EncodeOptions, readEncodeOptions } from "./encode-options.js";
import { makeDisposable } from "./handle.js";
import { signWithHost } from "./host-sign.js";
import type { AsyncKeyInput } from "./key-input.js";
import { TokenSigner } from "./token-signer.js";
import { withHost } from "./web-crypto.js";

/** Signs many tokens with the same key and options. */
export interface Signer {
  /** As the function `encode`. */
  encode(claims: object): string;
  /** As the function `encodeAsync`. The host imports the key once. */
  encodeAsync(claims: object): Promise<string>;
  /** Wipes its key. Using it afterwards is a `TypeError`. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

class OpenSigner {
  readonly #signer: TokenSigner;

  constructor(signer: TokenSigner) {
    this.#signer = signer;
  }

  encode(claims: object): string {
    return this.#signer.encode(claims);
  }

  async encodeAsync(claims: object): Promise<string> {
    return signWithHost(this.#signer, claims);
  }

  free(): void {
    this.#signer.free();
  }
}

interface OpenSigner {
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
export function createSigner(key: AsyncKeyInput, options?: EncodeOptions): Signer {
  makeDisposable(OpenSigner.prototype);
  const settings = withHost(readEncodeOptions(options), "sign");
  return new OpenSigner(new TokenSigner(key, settings));
}
