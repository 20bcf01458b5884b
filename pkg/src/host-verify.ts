/**
 * Verifying with the host's crypto: it checks the signature, the core everything else.
 */
import type { Verified } from "./claims.js";
import { replyError, replyHeader, replySignature, replyText, wasm, write } from "./engine.js";
import { JwtError } from "./error.js";
import { call } from "./handle.js";
import { readImportable } from "./host-import.js";
import type { Keys } from "./key-input.js";
import { type TokenVerifier, checkToken } from "./token-verifier.js";
import { importForHost, verifyByHost } from "./web-crypto.js";

/** No key has this index. */
const NONE = 0xffffffff;

const encoder = new TextEncoder();

/** Verifies `token` with the host's crypto, as far as the core needs it. */
export async function verifyWithHost(
  verifier: TokenVerifier,
  token: string,
): Promise<Verified<object>> {
  checkToken(token);
  const { source } = verifier;
  if (source) await source.load();
  try {
    return await verifyOnce(verifier, token);
  } catch (error) {
    // An unknown `kid` may be that of a key which is newer than the set.
    const isUnknown = (error as JwtError).code === "ERR_JWT_KEY_NOT_FOUND";
    if (!source || !isUnknown || !(await source.refresh())) throw error;
    return verifyOnce(verifier, token);
  }
}

async function verifyOnce(verifier: TokenVerifier, token: string): Promise<Verified<object>> {
  const keys = verifier.current();
  const { handle } = keys;
  const recalled = verifier.recall(token, handle, verifier.now());
  if (recalled) return recalled;
  verifier.checkLength(token);
  const { number } = handle;
  if (!call(() => wasm.verifier_delegate(number, write(token)))) throw replyError();
  const alg = replyHeader();
  const indexes = replyText();
  if (indexes === "") return verifier.verifyHere(token, handle);
  const signature = replySignature();
  const signed = encoder.encode(token.slice(0, token.lastIndexOf(".")));

  let found = NONE;
  let wasTried = false;
  let fault: unknown;
  for (const index of indexes.split(",").map(Number)) {
    try {
      const imported = hostKey(keys, index, alg);
      const key = imported instanceof Promise ? await imported : imported;
      const holds = await verifyByHost(alg, key, signature, signed);
      wasTried = true;
      if (holds) {
        found = index;
        break;
      }
    } catch (error) {
      // One key that the host refuses does not make the others of a set useless.
      if (!(error instanceof JwtError) || error.code !== "ERR_JWT_KEY_INVALID") throw error;
      fault ??= error;
    }
  }
  if (!wasTried && fault) throw fault;

  // After the host's work: a token that has expired meanwhile has expired.
  const now = verifier.now();
  const again = handle.number;
  if (!call(() => wasm.verifier_verify_vouched(again, write(token), found, now))) {
    throw replyError();
  }
  return verifier.result(token, handle);
}

function hostKey({ handle, cryptoKeys, hostKeys }: Keys, index: number, alg: string) {
  return (
    cryptoKeys.get(index) ??
    hostKeys.get(`${alg} verify ${index}`, async () => {
      const { number } = handle;
      if (!call(() => wasm.verifier_key(number, index))) throw replyError();
      const { format, bytes } = readImportable();
      try {
        return await importForHost(alg, "verify", format, bytes);
      } finally {
        bytes.fill(0);
      }
    })
  );
}
