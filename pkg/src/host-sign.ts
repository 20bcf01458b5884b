/**
 * Signing with the host's crypto: it makes the signature, the core everything else.
 */
import { replyError, replyHeader, wasm } from "./engine.js";
import { call } from "./handle.js";
import { readImportable } from "./host-import.js";
import { type TokenSigner, checkClaims } from "./token-signer.js";
import { importForHost, signByHost, toBase64url } from "./web-crypto.js";

/** Signs `claims` with the host's crypto, if the core cannot. */
export async function signWithHost(signer: TokenSigner, claims: object): Promise<string> {
  checkClaims(claims);
  const { handle, cryptoKeys, hostKeys } = signer.keys;
  const { number } = handle;
  if (!call(() => wasm.signer_needs_host(number))) return signer.encode(claims);
  const input = signer.run(claims, wasm.signer_delegate);
  const again = handle.number;
  if (!call(() => wasm.signer_key(again))) throw replyError();
  const algorithm = replyHeader();
  const { format, bytes } = readImportable();
  try {
    const key =
      cryptoKeys.get(0) ??
      (await hostKeys.get(`${algorithm} sign`, () =>
        importForHost(algorithm, "sign", format, bytes),
      ));
    const signature = await signByHost(algorithm, key, new TextEncoder().encode(input));
    return `${input}.${toBase64url(signature)}`;
  } finally {
    bytes.fill(0);
  }
}
