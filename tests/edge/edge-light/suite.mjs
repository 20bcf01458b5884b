/**
 * The suite, for a sandbox that hands over the fixtures as JSON text.
 */
import { Hono } from "hono";
import * as index from "wasm-jwt";
import * as edge from "wasm-jwt/edge";
import * as hono from "wasm-jwt/hono";
import * as jwks from "wasm-jwt/jwks";
import { runSuite } from "../suite.mjs";

const fixtures = JSON.parse(globalThis.vectors);
globalThis.outcome = runSuite({ index, edge, hono, jwks, Hono, fixtures }).then(JSON.stringify);
