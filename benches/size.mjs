/**
 * Bytes on the wire: what a bundler ships for a realistic import, ours and the peers'.
 */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const IMPORTS = [
  ["wasm-jwt: verify, decode", 'export { verify, decode } from "wasm-jwt"'],
  ["wasm-jwt/slim without the wasm", 'export { verify, decode, initSync } from "wasm-jwt/slim"'],
  ["wasm-jwt/decode: decode", 'export { decode } from "wasm-jwt/decode"'],
  ["jose: jwtVerify, decodeJwt", 'export { jwtVerify, decodeJwt } from "jose"'],
  ["jose: decodeJwt", 'export { decodeJwt } from "jose"'],
  ["hono/jwt: verify, decode", 'export { verify, decode } from "hono/jwt"'],
  ["jwt-decode: jwtDecode", 'export { jwtDecode } from "jwt-decode"'],
];

console.log("| import | raw | gzip | brotli |\n| --- | --: | --: | --: |");
for (const [name, contents] of IMPORTS) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    platform: "browser",
    write: false,
  });
  const code = outputFiles[0].contents;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const sizes = [code, gzipSync(code, { level: 9 }), brotliCompressSync(code, quality)];
  console.log(`| ${name} | ${sizes.map(({ length }) => length).join(" | ")} |`);
}
