/**
 * Part firefox: the package and the page in Firefox.
 */
import { launch } from "../browsers/firefox.mjs";
import { inBrowser } from "../browsers/in-browser.mjs";

export default async function (report) {
  const executablePath = process.env.FIREFOX;
  if (!executablePath) {
    report.skip("firefox", "FIREFOX is not set");
    return;
  }
  await inBrowser(report, await launch(executablePath));
}
