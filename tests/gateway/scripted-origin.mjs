/**
 * Scripted origin: says what it was asked, and does what a test wants by the path.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

const ANSWERS = {
  "/redirect": (response) => response.writeHead(302, { location: "/elsewhere" }).end(),
  "/missing": (response) => response.writeHead(404).end("not here"),
  "/cookies": (response) =>
    response.writeHead(200, ["set-cookie", "a=1", "set-cookie", "b=2"]).end(),
  "/gzip": (response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("unpacked")),
  // Whoever gives up closes.
  "/silent": () => {},
};

/**
 * Resolves to `{ origin, asked, close }`: `asked` counts the requests. By default an answer is JSON:
 * `{ method, url, fields, body }`, where `fields` are the header lines, as pairs, names in lower case.
 */
export async function startOrigin() {
  const host = { asked: 0 };
  const server = createServer(async (request, response) => {
    host.asked++;
    const { method, url, rawHeaders } = request;
    const answer = ANSWERS[new URL(url, "http://any").pathname];
    if (answer) return answer(response);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const fields = [];
    for (let i = 0; i < rawHeaders.length; i += 2) {
      fields.push([rawHeaders[i].toLowerCase(), rawHeaders[i + 1]]);
    }
    const body = Buffer.concat(chunks).toString();
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ method, url, fields, body }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  host.origin = `http://127.0.0.1:${server.address().port}`;
  host.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return host;
}
