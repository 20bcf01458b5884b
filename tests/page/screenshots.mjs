/**
 * Screenshots of the page for the documents: `node tests/page/screenshots.mjs FOLDER`, with the Chromium of
 * the environment variable CHROMIUM. The clock stands and keys are fixed, so that a picture changes only
 * when the page does.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { NOW, enterMode, giveKey, paste } from "./page.mjs";
import { serve } from "./server.mjs";
import { SECRET, SIMPLEJWT, sign } from "./tokens.mjs";

const [folder] = process.argv.slice(2);
if (!folder || !process.env.CHROMIUM) {
  console.error("usage: CHROMIUM=path node tests/page/screenshots.mjs FOLDER");
  process.exit(2);
}

const WIDE = { width: 1200, height: 860 };
const NARROW = { width: 360, height: 740 };

/** @type {Record<string, { viewport: object, colorScheme?: "dark", enter: (page: any) => Promise<void> }>} */
const SHOTS = {
  "valid-light": { viewport: WIDE, enter: valid },
  "valid-dark": { viewport: WIDE, colorScheme: "dark", enter: valid },
  "valid-narrow": { viewport: NARROW, enter: valid },
  "not-checked-light": { viewport: WIDE, enter: (page) => paste(page, claims({})) },
  "invalid-light": {
    viewport: WIDE,
    async enter(page) {
      await paste(page, claims({ exp: NOW - 3_600, nbf: NOW - 7_200, iat: NOW - 7_200 }));
      await giveKey(page, Buffer.from(SECRET).toString("base64"));
    },
  },
  "embedded-light": {
    viewport: WIDE,
    enter: (page) => paste(page, EMBEDDED),
  },
  "cannot-light": {
    viewport: WIDE,
    async enter(page) {
      await paste(page, `${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`);
      await giveKey(page, SECRET);
    },
  },
  "several-light": {
    viewport: WIDE,
    enter: (page) =>
      paste(
        page,
        JSON.stringify({ refresh: claims({ exp: NOW + 86_400 }), access: SIMPLEJWT.token }),
      ),
  },
  "signing-light": {
    viewport: WIDE,
    async enter(page) {
      await valid(page);
      await enterMode(page, "Edit and sign");
      await page.getByRole("button", { name: "1 hour" }).click();
      await page.fill("#signing-key", SECRET);
      await page.getByRole("button", { name: "Sign", exact: true }).click();
    },
  },
  "watching-dark": {
    viewport: WIDE,
    colorScheme: "dark",
    async enter(page) {
      for (const token of [
        claims({ exp: NOW + 600 }),
        SIMPLEJWT.token,
        claims({ exp: NOW + 45, sub: "grace" }),
        claims({ exp: NOW - 60, sub: "linus" }),
      ]) {
        await paste(page, token);
        await page.locator("#watch-token").click();
      }
      await enterMode(page, "Watch list");
    },
  },
};

/** Signed with the key of RFC 8037 appendix A, which is put into the header. */
const EMBEDDED = await embedded();

await mkdir(folder, { recursive: true });
const { origin, close } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
for (const [name, { enter, ...options }] of Object.entries(SHOTS)) {
  const context = await browser.newContext({
    ...options,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.clock.install({ time: (NOW - 60) * 1000 });
  await page.clock.pauseAt(NOW * 1000);
  await page.goto(`${origin}/`);
  await enter(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${name}.png`);
  await context.close();
}
await browser.close();
close();

async function valid(page) {
  await paste(page, claims({}));
  await giveKey(page, SECRET);
}

function claims(others) {
  return sign({
    iss: "https://issuer.example",
    aud: "https://api.example",
    sub: "ada",
    name: "Ada Lovelace",
    scope: ["read", "write"],
    iat: NOW - 300,
    nbf: NOW - 300,
    exp: NOW + 900,
    user_id: 7,
    ...others,
  });
}

async function embedded() {
  const { Key, encode } = await import("../../pkg/dist/full.js");
  const key = Key.fromJwk({
    kty: "OKP",
    crv: "Ed25519",
    d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  });
  return encode({ sub: "ada", exp: NOW + 900 }, key, { header: { jwk: key.toJwk() } });
}
