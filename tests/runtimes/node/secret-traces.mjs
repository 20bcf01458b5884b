/**
 * Secrets that can be recognised by any piece of them, and the search for such pieces.
 */
import { createHash } from "node:crypto";
import { innerAndOuterState } from "./hmac-state.mjs";
import { memoryBytes } from "./wasm-memory.mjs";

/** So many bytes in a row are no coincidence. */
const PIECE = 8;

/** The bytes that a key is XORed with when HMAC takes it in (RFC 2104 §2). */
const PADS = { itself: 0, "XOR ipad": 0x36, "XOR opad": 0x5c };

let count = 0;

/** A secret of at least `length` bytes, unlike any other, that repeats itself every 15 bytes. */
export function makeSecret(length) {
  count++;
  // No piece of one secret is in another. A multiple of three, so that base64url repeats itself too.
  const digest = createHash("sha256").update(`secret ${count}`).digest("base64");
  const period = Buffer.from(digest.slice(0, 15));
  const bytes = Buffer.alloc(Math.ceil(length / 15) * 15, period);
  return { bytes, text: bytes.toString(), base64url: bytes.toString("base64url"), period };
}

/**
 * What of `secret` is in the memory: names of forms, sorted.
 *
 * Besides the secret: its base64url and the states of HMAC with SHA-256, which are as good as it.
 */
export function tracesOf({ bytes, period, base64url }) {
  const memory = memoryBytes();
  const found = [];
  for (const [name, pad] of Object.entries(PADS)) {
    const padded = period.map((byte) => byte ^ pad);
    if (pieces(padded).some((piece) => memory.includes(piece))) found.push(name);
  }
  const text = Buffer.from(base64url.slice(0, 20));
  if (pieces(text).some((piece) => memory.includes(piece))) found.push("base64url");
  for (const [name, state] of Object.entries(innerAndOuterState(bytes))) {
    if (memory.includes(state)) found.push(`${name} state`);
  }
  return found.sort();
}

/** Every piece that a text of repeated `period`s can be cut into. */
function pieces(period) {
  const twice = Buffer.concat([period, period]);
  return Array.from(period, (_, at) => twice.subarray(at, at + PIECE));
}
