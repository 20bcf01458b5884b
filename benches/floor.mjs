/**
 * The floor: the parts that no verifier in wasm can do without, each alone on the same token, as rows
 * that are measured in turn with the verifiers. Their sum is what ours is held against.
 *
 * SHA-256 and base64url are measured in benches/floor, compiled by the compiler of our wasm.
 */

/** The names of the parts, as rows. */
export const PARTS = ["encodeInto", "SHA-256 blocks", "base64url", "TextDecoder", "JSON.parse"];

/** The rows for `token`, in the order of {@link PARTS}. */
export async function floor(wasm, token) {
  const { instance } = await WebAssembly.instantiate(wasm);
  const { memory, input, output, capacity, hmac_blocks, decode_base64url } = instance.exports;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const view = new Uint8Array(memory.buffer, input(), capacity());
  encoder.encodeInto(token, view);

  const start = token.indexOf(".") + 1;
  const end = token.lastIndexOf(".");
  // SHA-256 appends a bit and the length in 8 bytes. The block of the key is absorbed beforehand.
  const blocks = Math.ceil((end + 9) / 64);
  const bytes = new Uint8Array(memory.buffer, output(), decode_base64url(start, end - start));
  const text = decoder.decode(bytes);

  const [writing, hashing, decoding, reading, parsing] = PARTS;
  return [
    { name: writing, run: () => encoder.encodeInto(token, view) },
    { name: hashing, run: () => hmac_blocks(blocks) },
    { name: decoding, run: () => decode_base64url(start, end - start) },
    { name: reading, run: () => decoder.decode(bytes) },
    { name: parsing, run: () => JSON.parse(text) },
  ];
}
