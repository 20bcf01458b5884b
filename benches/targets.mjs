/**
 * Targets: what ours is meant to reach on the token of 372 characters, and whether it does.
 *
 * For reading: no test looks at a time, since a busy machine would fail it.
 */
import { PARTS } from "./floor.mjs";
import { OURS } from "./peers.mjs";

/** One line each: how many times the time of `ours` is that of `peer`, and at least how many. */
const FASTER = [
  ["node", "verify", OURS.verifier, "fast-jwt", 1.8],
  ["node", "verify", OURS.verifier, "jose CryptoKey", 10],
  ["chromium", "verify", OURS.verifier, "jose CryptoKey", 3.5],
  ["node", "encode", OURS.signer, "fast-jwt", 2.2],
  ["node", "encode", OURS.signer, "jose CryptoKey", 10],
  ["node", "decode", OURS.decode, "jose", 1 / 0.7],
  ["node", "decode", OURS.decode, "jwt-decode", 10],
  ["node", "decode", OURS.plainDecode, "jose", 1 / 1.5],
  ["node", "verify cached", OURS.cached, "fast-jwt, cache (shared)", 1.3],
];

const FLOOR_FACTOR = 1.45;
const INSTANTIATE_MS = 0.6;

/** `{ what, value, target, met }` for each; `value` is null where it was not measured. */
export function targets({ node, chromium, start }) {
  const parts = { node, chromium };
  const rows = FASTER.map(([part, work, ours, peer, least]) => {
    const value = ratio(parts[part], work, ours, peer);
    const what = `${work}, ${part}: time of ${peer} / time of ${ours}`;
    return { what, value, target: `>= ${least.toFixed(2)}`, met: met(value, value >= least) };
  });
  const floor = node?.floor[0].oursByFloor ?? null;
  rows.push({
    what: `verify, node: time of ${OURS.verifier} / floor (${PARTS.join(" + ")})`,
    value: floor,
    target: `<= ${FLOOR_FACTOR}`,
    met: met(floor, floor <= FLOOR_FACTOR),
  });
  const instantiate = start?.instantiate.find(({ runtime }) => runtime.startsWith("Node"));
  const ms = instantiate?.best ?? null;
  rows.push({
    what: "first compiling and instantiating of the wasm, node, ms",
    value: ms,
    target: `<= ${INSTANTIATE_MS}`,
    met: met(ms, ms <= INSTANTIATE_MS),
  });
  return rows;
}

function ratio(part, work, ours, peer) {
  const time = (name) =>
    part?.rows.find((row) => row.work === work && row.name === name)?.nanoseconds;
  return time(peer) / time(ours) || null;
}

function met(value, holds) {
  return value === null ? "not measured" : holds ? "met" : "missed";
}
