/**
 * Part node: speed in Node.
 */
import { readFileSync } from "node:fs";
import { awake } from "./awake.mjs";
import { nodePeers } from "./node-peers.mjs";
import { FOLDER, writeResult } from "./result.mjs";
import { speed } from "./speed.mjs";

const wasm = readFileSync(`${FOLDER}/floor.wasm`);
const measured = () => speed({ wasm, more: nodePeers, say: console.log });
const result = await awake(measured);
writeResult("node", { runtime: `Node ${process.version}`, ...result });
