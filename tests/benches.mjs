/**
 * Part benches: every row of the benchmark does the work that it is measured by. No time is looked at.
 */
import { ok, rejects } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ALGORITHM_ROWS, algorithmRows } from "../benches/algorithms.mjs";
import { nodeAlgorithms } from "../benches/node-algorithms.mjs";
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

  for (const vector of JSON.parse(readFileSync("tests/vectors/algorithms.json", "utf8"))) {
    await report.test(`${vector.alg}: the rows that are measured`, SECONDS, async () => {
      const works = await algorithmRows(vector, nodeAlgorithms);
      for (const rows of Object.values(works)) {
        const names = rows.map(({ name }) => name);
        ok(names[0] === ALGORITHM_ROWS.full, "ours is not the first");
        // What every host and peer has.
        const common = /^([RP]S|ES(256|384|512)$|Ed)/.test(vector.alg);
        ok(!common || names.length === Object.keys(ALGORITHM_ROWS).length, names.join());
      }
    });
  }
}
