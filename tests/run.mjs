/**
 * Runs one part of the JavaScript tests: `node tests/run.mjs PART`.
 *
 * A line for each failed test, then the counts. Environment: CHROMIUM, the path of a browser (parts
 * chromium, jwks, session, servers and page); FIREFOX, that of another (parts firefox and servers);
 * WEBKIT_DRIVER, that of WebKitWebDriver (part webkit); PYTHON, a Python with
 * tests/interop/requirements.txt (part interop) or tests/servers/requirements.txt (parts servers
 * and gateway).
 */
import { createReport } from "./runtimes/report.mjs";
import { writePlaces } from "./runtimes/places.mjs";
import { within } from "./runtimes/time-limit.mjs";

/** Each module's default export takes the report; nothing of the others is loaded. */
const PARTS = {
  node: () => import("./runtimes/node.mjs"),
  programs: () => import("./runtimes/programs.mjs"),
  workerd: () => import("./runtimes/workerd.mjs"),
  chromium: () => import("./runtimes/chromium.mjs"),
  firefox: () => import("./runtimes/firefox.mjs"),
  webkit: () => import("./runtimes/webkit.mjs"),
  bundlers: () => import("./bundlers/bundlers.mjs"),
  jwks: () => import("./jwks/jwks.mjs"),
  session: () => import("./session/session.mjs"),
  edge: () => import("./edge/edge.mjs"),
  gateway: () => import("./gateway/gateway.mjs"),
  packaging: () => import("./packaging/packaging.mjs"),
  interop: () => import("./interop/interop.mjs"),
  servers: () => import("./servers/servers.mjs"),
  page: () => import("./runtimes/page.mjs"),
  benches: () => import("./benches.mjs"),
};

/** Twice as long as the slowest part takes on two cores, and then some. */
const LIMIT_SECONDS = 20 * 60;

const [part, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(PARTS, part ?? "") || rest.length > 0) {
  console.error(`usage: node tests/run.mjs ${Object.keys(PARTS).join("|")}`);
  process.exit(2);
}

const report = createReport();
try {
  const { default: run } = await PARTS[part]();
  await within(LIMIT_SECONDS, run(report));
} catch (error) {
  report.fail(`the part ${part} broke off`, error);
}
await writePlaces(part, report.places);
report.conclude();
