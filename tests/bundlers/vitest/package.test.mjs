/**
 * The suite over the package as Vitest loads it.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as api from "wasm-jwt";
import { decode } from "wasm-jwt/decode";
import { VECTORS, runSuite } from "./tests/js/suite.mjs";

const read = (name) => readFileSync(`tests/vectors/${name}.json`, "utf8");

test("the suite", { timeout: 300_000 }, async () => {
  const vectors = Object.fromEntries(VECTORS.map((name) => [name, JSON.parse(read(name))]));
  const { passed, failed } = await runSuite({ api, plainDecode: decode, vectors });
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(100);
});
