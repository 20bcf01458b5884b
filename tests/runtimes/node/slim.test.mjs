/**
 * `wasm-jwt/slim`: nothing before `init`, and everything after each way of it.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createHarness, equal, mistypes, ok, refuses } from "../../js/harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const bytes = readFileSync(fileURLToPath(import.meta.resolve("wasm-jwt/wasm-jwt.wasm")));
const arrayBuffer = () => new Uint8Array(bytes).buffer;

let count = 0;

/** A copy of the module that nobody has initialised. */
function fresh() {
  return import(`${import.meta.resolve("wasm-jwt/slim")}?${count++}`);
}

function works({ encode, verify }) {
  equal(verify(encode({ sub: "ada" }, SECRET), SECRET).payload, { sub: "ada" });
}

const { test, run } = createHarness();

test("before init every call is a TypeError that says what to do, and init still works", async () => {
  const slim = await fresh();
  const pattern = /^wasm-jwt\/slim: call init\(\) or initSync\(\) first$/;
  mistypes(() => slim.verify("e30.e30.", SECRET), pattern);
  mistypes(() => slim.encode({}, SECRET), pattern);
  mistypes(() => slim.decode("e30.e30."), pattern);
  mistypes(() => slim.createVerifier(SECRET), pattern);
  mistypes(() => slim.createSigner(SECRET), pattern);
  mistypes(() => slim.Key.fromSecret(SECRET), pattern);
  mistypes(() => slim.Key.fromJwk({ kty: "oct", k: "AA" }), pattern);
  mistypes(() => slim.Key.generate("HS256"), pattern);
  mistypes(() => slim.verify("e30.e30.", [SECRET]), pattern);
  slim.initSync(bytes);
  works(slim);
});

const SYNC = {
  "a Uint8Array": () => bytes,
  "an ArrayBuffer": arrayBuffer,
  "a WebAssembly.Module": () => new WebAssembly.Module(bytes),
};
for (const [name, source] of Object.entries(SYNC)) {
  test(`initSync with ${name}`, async () => {
    const slim = await fresh();
    equal(slim.initSync(source()), undefined);
    works(slim);
  });
}

const wasmHeaders = { "content-type": "application/wasm" };
const ASYNC = {
  ...SYNC,
  "a promise of bytes": async () => bytes,
  "a promise of a WebAssembly.Module": () => WebAssembly.compile(bytes),
  "a Response": () => new Response(bytes, { headers: wasmHeaders }),
  "a Response of no type": () => new Response(bytes),
  "a promise of a Response": async () => new Response(bytes, { headers: wasmHeaders }),
  "what fetch gives": () => fetch(`data:application/wasm;base64,${bytes.toString("base64")}`),
};
for (const [name, source] of Object.entries(ASYNC)) {
  test(`init with ${name}`, async () => {
    const slim = await fresh();
    equal(await slim.init(source()), undefined);
    works(slim);
  });
}

test("a second init changes nothing", async () => {
  const slim = await fresh();
  slim.initSync(bytes);
  const key = slim.Key.fromSecret(SECRET);
  const token = slim.encode({ a: 1 }, key);
  slim.initSync(bytes);
  await slim.init(bytes);
  equal(slim.verify(token, key).payload, { a: 1 });
});

test("bytes that are no wasm are a TypeError, not taken for blocked, and init can be tried again", async () => {
  for (const source of [new Uint8Array(8), new TextEncoder().encode("<!doctype html>")]) {
    const slim = await fresh();
    const error = thrown(() => slim.initSync(source));
    equal(error.name, "TypeError");
    const rejected = await slim.init(new Response(source)).catch((error) => error);
    equal(rejected.name, "TypeError");
    slim.initSync(bytes);
    works(slim);
  }
});

test("what is no wasm at all is a TypeError", async () => {
  for (const source of [undefined, null, "", {}, 5]) {
    const slim = await fresh();
    equal(thrown(() => slim.initSync(source)).name, "TypeError");
    equal((await slim.init(source).catch((error) => error)).name, "TypeError");
  }
});

test("a host that forbids wasm is told by code, at the first call", async () => {
  const slim = await fresh();
  const { Module } = WebAssembly;
  WebAssembly.Module = function () {
    throw new WebAssembly.CompileError("Wasm code generation disallowed by embedder");
  };
  try {
    const error = refuses(() => slim.initSync(bytes), { code: "ERR_JWT_WASM_BLOCKED" });
    ok(error.cause instanceof WebAssembly.CompileError);
  } finally {
    WebAssembly.Module = Module;
  }
  slim.initSync(bytes);
  works(slim);
});

function thrown(fn) {
  try {
    fn();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

process.send(await run());
