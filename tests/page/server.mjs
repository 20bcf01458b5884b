/**
 * Server: the site that `cargo xtask site` made, with the headers that it asks for.
 *
 * SITE is its folder; default: target/site.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The site is served here too, because it has to work from a sub-path. */
export const SUB_PATH = "/some/where/";

/** The folder of the site. */
export const SITE = resolve(root, process.env.SITE ?? "target/site");

const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves the site at `/` and at `SUB_PATH`, on the loopback address only.
 *
 * `folder.path` may be set to another site while it runs, `folder.onRequest` is told every address.
 */
export async function serve(path = SITE) {
  const folder = { path, onRequest: (_) => {} };
  await readHeaders(path);
  const server = createServer(async (request, response) => {
    folder.onRequest(request.url);
    const file = fileOf(new URL(request.url, "http://any").pathname);
    const headers = (await readHeaders(folder.path))(file);
    const type = MEDIA_TYPES[extname(file)] ?? "text/plain";
    const body = await read(folder.path, file);
    if (body === undefined) response.writeHead(404, headers).end("not found");
    else response.writeHead(200, { ...headers, "content-type": type }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, folder, close };
}

/**
 * The rules of `_headers`, as a function that gives the headers of a file by its path below the root.
 *
 * @returns {Promise<(file: string) => Record<string, string>>}
 */
export async function readHeaders(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => {
    throw new Error(`${folder} is no site: cargo xtask site makes one`);
  });
  const rules = text.split(/\n(?=\/)/).map((rule) => {
    const [path, ...lines] = rule.trimEnd().split("\n");
    return { path, headers: Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/))) };
  });
  return (file) => {
    const fitting = rules.filter(({ path }) => path === "/*" || path === `/${file}`);
    return Object.assign({}, ...fitting.map(({ headers }) => headers));
  };
}

function fileOf(pathname) {
  const path = pathname.startsWith(SUB_PATH) ? pathname.slice(SUB_PATH.length) : pathname.slice(1);
  return path === "" ? "index.html" : decodeURIComponent(path);
}

async function read(folder, path) {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
