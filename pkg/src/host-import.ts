/**
 * Keys on their way from the core to the host.
 */
import { replySignature, replyText, wasm } from "./engine.js";
import { call } from "./handle.js";
import type { KeyFormat } from "./web-crypto.js";

/** Reads the reply that holds a key for the host, and wipes it there. */
export function readImportable(): { format: KeyFormat; bytes: Uint8Array<ArrayBuffer> } {
  const bytes = replySignature();
  const format = replyText() as KeyFormat;
  call(() => wasm.free(0));
  return { format, bytes };
}
