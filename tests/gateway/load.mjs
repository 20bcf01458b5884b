/**
 * Load: many requests from a second process, of which every answer is looked at.
 */
import { deepEqual, equal } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { runProgram } from "../runtimes/child.mjs";

const CLIENT = fileURLToPath(new URL("load-client.mjs", import.meta.url));
const CONNECTIONS = 16;

/** How many are enough for every day. */
export const SOME = 2_000;

/** How long they may take together; generous, so that it decides nothing. */
export const LOAD_SECONDS = 600;

/** Sends so many requests, in phases as load-client.mjs takes them; rejects if one answer is wrong. */
export async function load(address, requests, phases) {
  const given = { address, phases, requests, connections: CONNECTIONS };
  const input = JSON.stringify(given);
  const said = await runProgram(process.execPath, [CLIENT], { seconds: LOAD_SECONDS, input });
  const { answered, wrong } = JSON.parse(said);
  deepEqual(wrong, []);
  equal(answered, requests);
}
