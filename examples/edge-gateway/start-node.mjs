/**
 * Starts the gateway on Node: `node start-node.mjs [PORT]`, 8787 unless it says otherwise. Settings
 * are environment variables. It listens on this machine only: something in front of it ends TLS.
 */
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import gateway from "./gateway.mjs";

// Once: looking into the real environment is slow.
const env = { ...process.env };

const server = createServer(async (incoming, outgoing) => {
  try {
    const request = requestOf(incoming);
    const response = request
      ? await gateway.fetch(request, env)
      : new Response(null, { status: 400 });
    await send(response, incoming, outgoing);
  } catch (error) {
    // The gateway's own messages are about settings, and hold no value of them.
    console.error(error.message);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end();
  }
});

server.listen(Number(process.argv[2] ?? 8787), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/  (Ctrl-C stops)`);
});

/** What came, as a `Request`; `undefined` if it is nothing to hand on, such as `OPTIONS *`. */
function requestOf(incoming) {
  const { method, url, rawHeaders } = incoming;
  if (!url.startsWith("/") || ["CONNECT", "TRACE", "TRACK"].includes(method)) return undefined;
  const headers = new Headers();
  // Not `incoming.headers`, which leaves out the second header of a name.
  for (let i = 0; i < rawHeaders.length; i += 2) headers.append(rawHeaders[i], rawHeaders[i + 1]);
  const address = `http://${incoming.headers.host ?? ""}${url}`;
  if (!URL.canParse(address)) return undefined;
  const hasBody = "content-length" in incoming.headers || "transfer-encoding" in incoming.headers;
  if (!hasBody || method === "GET" || method === "HEAD") {
    return new Request(address, { method, headers });
  }
  return new Request(address, { method, headers, body: Readable.toWeb(incoming), duplex: "half" });
}

async function send(response, incoming, outgoing) {
  const { status, headers, body } = response;
  const fields = [...headers].filter(([name]) => name !== "set-cookie");
  outgoing.writeHead(status, [...fields, ...headers.getSetCookie().map(cookie)].flat());
  // Whoever is refused may still be sending what nobody is going to read.
  if (!incoming.complete) incoming.resume();
  if (!body) return void outgoing.end();
  try {
    await pipeline(Readable.fromWeb(body), outgoing);
  } catch {
    // Either side may leave in the middle of an answer.
    outgoing.destroy();
  }
}

/** Each is a header of its own: they cannot be joined by commas. */
function cookie(value) {
  return ["set-cookie", value];
}
