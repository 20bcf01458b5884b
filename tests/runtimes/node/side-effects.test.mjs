/**
 * Importing compiles nothing and leaves no global behind: the first call does the work.
 */
import { createRequire } from "node:module";
import { createHarness, equal } from "../../js/harness.mjs";

const compiled = [];
for (const name of ["Module", "Instance"]) {
  WebAssembly[name] = class extends WebAssembly[name] {
    constructor(...args) {
      super(...args);
      compiled.push(name);
    }
  };
}
for (const name of ["compile", "instantiate", "compileStreaming", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = (...args) => {
    compiled.push(name);
    return original(...args);
  };
}

const require = createRequire(import.meta.url);
const ENTRIES = ["wasm-jwt", "wasm-jwt/slim", "wasm-jwt/decode"];
const SECRET = "a secret of thirty-two bytes: ok";
const TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.3j4WH5i22lEllFV_Jt6zVpFGtH0cGvgloqUhcy_Bdy0";

const globals = () => Reflect.ownKeys(globalThis).map(String).sort();
const { test, run } = createHarness();

test("importing and requiring each entry compiles nothing and adds no global", async () => {
  const before = globals();
  for (const entry of ENTRIES) {
    await import(entry);
    require(entry);
  }
  equal(compiled, []);
  equal(globals(), before);
});

test("wrong arguments are told without compiling", async () => {
  const { createVerifier, decode, verify } = await import("wasm-jwt");
  const unknown = { notAnOption: 1 };
  for (const call of [
    () => decode(5),
    () => verify(TOKEN, SECRET, unknown),
    () => createVerifier(SECRET, unknown),
  ]) {
    try {
      call();
    } catch (error) {
      equal(error.name, "TypeError");
    }
  }
  equal(compiled, []);
});

test("wasm-jwt/decode never compiles", async () => {
  equal((await import("wasm-jwt/decode")).decode(TOKEN).payload, {});
  equal(compiled, []);
});

test("the first call compiles once, those after it no more", async () => {
  const { Key, decode, verify } = await import("wasm-jwt");
  equal(decode(TOKEN).payload, {});
  equal(compiled, ["Module", "Instance"]);
  equal(verify(TOKEN, Key.fromSecret(SECRET)).payload, {});
  equal(compiled, ["Module", "Instance"]);
});

test("init compiles ahead, off the main thread, and once", async () => {
  compiled.length = 0;
  const { init, verify } = require("wasm-jwt");
  await init();
  equal(compiled, ["compile", "Instance"]);
  equal(verify(TOKEN, SECRET).payload, {});
  equal(compiled, ["compile", "Instance"]);
});

test("init twice instantiates once", async () => {
  compiled.length = 0;
  await (await import("wasm-jwt")).init();
  equal(compiled.includes("Instance"), false);
});

process.send(await run());
