/**
 * Size: what a bundler ships for a realistic import, ours and the peers', and what in our wasm is
 * whose: `node benches/size.mjs [WASM_WITH_NAMES WASM_AS_SHIPPED]...`.
 */
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { table } from "./tables.mjs";
import { versions } from "./versions.mjs";
import { costs } from "./wasm-costs.mjs";

const IMPORTS = [
  ["wasm-jwt: verify, decode", 'export { verify, decode } from "wasm-jwt"'],
  ["wasm-jwt/slim without the wasm", 'export { verify, decode, initSync } from "wasm-jwt/slim"'],
  ["wasm-jwt/decode: decode", 'export { decode } from "wasm-jwt/decode"'],
  ["wasm-jwt/jwks: createRemoteKeySet", 'export { createRemoteKeySet } from "wasm-jwt/jwks"'],
  ["jose: createRemoteJWKSet", 'export { createRemoteJWKSet } from "jose"'],
  ["jose: jwtVerify, decodeJwt", 'export { jwtVerify, decodeJwt } from "jose"'],
  ["jose: decodeJwt", 'export { decodeJwt } from "jose"'],
  ["hono/jwt: verify, decode", 'export { verify, decode } from "hono/jwt"'],
  ["jwt-decode: jwtDecode", 'export { jwtDecode } from "jwt-decode"'],
];

const packages = Object.entries(versions()).map(([name, version]) => `${name} ${version}`);
console.log(`\nBytes on the wire, bundled and minified by esbuild\n${packages.join(", ")}\n`);
const rows = [];
for (const [name, contents] of IMPORTS) rows.push([name, ...compressed(await bundle(contents))]);
console.log(table(["import", "raw:", "gzip:", "brotli:"], rows));

const wasms = process.argv.slice(2);
for (let at = 0; at < wasms.length; at += 2) printCosts(wasms[at], wasms[at + 1]);

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    platform: "browser",
    write: false,
  });
  return outputFiles[0].contents;
}

/** The lengths: raw, gzip, brotli. */
function compressed(code) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const forms = [code, gzipSync(code, { level: 9 }), brotliCompressSync(code, quality)];
  return forms.map(({ length }) => length);
}

function printCosts(named, shipped) {
  const { owners, code } = costs(readFileSync(named));
  const wasm = readFileSync(shipped);
  const own = costs(wasm);
  const percent = (bytes) => ((100 * bytes) / wasm.length).toFixed(1);
  console.log(`\n${shipped}: ${wasm.length} bytes, brotli ${compressed(wasm)[2]}\n`);
  const sections = own.sections.map(([name, bytes]) => [name, bytes, percent(bytes)]);
  console.log(table(["section", "bytes:", "%:"], sections));
  console.log("\nWhose code it is; inlined code counts for the function that it is in.\n");
  const share = (bytes) => ((100 * bytes) / code).toFixed(1);
  const cells = owners.map(([owner, bytes]) => [owner, bytes, share(bytes)]);
  console.log(table(["crate, or module of ours", "bytes:", "% of code:"], cells));
  if (code !== own.code)
    console.log(`\nwithout names, the code is ${own.code - code} bytes longer`);
}
