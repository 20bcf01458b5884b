/**
 * Part session: the entry `wasm-jwt/session` in Node with fake time and a scripted backend, over real
 * HTTP, in workerd, and in the tabs of the browsers that CHROMIUM and FIREFOX name.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compatibilityDate as newestDate } from "workerd";
import { pack, project, root } from "../packed.mjs";
import { bundle } from "../runtimes/bundle.mjs";
import { runNode, runProgram } from "../runtimes/child.mjs";
import { OLDEST_DATE, ask } from "../runtimes/workerd.mjs";
import inBrowsers from "./browsers.mjs";
import { startServer } from "./server.mjs";

const SECONDS = 180;

export default async function (report) {
  await pack();
  for (const way of ["import", "require"]) {
    await report.tests(`${way} wasm-jwt/session`, SECONDS, () =>
      runNode(join(project, "tests/session/node/suite.mjs"), [way], {
        seconds: SECONDS,
        cwd: project,
      }),
    );
  }
  await overHttp(report);
  await inWorkerd(report);
  await inALoneScript(report);
  await documented(report);
  await inBrowsers(report);
}

/** What `fetch` itself does has a part in these. */
async function overHttp(report) {
  const { createSession } = createRequire(join(project, "any.cjs"))("wasm-jwt/session");
  const begin = async (options) => {
    const [home, elsewhere] = [await startServer(), await startServer()];
    const session = createSession({ baseUrl: home.origin, ...options });
    const close = () => {
      session.dispose();
      home.close();
      elsewhere.close();
    };
    return { session, home, elsewhere, close };
  };
  for (const header of ["Authorization", "X-ACCESS-TOKEN"]) {
    await report.test(
      `redirect_cross_origin, ${header}: refused where no browser is`,
      SECONDS,
      async () => {
        const { session, home, elsewhere, close } = await begin({ header });
        try {
          await session.signIn({ username: "ada", password: "right" });
          const to = encodeURIComponent(`${elsewhere.origin}/x`);
          const error = await session.fetch(`redirect?to=${to}`).catch((error) => error);
          equal(error.code, "ERR_SESSION_REDIRECT");
          equal(elsewhere.backend.requests.length, 0);
          const own = await session.fetch(`redirect?to=${to}`, { redirect: "manual" });
          equal(own.status, 302);
          ok(home.backend.at("/redirect").every(({ headers }) => header.toLowerCase() in headers));
        } finally {
          close();
        }
      },
    );
  }
  await report.test("a password does not follow a redirect", SECONDS, async () => {
    const { session, elsewhere, home, close } = await begin();
    try {
      const location = `${elsewhere.origin}/api/token/`;
      home.backend.next(
        "/api/token/",
        () => new Response(null, { status: 307, headers: { location } }),
      );
      const error = await session.signIn({ username: "ada", password: "right" }).catch((e) => e);
      equal(error.code, "ERR_SESSION_REDIRECT");
      equal(elsewhere.backend.requests.length, 0);
    } finally {
      close();
    }
  });
}

/** No origin, no locks, no channel; and one visitor's session is not another's. */
async function inWorkerd(report) {
  const { code, used } = await bundle("tests/session/workerd/worker.mjs", {
    conditions: ["workerd"],
  });
  await report.test("a worker bundles the one file", SECONDS, async () => {
    deepEqual(used, ["session.js"]);
  });
  for (const date of [newestDate, OLDEST_DATE]) {
    await report.test(`workerd, ${date}`, SECONDS, async () => {
      const server = await startServer();
      try {
        deepEqual(await ask(code, [], date, server.origin), {
          renewed: true,
          status: 200,
          code: "ERR_SESSION_REDIRECT",
          shared: "ERR_SESSION_SIGNED_OUT",
          state: "valid",
          events: ["signedin", "refreshed", "signedout"],
        });
      } finally {
        server.close();
      }
    });
  }
}

/** Node ends when nothing keeps it, even if somebody still waits. */
async function inALoneScript(report) {
  await report.test("a script that waits for a refusal gets it", SECONDS, async () => {
    const script = join(project, "tests/session/node/refused.mjs");
    const said = await runProgram(process.execPath, [script], { seconds: SECONDS });
    equal(said.trim(), "ERR_SESSION_SIGNED_OUT");
  });
}

async function documented(report) {
  await report.test(
    "docs/session.md lists every code, event and option, once a table",
    SECONDS,
    async () => {
      const text = await readFile(join(root, "docs/session.md"), "utf8");
      const source = (name) => readFile(join(root, "pkg/src/session", name), "utf8");
      const rows = (heading) => {
        const [, section = ""] = text.split(`\n## ${heading}\n`);
        const table = section.split(/\n#+ /)[0];
        return Array.from(table.matchAll(/^\| `([^`]+)`/gm), ([, name]) => name).sort();
      };
      const names = (text, pattern) =>
        Array.from(text.matchAll(pattern), ([, name]) => name).sort();
      const codes = await source("session-error.ts");
      deepEqual(rows("Errors"), names(codes, /\| "(ERR_SESSION_[A-Z_]+)"/g));
      const [, events] = /interface SessionEvents \{(.*?)\n\}/s.exec(await source("session.ts"));
      deepEqual(rows("Events"), names(events, /^  "?([a-z-]+)"?: /gm));
      const [, types] = /const TYPES.*?= \{(.*?)\n\}/s.exec(await source("session-options.ts"));
      deepEqual(rows("Options"), names(types, /^  (\w+): "/gm));
    },
  );
}
