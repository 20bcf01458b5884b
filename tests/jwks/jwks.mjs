/**
 * Part jwks: the entry `wasm-jwt/jwks` against a real host, in Node, workerd and, if CHROMIUM is set,
 * a browser.
 */
import { deepEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { compatibilityDate as newestDate } from "workerd";
import { pack, project, root } from "../packed.mjs";
import { bundle } from "../runtimes/bundle.mjs";
import { FLAGS, open } from "../runtimes/chromium.mjs";
import { runNode } from "../runtimes/child.mjs";
import { serve } from "../runtimes/static-server.mjs";
import { within } from "../runtimes/time-limit.mjs";
import { OLDEST_DATE, ask, askAtOnce } from "../runtimes/workerd.mjs";
import { startHost } from "./host.mjs";
import { ONE } from "./suite/places.mjs";

const SECONDS = 180;

export default async function (report) {
  await pack();
  const { origin, close } = await startHost();
  try {
    await inNode(report, origin);
    await inWorkerd(report, origin);
    await inChromium(report, origin);
  } finally {
    close();
  }
  await documented(report);
}

async function inNode(report, origin) {
  const run = (name, ...args) =>
    runNode(join(project, "tests/jwks/node", name), args, { seconds: SECONDS, cwd: project });
  for (const way of ["import", "require"]) {
    await report.tests(`${way} wasm-jwt/jwks`, SECONDS, () => run("suite.mjs", way, origin));
  }
  await report.tests("verifying", SECONDS, () => run("verifying.mjs", origin));
}

async function inWorkerd(report, origin) {
  const { code, used } = await bundle("tests/jwks/workerd/suite.mjs", { conditions: ["workerd"] });
  await report.test("a worker bundles the one file", SECONDS, async () => {
    deepEqual(used, ["jwks.js"]);
  });
  for (const date of [newestDate, OLDEST_DATE]) {
    await report.tests(`workerd, ${date}`, SECONDS, () => ask(code, [], date, origin));
  }
  const shared = await bundle("tests/jwks/workerd/visitors.mjs", { conditions: ["workerd"] });
  for (const date of [newestDate, OLDEST_DATE]) {
    await report.test(`workerd, ${date}: visitors share one request`, SECONDS, async () => {
      const name = `visitors-${date}`;
      const answer = { body: JSON.stringify(ONE) };
      await fetch(`${origin}/control/${name}`, { method: "PUT", body: JSON.stringify(answer) });
      const answers = await askAtOnce(20, shared.code, [], date, `${origin}/keys/${name}`);
      deepEqual(answers, Array(20).fill({ set: ONE, ok: true }));
      const requests = await (await fetch(`${origin}/control/${name}`)).json();
      deepEqual(requests.length, 1);
    });
  }
}

async function inChromium(report, origin) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) {
    report.skip("jwks in chromium", "CHROMIUM is not set");
    return;
  }
  const { code } = await bundle("tests/jwks/chromium/suite.mjs", { format: "iife" });
  const html = `<!doctype html><title>jwks</title><script>${code}</script>`;
  const page = await serve([], { "/": { html } });
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: SECONDS * 1_000 });
  try {
    await report.tests("chromium", SECONDS, () =>
      // What a host refuses is what is tested here.
      open(browser, `${page.origin}/?host=${encodeURIComponent(origin)}`, {
        toleratesFaults: true,
      }),
    );
  } finally {
    page.close();
    await within(30, browser.close());
  }
}

async function documented(report) {
  await report.test("docs/errors.md lists every reason, once", SECONDS, async () => {
    const reasonsIn = async (path) => {
      const text = await readFile(join(root, path), "utf8");
      return Array.from(text.matchAll(/["`](key set [a-z ]+)["`]/g), ([, reason]) => reason);
    };
    const listed = await reasonsIn("docs/errors.md");
    const thrown = [
      ...(await reasonsIn("pkg/dist/jwks.js")),
      ...(await reasonsIn("pkg/dist/index.js")),
    ];
    deepEqual([...listed].sort(), [...new Set(thrown)].sort());
  });
}
