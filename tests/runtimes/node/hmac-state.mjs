/**
 * The states of HMAC-SHA-256 once it has taken a key in (RFC 2104 §4, FIPS 180-4 §6.2), as they lie
 * in the memory of a little-endian machine. Node's own HMAC does not show them.
 */
import { createHash } from "node:crypto";

const BLOCK = 64;

/** `{ inner, outer }`: the 32 bytes of each state for the key `key`. */
export function innerAndOuterState(key) {
  const short = key.length > BLOCK ? createHash("sha256").update(key).digest() : key;
  const block = Buffer.alloc(BLOCK);
  short.copy(block);
  const stateAfter = (pad) => compress(block.map((byte) => byte ^ pad));
  return { inner: stateAfter(0x36), outer: stateAfter(0x5c) };
}

/** SHA-256's first state after one block. */
function compress(block) {
  const schedule = new Uint32Array(64);
  for (let at = 0; at < 16; at++) schedule[at] = Buffer.from(block).readUInt32BE(at * 4);
  for (let at = 16; at < 64; at++) {
    const [two, fifteen] = [schedule[at - 2], schedule[at - 15]];
    const s0 = turn(fifteen, 7) ^ turn(fifteen, 18) ^ (fifteen >>> 3);
    const s1 = turn(two, 17) ^ turn(two, 19) ^ (two >>> 10);
    schedule[at] = schedule[at - 16] + s0 + schedule[at - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = START;
  for (let at = 0; at < 64; at++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[at] + schedule[at]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
  }
  const state = Buffer.alloc(32);
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state.writeUInt32LE((START[at] + word) >>> 0, at * 4);
  });
  return state;
}

function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractional parts of `root` of the first `count` primes. */
function fractions(count, root) {
  const isPrime = (n) => !Array.from({ length: n - 2 }, (_, at) => at + 2).some((d) => n % d === 0);
  const primes = [];
  for (let n = 2; primes.length < count; n++) if (isPrime(n)) primes.push(n);
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32) >>> 0);
}

const START = fractions(8, Math.sqrt);
const ROUND = fractions(64, Math.cbrt);
