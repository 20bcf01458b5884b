/**
 * Targets: what ours is meant to reach on the token of 372 characters, and whether it does.
 *
 * For reading: no test looks at a time, since a busy machine would fail it.
 */
import { ALGORITHM_ROWS } from "./algorithms.mjs";
import { PARTS } from "./floor.mjs";
import { FIRST_DECODED } from "./pastes.mjs";
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

const { full, async: asynchronous, jose, native } = ALGORITHM_ROWS;

/** One line each: how many times that of `peer` the time of `ours` may be, at most. */
const ALGORITHMS = [
  ["EdDSA", "verify", full, native, 1.15],
  ["EdDSA", "sign", full, native, 1.5],
  ["ES256", "verify", full, native, 10],
  ["ES256", "sign", full, native, 8],
  ["RS256", "verify", full, native, 20],
  ["PS256", "verify", full, native, 20],
  ...["RS256", "PS256", "ES256", "ES384", "EdDSA"].map((alg) => [
    alg,
    "verify",
    asynchronous,
    jose,
    1.05,
  ]),
];

const FLOOR_FACTOR = 1.45;
const INSTANTIATE_MS = 0.6;

/** Of the inspector: what does not feel like waiting, and what the browser calls a long task. */
const USABLE_MS = 100;
const TASK_MS = 50;

/** `{ what, value, target, met }` for each; `value` is null where it was not measured. */
export function targets({ node, chromium, asymmetric, start, page }) {
  const parts = { node, chromium };
  const rows = FASTER.map(([part, work, ours, peer, least]) => {
    const value = ratio(parts[part], work, ours, peer);
    const what = `${work}, ${part}: time of ${peer} / time of ${ours}`;
    return { what, value, target: `>= ${least.toFixed(2)}`, met: met(value, value >= least) };
  });
  for (const { runtime, rows: measured } of asymmetric?.results ?? []) {
    for (const [alg, work, ours, peer, most] of ALGORITHMS) {
      const time = (name) =>
        measured.find((row) => row.alg === alg && row.work === work && row.name === name)
          ?.nanoseconds;
      // Node's own crypto is nowhere else.
      if (time(peer) === undefined) continue;
      const value = time(ours) / time(peer) || null;
      const what = `${work} ${alg}, ${runtime}: time of ${ours} / time of ${peer}`;
      rows.push({ what, value, target: `<= ${most.toFixed(2)}`, met: met(value, value <= most) });
    }
  }
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
  rows.push(...pageTargets(page));
  return rows;
}

/** Best cases: a busy machine only adds to them. */
function pageTargets(page) {
  const loads = ["cold", "warm"].map((temperature) => [
    `page: from navigating to the first decoded token, ${temperature}, ms`,
    page?.loads.find((one) => one.what === FIRST_DECODED && one.temperature === temperature)?.best,
    USABLE_MS,
  ]);
  // The whole task has the handler in it; below 50 ms the browser does not say how long it was.
  const pastes = (page?.pastes ?? []).map(({ name, first, later }) => [
    `page: longest task of pasting ${name}, ms`,
    Math.max(...[first, later].map(({ handler, longTask }) => longTask.best || handler.best)),
    TASK_MS,
  ]);
  return [...loads, ...pastes].map(([what, value = null, most]) => {
    return { what, value, target: `<= ${most}`, met: met(value, value <= most) };
  });
}

function ratio(part, work, ours, peer) {
  const time = (name) =>
    part?.rows.find((row) => row.work === work && row.name === name)?.nanoseconds;
  return time(peer) / time(ours) || null;
}

function met(value, holds) {
  return value === null ? "not measured" : holds ? "met" : "missed";
}
