/**
 * Part node: speed in Node.
 */
import { readFileSync } from "node:fs";
import { nodePeers } from "./node-peers.mjs";
import { FOLDER, writeResult } from "./result.mjs";
import { speed } from "./speed.mjs";

const wasm = readFileSync(`${FOLDER}/floor.wasm`);
const result = await speed({ wasm, more: nodePeers, say: console.log });
writeResult("node", { runtime: `Node ${process.version}`, ...result });
