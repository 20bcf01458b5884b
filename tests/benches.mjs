/**
 * Part benches: every row of the benchmark does the work that it is measured by. No time is looked at.
 */
import { rejects } from "node:assert/strict";
import { nodePeers } from "../benches/node-peers.mjs";
import { peers } from "../benches/peers.mjs";
import { check, made } from "../benches/speed.mjs";
import { PAYLOAD_BYTES, claimsOf } from "../benches/tokens.mjs";

const SECONDS = 60;

export default async function (report) {
  for (const bytes of PAYLOAD_BYTES) {
    const claims = claimsOf(bytes);
    const [own, others] = [await peers(claims), await nodePeers(claims)];
    const token = own.encode[0].make()();
    for (const [work, rows] of Object.entries(own)) {
      for (const row of await made([...rows, ...others[work]])) {
        await report.test(`${row.name}, ${work}, ${bytes} bytes`, SECONDS, async () => {
          // Twice, since a cache answers the second time.
          await check(row, work, token, claims);
          await check(row, work, token, claims);
        });
      }
      await report.test(`a row that does not ${work}, ${bytes} bytes`, SECONDS, () => {
        const idle = { name: "idle", run: () => (work === "encode" ? `${token}x` : {}) };
        return rejects(async () => check(idle, work, token, claims));
      });
    }
  }
}
