/**
 * The examples of docs/edge.md, each as it stands there: `node examples.mjs`, which finds them in
 * examples.json. Their tokens are jose's, in force by the host's clock, as the examples' are.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SignJWT } from "jose";
import { createHarness, equal } from "../../js/harness.mjs";
import { sendRaw } from "../raw-http.mjs";
import { requestOf } from "../suite/requests.mjs";
import { listening } from "./servers.mjs";

const SECRET = "a secret of the examples, 32 bytes and more";
process.env.SECRET = SECRET;

const { test, run } = createHarness();
const codes = JSON.parse(readFileSync("examples.json", "utf8"));

const token = await new SignJWT({ sub: "ada", aud: "api", iss: "https://id.example" })
  .setProtectedHeader({ alg: "HS256" })
  .setExpirationTime("1h")
  .sign(new TextEncoder().encode(SECRET));
const wrong = `${token.slice(0, -4)}AAAA`;

/** The module that holds `marker`, whose own variables `more` gives out. */
const load = async (marker, more = "") => {
  const found = codes.filter((code) => code.includes(marker));
  equal(found.length, 1, marker);
  const path = join(process.cwd(), `example-${codes.indexOf(found[0])}.mjs`);
  writeFileSync(path, `${found[0]}\n${more}\n`);
  return import(pathToFileURL(path));
};

const fetchers = {
  "key: (request, env) => env.SECRET": "/",
  "new Hono()": "/api/me",
};
for (const [marker, path] of Object.entries(fetchers)) {
  test(`the example with ${marker}`, async () => {
    const { default: app } = await load(marker);
    const ask = (values) => app.fetch(requestOf(values, path), { SECRET });
    equal(await (await ask([`Bearer ${token}`])).json(), { hello: "ada" });
    equal((await ask([`Bearer ${wrong}`])).status, 401);
    equal((await ask([])).status, 401);
  });
}

test("the example with createRemoteKeySet", async () => {
  const { default: app } = await load("createRemoteKeySet");
  equal((await app.fetch(requestOf([]))).status, 401);
  equal((await app.fetch(requestOf(["Bearer"]))).status, 400);
});

test("the example with express", async () => {
  const { app } = await load("express()", "export { app };");
  const server = await listening(createServer(app));
  const ask = (token) =>
    sendRaw(server.address().port, { path: "/api/me", authorization: [`Bearer ${token}`] });
  equal((await ask(token)).body, '{"hello":"ada"}');
  equal((await ask(wrong)).status, 401);
  server.close();
});

test("the example with bearer", async () => {
  const { default: app } = await load("bearer(request)");
  const textOf = async (values) => (await app.fetch(requestOf(values))).text();
  equal(await textOf(["Bearer abc"]), "3 characters");
  equal(await textOf([]), "no token");
  equal(await textOf(["Bearer a b"]), '{"error":"invalid_request"}');
});

test("there is no other example", () => equal(codes.length, 5));

process.send(await run());
