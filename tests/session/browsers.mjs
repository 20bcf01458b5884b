/**
 * Browsers: those that the session is tried in, if the environment names them.
 */
import { launchChromium, launchFirefox } from "../browsers/tabs.mjs";
import { within } from "../runtimes/time-limit.mjs";
import inBrowser from "./in-browser.mjs";

const LAUNCHERS = { CHROMIUM: launchChromium, FIREFOX: launchFirefox };

export default async function (report) {
  for (const [variable, launch] of Object.entries(LAUNCHERS)) {
    const path = process.env[variable];
    if (!path) {
      report.skip(`session in ${variable.toLowerCase()}`, `${variable} is not set`);
      continue;
    }
    const browser = await launch(path);
    report.say(`${browser.name}: ${browser.version}`);
    try {
      await inBrowser(report, browser);
    } finally {
      await within(30, browser.close());
    }
  }
}
