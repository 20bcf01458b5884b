/**
 * Hosts: issuers on the loopback address, and the pages served with the policy of their own only.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves the pages without a policy in the headers, so that what their HTML says is what holds. */
export function serveBare() {
  return listen(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    const file = path.startsWith("/pkg/")
      ? join(root, "pkg/dist", path.slice("/pkg/".length))
      : join(root, "www", path === "/" ? "index.html" : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": MEDIA_TYPES[extname(file)] ?? "text/plain" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/**
 * A host that answers a path as `answers` says: a value as JSON, text as it is, a function by itself.
 * Whatever it is asked stands in `asked`.
 *
 * @param {Record<string, any>} answers
 * @param {{ cors?: boolean }} [options] `cors`: whether other pages may read what it says
 */
export async function serveHost(answers, { cors = true } = {}) {
  const asked = [];
  const host = await listen((request, response) => {
    asked.push(request);
    if (cors) response.setHeader("access-control-allow-origin", "*");
    const answer = answers[request.url];
    if (typeof answer === "function") return answer(response);
    if (answer === undefined) response.statusCode = 404;
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer ?? "no such page"));
  });
  return { ...host, asked };
}

async function listen(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const name = `127.0.0.1:${server.address().port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { name, origin: `http://${name}`, close };
}
