/** Headers: what the site asks its host to send, and what its documents say themselves. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { SITE, SUB_PATH, readHeaders } from "../server.mjs";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; " +
  "manifest-src 'self'; worker-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types wasm-jwt";

export const facts = {
  async "the inspector's policy is the strict one, wherever it is served from"(open) {
    for (const address of ["", SUB_PATH.slice(1)]) {
      const page = await open({ address });
      assert.equal(await policyOf(page), POLICY);
      const referrer = page.locator("meta[name=referrer]");
      assert.equal(await referrer.getAttribute("content"), "no-referrer");
    }
  },
  async "every document's header is its own policy and who may frame it"(open) {
    const headers = await readHeaders(SITE);
    const documents = (await readdir(SITE)).filter((name) => name.endsWith(".html"));
    assert.ok(documents.includes("index.html"));
    for (const name of documents) {
      const page = await open({ address: name });
      const { "Content-Security-Policy": header } = headers(name);
      assert.equal(header, `${await policyOf(page)}; frame-ancestors 'none'`, name);
    }
    assert.equal(headers("src/app.js")["Content-Security-Policy"], undefined);
  },
  async "every file comes with the general headers"(open, origin) {
    for (const path of ["", "index.html", "src/app.js", "not/there.js"]) {
      const { headers } = await fetch(`${origin}/${path}`);
      for (const [name, value] of Object.entries(GENERAL)) {
        assert.equal(headers.get(name), value, `${path}: ${name}`);
      }
      assert.match(headers.get("permissions-policy"), /\bclipboard-write=\(self\)/, path);
      assert.match(headers.get("permissions-policy"), /\bcamera=\(\)/, path);
    }
  },
  async "nobody may frame the site"(open, origin) {
    const page = await open();
    const framed = (address) =>
      page
        .context()
        .request.get(address)
        .then((response) => response.headers());
    const { "content-security-policy": policy } = await framed(`${origin}/index.html`);
    assert.match(policy, /frame-ancestors 'none'$/);
    // The page's own policy shuts frames as well, so the frame stands in a page without one.
    await page.route("**/framing", (route) =>
      route.fulfill({ contentType: "text/html", body: `<iframe src="${origin}/"></iframe>` }),
    );
    await page.goto(`${origin}/framing`);
    const [, frame] = page.frames();
    assert.equal(await frame.locator("#token").count(), 0);
  },
  async "the manifest is whole, and its icons are as large as it says"(open) {
    const page = await open({ address: SUB_PATH.slice(1) });
    const address = await page.$eval("link[rel=manifest]", ({ href }) => href);
    const manifest = JSON.parse(await readFile(join(SITE, "site.webmanifest"), "utf8"));
    assert.equal((await fetch(address)).headers.get("content-type"), "application/manifest+json");
    for (const name of ["start_url", "scope", "id"]) assert.equal(manifest[name], "./");
    assert.equal(manifest.display, "standalone");
    assert.ok(manifest.name && manifest.short_name.length <= 12);
    // What a browser asks for before it offers to install a site.
    const kinds = manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
    assert.deepEqual(kinds, ["any any", "192x192 any", "512x512 any", "512x512 maskable"]);
    for (const { src, sizes, type } of manifest.icons) {
      const response = await fetch(new URL(src, address));
      assert.equal(response.headers.get("content-type"), type);
      const size = await page.evaluate(async (href) => {
        const image = new Image();
        image.src = href;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, new URL(src, address).href);
      if (sizes !== "any") assert.equal(size, sizes, src);
    }
  },
  async "the browser finds no fault with the manifest"(open) {
    const page = await open();
    const session = await page.context().newCDPSession(page);
    const { errors, data } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.ok(data.includes("JWT inspector"));
  },
};
facts["nobody may frame the site"].expects = /frame-ancestors|Refused|Framing|chrome-error/;

const GENERAL = {
  "cache-control": "no-cache",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function policyOf(page) {
  return page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
}
