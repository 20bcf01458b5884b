/**
 * Server: a fake backend over HTTP, on a free port of this machine, with pages and a few odd paths.
 *
 * `/redirect?to=URL` redirects there; what a client gives up before it is answered is not done.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { createBackend } from "./fake-backend.mjs";

/**
 * `files`: `{ type, text }` by path. `cors`: headers for other origins, or none.
 * Resolves to `{ origin, backend, close }`.
 */
export async function startServer({ files = {}, cors = {}, ...options } = {}) {
  const backend = createBackend({ now: () => Date.now() / 1_000, ...options });
  const server = createServer(async (incoming, outgoing) => {
    for (const [name, value] of Object.entries(cors)) outgoing.setHeader(name, value);
    const url = new URL(incoming.url, `http://${incoming.headers.host}`);
    const file = files[url.pathname];
    // Node would add one of its own.
    outgoing.sendDate = false;
    if (file) return outgoing.writeHead(200, { "content-type": file.type }).end(file.text);
    if (incoming.method === "OPTIONS") return outgoing.writeHead(204).end();
    if (url.pathname === "/redirect") {
      backend.requests.push({ path: "/redirect", headers: incoming.headers, status: 302 });
      return outgoing.writeHead(302, { location: url.searchParams.get("to") }).end();
    }
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const request = new Request(url, {
      method: incoming.method,
      headers: incoming.headers,
      signal: gone.signal,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    try {
      const response = await backend.handle(request);
      const headers = Object.fromEntries(response.headers);
      outgoing.writeHead(response.status, headers).end(Buffer.from(await response.arrayBuffer()));
    } catch {
      outgoing.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, backend, close };
}
