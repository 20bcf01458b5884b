/**
 * Part edge: the entries `wasm-jwt/edge`, `hono` and `express` in Node, workerd and Vercel's sandbox,
 * and over real HTTP, where what a request looks like is decided byte by byte.
 */
import { deepEqual } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { compatibilityDate as newestDate } from "workerd";
import { pack, project, root } from "../packed.mjs";
import { bundle } from "../runtimes/bundle.mjs";
import { runNode } from "../runtimes/child.mjs";
import { evaluate, wasmModule } from "../runtimes/edge-light.mjs";
import { OLDEST_DATE, ask, compiled } from "../runtimes/workerd.mjs";
import { casesOf, expectedOf, seen } from "./cases.mjs";
import { makeFixtures } from "./fixtures.mjs";
import { sendRaw } from "./raw-http.mjs";

const SECONDS = 180;
/** Of these two workerd hands over the second alone: no script can tell. */
const ONE_TO_WORKERD = "/plain: two headers, the first empty";
const ON_WORKERD = { conditions: ["workerd", "worker", "browser"], external: ["*.wasm"] };

export default async function (report) {
  await pack();
  const fixtures = await makeFixtures();
  const text = JSON.stringify(fixtures);
  // Too long for an argument.
  await writeFile(join(project, "fixtures.json"), text);
  await inNode(report);
  await inWorkerd(report, fixtures, text);
  await inEdgeLight(report, text);
  await documented(report);
}

async function inNode(report) {
  const run = (name, ...args) =>
    report.tests(`node, ${name} ${args.join(" ")}`, SECONDS, () =>
      runNode(join(project, "tests/edge/node", name), args, {
        seconds: SECONDS,
        cwd: project,
      }),
    );
  for (const way of ["import", "require"]) await run("suite.mjs", way);
  await run("copies.mjs");
  await run("http.mjs");
  const docs = await readFile(join(root, "docs/edge.md"), "utf8");
  const examples = Array.from(docs.matchAll(/^```js\n(.*?)^```/gms), ([, code]) => code);
  await writeFile(join(project, "examples.json"), JSON.stringify(examples));
  await run("examples.mjs");
}

async function inWorkerd(report, fixtures, text) {
  const suite = await bundle("tests/edge/workerd/suite.mjs", ON_WORKERD);
  await report.test("a worker bundles each entry once, and one wasm", SECONDS, async () => {
    deepEqual(suite.used, ["edge.js", "hono.js", "index.workerd.js", "jwks.js"]);
  });
  const wasm = await compiled("wasm_jwt_bg.wasm");
  for (const date of [newestDate, OLDEST_DATE]) {
    await report.tests(`workerd, ${date}`, SECONDS, () => ask(suite.code, [wasm], date, text));
  }
  const { code } = await bundle("tests/edge/workerd/server.mjs", ON_WORKERD);
  const miniflare = new Miniflare({
    compatibilityDate: newestDate,
    modules: [{ type: "ESModule", path: "worker.mjs", contents: code }, wasm],
    bindings: { fixtures },
  });
  try {
    const { port } = await miniflare.ready;
    for (const app of ["", "/hono"]) {
      for (const { name, path, authorization, expected } of casesOf(fixtures)) {
        if (name === ONE_TO_WORKERD) continue;
        await report.test(`workerd over HTTP, ${app}${name}`, SECONDS, async () => {
          const request = { path: `${app}${path}`, authorization };
          const { status, header, body } = await sendRaw(port, request);
          deepEqual(seen(status, header, body), expectedOf(expected));
        });
      }
    }
  } finally {
    await miniflare.dispose();
  }
}

async function inEdgeLight(report, text) {
  const own = { format: "iife", conditions: ["edge-light"], plugins: [wasmModule] };
  const { code, used } = await bundle("tests/edge/edge-light/suite.mjs", own);
  await report.test("an edge function bundles each entry once, and one wasm", SECONDS, async () => {
    deepEqual(used, ["edge.js", "hono.js", "index.edge-light.js", "jwks.js"]);
  });
  await report.tests("edge-light", SECONDS, async () => JSON.parse(await evaluate(code, text)));
}

async function documented(report) {
  await report.test("docs/edge.md lists every code and option, once a table", SECONDS, async () => {
    const text = await readFile(join(root, "docs/edge.md"), "utf8");
    const source = (name) => readFile(join(root, "pkg/src/edge", name), "utf8");
    const names = (text, pattern) => Array.from(text.matchAll(pattern), ([, name]) => name).sort();
    const rows = (heading) => {
      const [, section = ""] = text.split(`\n## ${heading}\n`);
      return names(section.split(/\n## /)[0], /^\| `([^`]+)`/gm);
    };
    deepEqual(rows("Answers"), names(await source("auth-error.ts"), /\| "(ERR_AUTH_[A-Z_]+)"/g));
    const [, checks] = /const CHECKS.*?= \{(.*?)\n\}/s.exec(await source("guard-options.ts"));
    deepEqual(rows("Options"), names(checks, /^  (\w+):/gm));
  });
}
