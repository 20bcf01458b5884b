/**
 * Browser: runs a script in a page of a headless Chromium.
 */
import { createServer } from "node:http";
import { build } from "esbuild";
import { chromium } from "playwright-core";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];

/** A page that is isolated from other origins gets a clock of 5 us; others one of 100 us. */
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * Bundles `script`, which leaves a promise as `globalThis.outcome`, and resolves to
 * `{ runtime, outcome }`. What the page logs is handed to `say`.
 */
export async function inChromium(script, say) {
  const { outputFiles } = await build({
    bundle: true,
    entryPoints: [script],
    format: "esm",
    loader: { ".wasm": "binary" },
    platform: "browser",
    target: "es2022",
    write: false,
  });
  const code = outputFiles[0].text.replaceAll("</script", "<\\/script");
  const html = `<!doctype html><title>benchmark</title><script type="module">${code}</script>`;
  const server = createServer((_, response) => response.writeHead(200, HEADERS).end(html));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => say(message.text()));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    if (!(await page.evaluate("crossOriginIsolated"))) throw new Error("the clock is too coarse");
    const outcome = await page.evaluate("globalThis.outcome");
    if (outcome === undefined) throw new Error("the page has no outcome");
    return { runtime: `Chromium ${browser.version()}`, outcome };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
