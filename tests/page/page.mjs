/**
 * The page in these tests: what is on it and what is done to it, by the names that people see.
 */
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { SIMPLEJWT } from "./tokens.mjs";

/** When the clock stands, unless a test says otherwise. */
export const NOW = SIMPLEJWT.iat;

/** @param {import("playwright-core").Page} page */
export async function paste(page, text) {
  await page.getByRole("textbox", { name: "Token", exact: true }).fill(text);
}

export async function giveKey(page, text, encoding = "text") {
  await page.selectOption("#key-encoding", encoding);
  await page.getByRole("textbox", { name: "Secret or public key" }).fill(text);
}

/**
 * What `selector` finds first has the text, white space aside.
 *
 * Now, not in a while: the page does all at once, so there is nothing to wait for.
 */
export async function shows(root, selector, text) {
  const shown = await root.locator(selector).first().innerText();
  assert.equal(shown.replace(/\s+/g, " ").trim(), text);
}

/** How the signature stands, in the words of the page. */
export async function signatureIs(page, words) {
  const status = page.getByRole("status", { name: "Signature", exact: true });
  assert.equal(await status.innerText(), `Signature: ${words}`);
}

/** How the time stands. */
export async function timeIs(page, words) {
  const status = page.getByRole("status", { name: "Time", exact: true });
  assert.equal(await status.innerText(), `Time: ${words}`);
}

/** The payload exactly as it is shown, without its layout. */
export async function payload(page) {
  return (await page.locator("#claims-json").innerText()).replace(/\s/g, "");
}

export async function segmentStates(page) {
  return page.$$eval("#segment-list [data-role]", (items) =>
    items.map((item) => `${item.dataset.role} ${item.dataset.segmentState}`),
  );
}

export async function findingCodes(page) {
  return page.$$eval("#findings-list li", (items) => items.map((item) => item.dataset.code));
}

export async function enterMode(page, name) {
  await page.getByRole("button", { name }).first().click();
}

/**
 * Waits until `condition` holds in the page. From outside, since the clock inside it stands.
 *
 * @param {(argument: any) => boolean} condition takes `argument`
 */
export async function until(page, condition, argument) {
  for (let turn = 0; turn < 400; turn++) {
    if (await page.evaluate(condition, argument)) return;
    await setTimeout(20);
  }
  throw new Error(`never: ${condition}`);
}

/** Waits until the page shows `text`, a part of its text or a pattern. */
export async function untilText(page, text) {
  const pattern =
    typeof text === "string" ? text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : text.source;
  await until(page, (source) => new RegExp(source, "m").test(document.body.innerText), pattern);
}

export async function loadExample(page, algorithm = "HS256") {
  await page.selectOption("#example-algorithm", algorithm);
  await page.locator("#load-example").click();
  // Its key may take a moment to make.
  await until(page, () => document.querySelector("#token").value !== "");
}
