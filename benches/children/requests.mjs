/**
 * Sends requests for a while, over connections that are kept, in a process of its own: `node requests.mjs`
 * with `{ address, token, seconds, connections }` as JSON in the argument. Prints how many were answered in a
 * second.
 */
import { Agent, get } from "node:http";

const { address, token, seconds, connections } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const headers = { authorization: `Bearer ${token}` };
const start = performance.now();
const end = start + seconds * 1_000;
let answered = 0;

await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      await ask();
      answered++;
    }
  }),
);
console.log(answered / ((performance.now() - start) / 1_000));
agent.destroy();

function ask() {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    }).on("error", reject);
  });
}
