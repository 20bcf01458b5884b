/**
 * Part page: the inspector in a Chromium: from navigating to usable, and how long a paste takes.
 *
 * Over the page as it is served, with its policy. Nothing is throttled.
 */
import { chromium } from "playwright-core";
import { serve } from "../tests/page/server.mjs";
import { FLAGS } from "./browser.mjs";
import { best, median } from "./instantiate.mjs";
import { FIRST_DECODED, PASTES, SMALL } from "./pastes.mjs";
import { writeResult } from "./result.mjs";

const LOADS = 10;
const ROUNDS = 5;

const { origin, close } = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
try {
  const loads = [...(await load("cold")), ...(await load("warm"))];
  const pastes = [];
  for (const [name, text] of Object.entries(PASTES)) pastes.push(await paste(name, text));
  const runtime = `Chromium ${browser.version()}`;
  writeResult("page", { runtime, unit: "ms", loads, rounds: LOADS, pastes });
} finally {
  await browser.close();
  close();
}

/** Loads, each in a new context, which has no cache, or again in the same one. */
async function load(temperature) {
  const times = { "first contentful paint": [], usable: [], [FIRST_DECODED]: [] };
  let context;
  for (let round = 0; round < LOADS; round++) {
    console.log(`loading, ${temperature}, ${round + 1} of ${LOADS}`);
    if (!context || temperature === "cold") {
      await context?.close();
      context = await newContext();
      // What is warm was here before.
      if (temperature === "warm") await loadOnce(context);
    }
    for (const [name, ms] of Object.entries(await loadOnce(context))) times[name].push(ms);
  }
  await context.close();
  return Object.entries(times).map(([what, all]) => ({
    what,
    temperature,
    best: best(all),
    median: median(all),
  }));
}

async function newContext() {
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addInitScript(decodeAtOnce, SMALL);
  return context;
}

async function loadOnce(context) {
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.waitForFunction(
    () => globalThis.decodedAt && performance.getEntriesByName("first-contentful-paint").length,
  );
  const [paint, usable, decoded] = await page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0].startTime,
    performance.getEntriesByName("wasm-jwt:usable")[0].startTime,
    globalThis.decodedAt,
  ]);
  await page.close();
  return { "first contentful paint": paint, usable, [FIRST_DECODED]: decoded };
}

/** Pastes `token` as soon as the page says that it is usable. Runs in the page. */
function decodeAtOnce(token) {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("wasm-jwt:usable").length === 0) return;
    const box = document.querySelector("#token");
    box.value = token;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    if (document.querySelector("#claims-json").textContent !== "") {
      globalThis.decodedAt = performance.now();
    }
  }).observe({ type: "mark", buffered: true });
}

/**
 * The first paste into a fresh page, a moment after that can be used, the one after it, and one into a
 * page of the same style that has nothing but the text box.
 */
async function paste(name, text) {
  console.log(`pasting ${name}`);
  const first = [];
  const later = [];
  const bare = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => performance.getEntriesByName("wasm-jwt:usable").length > 0);
    first.push(await page.evaluate(pasteOnce, text));
    later.push(await page.evaluate(pasteOnce, text));
    await page.evaluate(leaveTheBox);
    bare.push(await page.evaluate(pasteOnce, text));
    await page.close();
  }
  const of = (all, what) => {
    const list = all.map((one) => one[what]);
    return { best: best(list), median: median(list) };
  };
  const times = (all) => ({
    handler: of(all, "handler"),
    frame: of(all, "frame"),
    longTask: of(all, "longTask"),
  });
  return {
    name,
    characters: text.length,
    first: times(first),
    later: times(later),
    bare: times(bare),
  };
}

/** Takes everything out of the page, and puts a text box there that nobody listens to. Runs in the page. */
function leaveTheBox() {
  const box = document.querySelector("#token").cloneNode();
  document.body.replaceChildren(box);
}

/**
 * Milliseconds: `handler`, until everything is in the document; `frame`, until that is on the screen;
 * `longTask`, the longest task that the browser saw, 0 if none took 50 ms. Runs in the page.
 */
async function pasteOnce(text) {
  const box = document.querySelector("#token");
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await pause();
  observer.observe({ type: "longtask" });
  const start = performance.now();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const handler = performance.now() - start;
  const frame = await new Promise((resolve) =>
    // The message comes after the frame whose beginning asked for it.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    }),
  );
  await pause();
  observer.disconnect();
  if (document.querySelector("#claims-json")?.textContent === "") throw new Error("no token found");
  return { handler, frame, longTask: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}
