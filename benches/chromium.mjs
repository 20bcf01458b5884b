/**
 * Part chromium: speed in a page.
 */
import { inChromium } from "./browser.mjs";
import { writeResult } from "./result.mjs";

const { runtime, outcome } = await inChromium("benches/pages/speed.mjs", console.log);
writeResult("chromium", { runtime, ...outcome });
