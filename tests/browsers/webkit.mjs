/**
 * WebKit: a browser for the tests, WebKitGTK's MiniBrowser, through its WebDriver.
 *
 * It resolves to the same as its neighbour firefox.mjs: `{ name, version, open, close }`; `open(url)` to a
 * page with storage of its own, which is a browser of its own. The driver has one at a time.
 */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startDisplay } from "./display.mjs";
import { insert } from "./insert.mjs";
import { onLeash } from "./leash.mjs";
import { ready, startSession } from "./web-driver.mjs";

/** @param {string} driverPath of WebKitWebDriver, which knows where its MiniBrowser is */
export async function launch(driverPath) {
  const display = await startDisplay();
  let driver = await startDriver(driverPath, display);
  const close = async () => {
    await driver.release();
    await display.close();
  };
  /** Once in two hundred times, on a busy machine, its browser neither comes up nor says why. */
  const open = async (url) => {
    const opening = openPage(driver.address, url);
    const page = await Promise.race([opening, sleep(OPEN_SECONDS * 1_000, LATE, { ref: false })]);
    if (page !== LATE) return page;
    console.log(`WebKitGTK opened no page in ${OPEN_SECONDS} s, and is started again`);
    opening.catch(() => {});
    await driver.release();
    driver = await startDriver(driverPath, display);
    return openPage(driver.address, url);
  };
  try {
    const session = await startSession(driver.address);
    await session.end();
    return { name: "WebKitGTK", version: session.version, open, close };
  } catch (error) {
    await close();
    throw new Error(`${error.message}\n${driver.lastLines()}`, { cause: error });
  }
}

async function startDriver(path, display) {
  const home = await makeHome();
  const port = await freePort();
  const driver = onLeash([path, `--port=${port}`], {
    folder: home,
    env: { ...process.env, ...homeIn(home), ...QUIET, ...display.env },
  });
  const address = `http://127.0.0.1:${port}`;
  try {
    await ready(address, SECONDS);
    return { ...driver, address };
  } catch (error) {
    await driver.release();
    throw new Error(`${error.message}\n${driver.lastLines()}`, { cause: error });
  }
}

async function openPage(address, url) {
  const session = await startSession(address);
  const evaluate = (fn, ...args) =>
    session.execute(
      typeof fn === "string" ? `return (${fn})` : `return (${fn})(...arguments)`,
      args,
    );
  const page = {
    /** What the protocol tells of faults: nothing. */
    faults: [],
    evaluate,
    fill: (selector, text) => evaluate(insert, selector, text),
    type: session.type,
    click: session.click,
    press: (...keys) => session.press(keys),
    text: (selector) => evaluate((name) => document.querySelector(name).innerText, selector),
    async resize(width, height) {
      await session.resize(width, height);
      const got = await evaluate("innerWidth");
      if (got !== width) throw new Error(`the window has become ${got} px wide, not ${width}`);
    },
    reload: session.reload,
    close: session.end,
  };
  try {
    await session.limitScripts(SCRIPT_SECONDS);
    await session.goto(url);
    // Its driver does not always wait for the scripts that a page loads.
    await evaluate(loaded);
    return page;
  } catch (error) {
    await session.end();
    throw error;
  }
}

/** Runs in the page. */
function loaded() {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve(true);
    addEventListener("load", () => resolve(true));
  });
}

async function makeHome() {
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  await mkdir(join(home, "gtk-3.0"));
  await writeFile(join(home, "gtk-3.0/gtk.css"), NARROW);
  return home;
}

/** Where it keeps its caches and finds its settings. */
function homeIn(home) {
  return { HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const QUIET = {
  // The sandbox does not start as root or in most containers; every page here is our own.
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  // It would start daemons on the session's bus, which outlive it.
  NO_AT_BRIDGE: "1",
  // Without one, `navigator.language` is "C", which no formatter takes.
  LANG: "en_US.UTF-8",
  LC_ALL: "",
};

/** Lets the window be narrower than its tool bar wants to be. The page is not drawn with it. */
const NARROW =
  "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n";

/** Until the driver answers. */
const SECONDS = 30;

/** Until there is a page: ten times as long as it takes on a busy machine. */
const OPEN_SECONDS = 25;
const LATE = Symbol("late");

/** How long a script may take to answer; the tests have limits of their own. */
const SCRIPT_SECONDS = 600;
