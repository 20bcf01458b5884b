/**
 * Runs in another Node: reads `{ of, requests }`, writes the answers.
 */
import { text } from "node:stream/consumers";
import { node } from "./by-node.mjs";
import { jose } from "./jose.mjs";
import { makeOursWithKeys } from "./ours.mjs";

const LIBRARIES = {
  crypto: () => node,
  jose: () => jose,
  "wasm-jwt": () => makeOursWithKeys("wasm-jwt"),
};

const { of, requests } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await LIBRARIES[of]().ask(requests)));
