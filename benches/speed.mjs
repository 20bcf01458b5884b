/**
 * Speed: every work on every token, by all rows in turn. Runs unchanged in Node and in browsers.
 */
import { verify } from "wasm-jwt";
import { floor } from "./floor.mjs";
import { measure } from "./measure.mjs";
import { peers } from "./peers.mjs";
import { PAYLOAD_BYTES, SECRET, claimsOf } from "./tokens.mjs";

/**
 * Resolves to `{ rows, floor }`, times in nanoseconds. `ratio` is the time of a row by that
 * of the first of its work: above 1 it takes longer than ours.
 *
 * - `wasm`: the bytes of benches/floor
 * - `more`: makes rows beyond those of peers.mjs
 */
export async function speed({ wasm, more = async () => ({}), say }) {
  const result = { rows: [], floor: [] };
  for (const bytes of PAYLOAD_BYTES) {
    const claims = claimsOf(bytes);
    const own = await peers(claims);
    const others = await more(claims);
    const token = await own.encode[0].make()();
    for (const [work, rows] of Object.entries(own)) {
      say(`${work}, token of ${token.length} characters`);
      const list = await made([...rows, ...(others[work] ?? [])]);
      for (const one of list) await check(one, work, token, claims);
      const parts = work === "verify" ? await floor(wasm, token) : [];
      const fresh = work === "verify cached" ? strings(token) : undefined;
      const best = await measure([...list, ...parts], token, fresh);
      for (const [at, { name }] of list.entries()) {
        const nanoseconds = best[at];
        const ratio = nanoseconds / best[0];
        result.rows.push({ work, token: token.length, name, nanoseconds, ratio });
      }
      if (parts.length > 0) {
        const times = best.slice(list.length);
        const nanoseconds = times.reduce((sum, one) => sum + one, 0);
        result.floor.push({
          token: token.length,
          parts: Object.fromEntries(parts.map(({ name }, at) => [name, times[at]])),
          nanoseconds,
          oursByFloor: best[0] / nanoseconds,
        });
      }
    }
  }
  return result;
}

/** Sets the rows up. */
export function made(rows) {
  return Promise.all(rows.map(async ({ make, ...row }) => ({ ...row, run: await make() })));
}

/** A row that does not do its work would be fast. */
export async function check({ name, run }, work, token, claims) {
  const result = await run(token);
  const found = work === "encode" ? verify(result, SECRET) : result;
  if (!JSON.stringify(found).includes(JSON.stringify(claims.name))) {
    throw new Error(`${name} does not ${work}`);
  }
}

/**
 * Makes strings of the same characters, each an object of its own, of one piece, and not hashed yet.
 *
 * By JSON.parse: in Chromium, what a TextDecoder returns has been hashed already, and a look-up of
 * 4096 characters took as long as one of 372.
 */
function strings(token) {
  const json = JSON.stringify(token);
  return () => JSON.parse(json);
}
