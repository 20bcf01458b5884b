/**
 * Keys that are forgotten rather than freed are wiped once they are collected.
 */
import { setTimeout as delay } from "node:timers/promises";
import { makeSecret, tracesOf } from "./secret-traces.mjs";
import { Key, createSigner, createVerifier } from "wasm-jwt";
import { createHarness, equal, ok } from "../../js/harness.mjs";

/** A collector may take its time; it has had enough of it long before this. */
const ROUNDS = 500;

const { test, run } = createHarness();

const makers = {
  Key: (text) => Key.fromSecret(text),
  createVerifier,
  createSigner,
};

for (const [name, make] of Object.entries(makers)) {
  test(`${name}: wiped when collected, kept while in use`, async () => {
    const [forgotten, kept] = [makeSecret(48), makeSecret(48)];
    const handle = make(kept.text);
    // In a function of its own, so that no variable keeps it.
    (() => make(forgotten.text))();
    ok(tracesOf(forgotten).includes("itself"));
    for (let round = 0; round < ROUNDS && tracesOf(forgotten).length > 0; round++) {
      globalThis.gc();
      await delay(10);
    }
    equal(tracesOf(forgotten), []);
    ok(tracesOf(kept).includes("itself"));
    handle.free();
    equal(tracesOf(kept), []);
  });
}

process.send(await run());
