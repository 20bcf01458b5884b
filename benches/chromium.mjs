/**
 * Part chromium: speed in a page.
 */
import { inChromium } from "./browser.mjs";
import { awake } from "./awake.mjs";
import { writeResult } from "./result.mjs";

const measured = () => inChromium("benches/pages/speed.mjs", console.log);
const { runtime, outcome } = await awake(measured);
writeResult("chromium", { runtime, ...outcome });
