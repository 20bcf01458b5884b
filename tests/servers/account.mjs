/**
 * Account: a user of a backend, made for one test, and the pair of tokens that signing in gives.
 */
import { equal } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";

let made = 0;

/**
 * Makes a user and signs in.
 *
 * Resolves to `{ username, password, ...answer }`, where `answer` is what the obtaining view at
 * `path` says: `{ access, refresh }`, or `{ token }` for sliding tokens.
 */
export async function makeAccount({ client }, path = "/api/token/") {
  const username = `user-${made++}`;
  const password = randomBytes(16).toString("hex");
  equal((await client.control("create_user", { username, password })).status, 200);
  const { status, body } = await client.post(path, { username, password });
  equal(status, 200);
  return { username, password, ...body };
}

/** `text` with one letter changed: the one at `index`, which may count from the end. */
export function changeLetter(text, index) {
  const at = index < 0 ? text.length + index : index;
  return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
}

/** `token` as it would be if its `exp` were ten seconds ago; `secret` is its backend's. */
export function expire(token, secret) {
  const { decode, encode } = createRequire(join(project, "package.json"))("wasm-jwt");
  const { payload } = decode(token);
  return encode({ ...payload, exp: Math.floor(Date.now() / 1_000) - 10 }, secret);
}
