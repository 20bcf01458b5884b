/**
 * Server: the page as `cargo xtask demo` serves it, with its Content Security Policy.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The page is served here too, because it has to work from a sub-path. */
export const SUB_PATH = "/some/where/";

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types wasm-jwt";

const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves www/ at `/` and pkg/dist at `/pkg/`, on the loopback address only. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const file = fileOf(new URL(request.url, "http://localhost").pathname);
    const type = MEDIA_TYPES[extname(file)] ?? "text/plain";
    const headers = { "content-security-policy": POLICY, "content-type": type };
    try {
      const body = await readFile(file);
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404, headers).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function fileOf(pathname) {
  const path = pathname.startsWith(SUB_PATH) ? pathname.slice(SUB_PATH.length) : pathname.slice(1);
  const within = normalize(`/${path === "" ? "index.html" : path}`);
  if (within.startsWith("/pkg/")) return join(root, "pkg/dist", within.slice("/pkg/".length));
  return join(root, "www", within);
}
