/**
 * Part webkit: the package and the page in WebKit.
 */
import { inBrowser } from "../browsers/in-browser.mjs";
import { launch } from "../browsers/webkit.mjs";

export default async function (report) {
  const driverPath = process.env.WEBKIT_DRIVER;
  if (!driverPath) {
    report.skip("webkit", "WEBKIT_DRIVER is not set");
    return;
  }
  await inBrowser(report, await launch(driverPath));
}
