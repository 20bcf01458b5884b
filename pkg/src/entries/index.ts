/**
 * `wasm-jwt`: the wasm is inside, as text, and is compiled at the first call.
 */
import hex from "wasm-as-hex";
import { asBlocked, instantiate, setSource } from "../engine.js";

export * from "../api.js";

setSource(() => new WebAssembly.Module(bytes()));

// workerd compiles at start-up only. This is for bundlers that miss the `workerd` condition; an
// older compatibility date refuses it here too, and then the first call says what to do.
if (globalThis.navigator?.userAgent === "Cloudflare-Workers") {
  try {
    instantiate();
  } catch {
    // The first call throws it again.
  }
}

/** Optional: compiles now and off the main thread, so that the first call is as fast as the rest. */
export async function init(): Promise<void> {
  try {
    const module = await WebAssembly.compile(bytes());
    setSource(() => module);
  } catch (cause) {
    throw asBlocked(cause);
  }
  instantiate();
}

// Natively where the host can: it is most of a cold start otherwise.
function bytes(): Uint8Array<ArrayBuffer> {
  const { fromHex } = Uint8Array as { fromHex?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromHex) return fromHex.call(Uint8Array, hex);
  const { Buffer } = globalThis as {
    Buffer?: { from(text: string, encoding: string): Uint8Array };
  };
  if (Buffer) return new Uint8Array(Buffer.from(hex, "hex"));
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (digit(at * 2) << 4) | digit(at * 2 + 1);
  return bytes;
}

/** By arithmetic on the character, since parseInt takes far longer. */
function digit(at: number): number {
  const char = hex.charCodeAt(at);
  return (char & 15) + (char > 57 ? 9 : 0);
}
