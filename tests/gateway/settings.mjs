/**
 * Settings: those that cannot be used are refused at the first request, by name, and nothing is served.
 */
import { equal, ok, rejects } from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { project } from "../packed.mjs";
import { AUDIENCE, GATEWAY_SECRET, SECRET } from "./identity.mjs";
import { EXAMPLE } from "./worker.mjs";

const JWKS_URL = "https://id.example/jwks";
const ORIGIN = "http://127.0.0.1:9";

/** What is said; `null` where the gateway works, which answers a request without a token by 401. */
const TABLE = [
  ["a secret", { SECRET }, null],
  ["a key set", { JWKS_URL, AUDIENCE }, null],
  ["neither", {}, /SECRET and JWKS_URL/],
  ["both", { SECRET, JWKS_URL, AUDIENCE }, /SECRET and JWKS_URL/],
  ["a key set without an audience", { JWKS_URL }, /AUDIENCE/],
  ["a key set over http", { JWKS_URL: "http://id.example/jwks", AUDIENCE }, /https/],
  ["a secret of 31 bytes", { SECRET: SECRET.slice(0, 31) }, /key/],
  ["a gateway secret of 31 bytes", { SECRET, GATEWAY_SECRET: SECRET.slice(0, 31) }, /key/],
  ["one secret for both", { SECRET, GATEWAY_SECRET: SECRET }, /GATEWAY_SECRET/],
  ["no gateway secret", { SECRET, GATEWAY_SECRET: undefined }, /key/],
  ["an origin with a path", { SECRET, ORIGIN: `${ORIGIN}/api` }, /ORIGIN/],
  ["no origin", { SECRET, ORIGIN: undefined }, /ORIGIN/],
  ["a tolerance with a unit", { SECRET, CLOCK_TOLERANCE: "5s" }, /CLOCK_TOLERANCE/],
  ["a tolerance", { SECRET, CLOCK_TOLERANCE: "5" }, null],
];

export default async function (test) {
  const { default: gateway } = await import(pathToFileURL(join(project, EXAMPLE, "gateway.mjs")));
  for (const [name, given, said] of TABLE) {
    const env = { ORIGIN, GATEWAY_SECRET, ...given };
    await test(`${name}: ${said ? "refused" : "taken"}`, async () => {
      const ask = () => gateway.fetch(new Request("https://gateway.example/"), env);
      if (!said) return equal((await ask()).status, 401);
      await rejects(ask, ({ message }) => {
        ok(said.test(message), message);
        return !Object.values(env).some((value) => value && message.includes(value));
      });
    });
  }
}
