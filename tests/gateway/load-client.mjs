/**
 * Load client, a process of its own: sends requests over connections that are kept, so many at a time,
 * and compares every answer. Reads JSON from stdin, writes JSON to stdout.
 *
 * In: `{ address, requests, connections, phases }`: a phase is a list of `{ token, status, body }`, which
 * are taken in turn; the requests are shared out among the phases evenly, one phase after the other.
 * `body` is a text that a good answer holds; a bad one must never hold any of those.
 * Out: `{ answered, wrong }`, where `wrong` is the first few that were not as expected.
 */
import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";

const MAX_TOLD = 5;

const { address, requests, connections, phases } = JSON.parse(await text(process.stdin));
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const secrets = phases.flat().flatMap(({ body }) => body ?? []);

const wrong = [];
let sent = 0;
let answered = 0;
await Promise.all(Array.from({ length: connections }, work));
process.stdout.write(JSON.stringify({ answered, wrong: wrong.slice(0, MAX_TOLD) }));
agent.destroy();

async function work() {
  while (sent < requests) {
    const number = sent++;
    const phase = phases[Math.floor((number * phases.length) / requests)];
    const { name, token, status, body } = phase[number % phase.length];
    const answer = await ask(token);
    answered++;
    const isRight =
      answer.status === status &&
      (body ? answer.body?.includes(body) : !secrets.some((one) => answer.body?.includes(one)));
    if (!isRight) wrong.push({ number, name, got: answer });
  }
}

function ask(token) {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}` };
    get(address, { agent, headers }, async (response) => {
      const body = await text(response).catch((error) => error.message);
      resolve({ status: response.statusCode, body });
    }).on("error", (error) => resolve({ status: 0, body: error.message }));
  });
}
