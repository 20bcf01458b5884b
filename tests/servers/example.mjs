/**
 * Example: examples/django-session, started by its own command and used in a browser.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { within } from "../runtimes/time-limit.mjs";
import { freePort } from "./free-port.mjs";
import { startProgram } from "./program.mjs";
import { TOKEN } from "./leaks.mjs";

const START = fileURLToPath(new URL("../../examples/django-session/start.mjs", import.meta.url));
const POLL_MS = 50;

/** What it says once it answers. */
const ADDRESS = /^(http:\S+) +user: (\S+) +password: (\S+)/m;

/** `test` takes a name and a function; `browser` is one of ../browsers/tabs.mjs, by playwright. */
export default async function (test, browser, python) {
  await test("signed in, refreshed and signed out in two tabs", () =>
    started(python, async ({ address, username, password }) => {
      const context = await browser.newContext();
      const requests = [];
      context.on("request", (request) => requests.push(request));
      const open = async () => {
        const page = await context.newPage();
        await page.goto(address);
        return page;
      };
      try {
        const first = await open();
        await signIn(first, username, `${password}x`);
        await says(first, "No such user, or another password.");
        equal(await first.isVisible("#signed-in"), false);
        await signIn(first, username, password);
        await first.click("#call");
        await says(first, `You are ${username}.`);

        const second = await open();
        await second.click("#call");
        await says(second, `You are ${username}.`);
        equal(await second.isVisible("#sign-in"), false);
        await first.getByText(/expires in [0-9]+ s/).waitFor();

        // Nobody asks for it: it comes before the token's 30 seconds are over.
        const tabs = [first, second];
        await Promise.all(tabs.map((tab) => tab.getByText("refreshed").waitFor()));
        const told = await Promise.all(tabs.map((tab) => tab.innerText("#events")));
        deepEqual(told.map((text) => /refreshed · (.*)/.exec(text)[1]).sort(), [
          "in another tab",
          "in this tab",
        ]);
        const { origin } = new URL(address);
        const refreshes = requests.filter((one) => one.url() === `${origin}/api/token/refresh/`);
        equal(refreshes.length, 1);
        for (const tab of tabs) {
          await tab.click("#call");
          await says(tab, `You are ${username}.`);
        }

        await second.reload();
        await second.click("#sign-out");
        await says(second, "You are signed out.");
        await says(first, "You are signed out: in another tab.");
        for (const tab of tabs) {
          equal(await tab.isVisible("#sign-in"), true);
          ok(!TOKEN.test(await tab.content()));
        }
        for (const url of requests.map((request) => request.url())) {
          ok(url.startsWith(`${origin}/`) && !TOKEN.test(url) && !url.includes(password), url);
        }
      } finally {
        await within(30, context.close());
      }
    }));
}

/** Runs `use` while the example runs, and sees that it ends by a signal. */
async function started(python, use) {
  const folder = await mkdtemp(join(tmpdir(), "example-"));
  const log = join(folder, "log");
  const command = [process.execPath, START, `${await freePort()}`];
  const program = await startProgram(command, {
    cwd: folder,
    env: { ...process.env, PYTHON: python },
    log,
  });
  try {
    let said;
    while (!(said = ADDRESS.exec(await readFile(log, "utf8")))) {
      if (!program.isRunning()) throw new Error(await readFile(log, "utf8"));
      await sleep(POLL_MS);
    }
    const [, address, username, password] = said;
    await use({ address, username, password });
  } finally {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function signIn(page, username, password) {
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", password);
  await page.click("#sign-in button");
}

/** Waits until the page says just this. */
function says(page, text) {
  return page.locator("#notice").getByText(text, { exact: true }).waitFor();
}
