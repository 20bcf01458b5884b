/**
 * Part workerd: the hosts that do not compile wasm in a request: workerd, and Vercel's edge.
 */
import { deepEqual, equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { compatibilityDate as newestDate, version } from "workerd";
import { installed, pack, readVectors } from "../packed.mjs";
import { bundle } from "./bundle.mjs";
import edgeLight from "./edge-light.mjs";

const SECONDS = 180;
const CONDITIONS = ["workerd", "worker", "browser"];

/** From this compatibility date on, workerd compiles wasm at start-up. */
const FIRST_DATE = "2025-06-01";
const LAST_DATE_WITHOUT = "2025-05-31";

/** The oldest that packaging was tried with. */
export const OLDEST_DATE = "2023-01-01";

export default async function (report) {
  const dates = `compatibility dates ${OLDEST_DATE} to ${newestDate}`;
  report.at("workerd", version, `bundled with its condition and without, ${dates}`);
  await pack();
  const vectors = JSON.stringify(await readVectors());
  const bundles = {
    workerd: await bundle("tests/runtimes/workerd/suite.mjs", {
      conditions: CONDITIONS,
      external: ["*.wasm"],
    }),
    default: await bundle("tests/runtimes/workerd/suite.mjs", { conditions: ["worker"] }),
    full: await bundle("tests/runtimes/workerd/full.mjs", {
      conditions: CONDITIONS,
      external: ["*.wasm"],
    }),
    refused: await bundle("tests/runtimes/workerd/first-call.mjs", { conditions: ["worker"] }),
  };

  await report.test("the workerd condition leads to the workerd entry", SECONDS, async () => {
    deepEqual(bundles.workerd.used, ["decode.js", "index.workerd.js"]);
  });
  await report.test("without it, the default entry is bundled", SECONDS, async () => {
    deepEqual(bundles.default.used, ["decode.js", "index.js"]);
  });

  const wasm = await compiled("wasm_jwt_bg.wasm");
  const fullWasm = await compiled("wasm_jwt_full_bg.wasm");
  for (const date of [newestDate, OLDEST_DATE]) {
    await report.tests(`workerd entry, ${date}`, SECONDS, () =>
      ask(bundles.workerd.code, [wasm], date, vectors),
    );
  }
  await report.tests(`workerd entry of full, ${newestDate}`, SECONDS, () =>
    ask(bundles.full.code, [fullWasm], newestDate, vectors),
  );
  for (const date of [newestDate, FIRST_DATE]) {
    await report.tests(`default entry, ${date}`, SECONDS, () =>
      ask(bundles.default.code, [], date, vectors),
    );
  }
  await report.test(`default entry, ${LAST_DATE_WITHOUT}: refused by code`, SECONDS, async () => {
    const { code, decoded } = await ask(bundles.refused.code, [], LAST_DATE_WITHOUT, "");
    equal(code, "ERR_JWT_WASM_BLOCKED");
    deepEqual(decoded, {});
  });
  await report.test(`default entry, ${FIRST_DATE}: the same script works`, SECONDS, async () => {
    const { code } = await ask(bundles.refused.code, [], FIRST_DATE, "");
    equal(code, "none");
  });

  await edgeLight(report, vectors);
}

/** A wasm of the package, as a module for workerd to compile. */
export async function compiled(name) {
  const contents = await readFile(join(installed, "dist", name));
  return { type: "CompiledWasm", path: name, contents };
}

/** Runs `code` in workerd, posts `body` to it and resolves to the JSON that it answers. */
export async function ask(code, modules, compatibilityDate, body) {
  const [answer] = await askAtOnce(1, code, modules, compatibilityDate, body);
  return answer;
}

/** The same, with so many visitors at once; resolves to all the answers. */
export async function askAtOnce(visitors, code, modules, compatibilityDate, body) {
  const miniflare = new Miniflare({
    compatibilityDate,
    modules: [{ type: "ESModule", path: "worker.mjs", contents: code }, ...modules],
  });
  const visit = async () => {
    const response = await miniflare.dispatchFetch("http://worker.invalid/", {
      method: "POST",
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return JSON.parse(text);
  };
  try {
    return await Promise.all(Array.from({ length: visitors }, visit));
  } finally {
    await miniflare.dispose();
  }
}
