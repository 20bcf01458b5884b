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
import { startDisplay } from "./display.mjs";
import { insert } from "./insert.mjs";
import { onLeash } from "./leash.mjs";
import { ready, startSession } from "./web-driver.mjs";

/** @param {string} driverPath of WebKitWebDriver, which knows where its MiniBrowser is */
export async function launch(driverPath) {
  const display = await startDisplay();
  const home = await makeHome();
  const port = await freePort();
  const driver = onLeash([driverPath, `--port=${port}`], {
    folder: home,
    env: { ...process.env, ...homeIn(home), ...QUIET, ...display.env },
  });
  const address = `http://127.0.0.1:${port}`;
  const close = async () => {
    await driver.release();
    await display.close();
  };
  try {
    await ready(address, SECONDS);
    const session = await startSession(address);
    await session.end();
    return {
      name: "WebKitGTK",
      version: session.version,
      open: (url) => open(address, url),
      close,
    };
  } catch (error) {
    await close();
    throw new Error(`${error.message}\n${driver.lastLines()}`, { cause: error });
  }
}

async function open(address, url) {
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

/** How long a script may take to answer; the tests have limits of their own. */
const SCRIPT_SECONDS = 600;
