/**
 * Static server: folders over HTTP on a free port of this machine, with a policy for each page.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves `pages`, which are `{ html, policy }` by path, and the files of `folders`, the first that
 * has it. Resolves to `{ origin, close }`.
 */
export async function serve(folders, pages) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://any").pathname);
    const page = pages[path];
    if (page?.policy) response.setHeader("content-security-policy", page.policy);
    const body = page ? page.html : await readFirst(folders, path);
    if (body === undefined) {
      response.writeHead(404).end();
    } else {
      const type = TYPES[page ? ".html" : extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(body);
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, close };
}

async function readFirst(folders, path) {
  for (const folder of folders) {
    const file = resolve(folder, `.${path}`);
    if (!file.startsWith(resolve(folder) + sep)) continue;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) return bytes;
  }
  return undefined;
}
