/**
 * Wasm that is inside its entry, as hexadecimal text.
 */
import { asBlocked, instantiate, setSource } from "./engine.js";

/** Compiles it at the first call, on most hosts. */
export function setInlined(hex: string): void {
  setSource(() => new WebAssembly.Module(fromHex(hex)));
  // workerd compiles at start-up only. This is for bundlers that miss the `workerd` condition; an
  // older compatibility date refuses it here too, and then the first call says what to do.
  if (globalThis.navigator?.userAgent === "Cloudflare-Workers") {
    try {
      instantiate();
    } catch {
      // The first call throws it again.
    }
  }
}

/** Compiles it off the main thread. */
export async function compileInlined(hex: string): Promise<void> {
  try {
    const module = await WebAssembly.compile(fromHex(hex));
    setSource(() => module);
  } catch (cause) {
    throw asBlocked(cause);
  }
  instantiate();
}

// Natively where the host can: it is most of a cold start otherwise.
function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  const { fromHex } = Uint8Array as { fromHex?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromHex) return fromHex.call(Uint8Array, hex);
  const { Buffer } = globalThis as {
    Buffer?: { from(text: string, encoding: string): Uint8Array };
  };
  if (Buffer) return new Uint8Array(Buffer.from(hex, "hex"));
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (digit(hex, at * 2) << 4) | digit(hex, at * 2 + 1);
  }
  return bytes;
}

/** By arithmetic on the character, since parseInt takes far longer. */
function digit(hex: string, at: number): number {
  const char = hex.charCodeAt(at);
  return (char & 15) + (char > 57 ? 9 : 0);
}
