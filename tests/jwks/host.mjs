/**
 * Host: a server on this machine whose every path answers as a test tells it to.
 *
 * `PUT /control/NAME` with `{ status, headers, body, base64, mode, refusesPreflight }` says how
 * `/keys/NAME` answers from then on; `GET /control/NAME` lists the requests that it got, once all of
 * its answers are over, so that a client that stops reading is waited for, and seen.
 */
import { once } from "node:events";
import { createServer } from "node:http";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "*",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "*",
};

const CHUNK = Buffer.alloc(64 * 1024, 0x20);

/** Resolves to `{ origin, close }`. */
export async function startHost() {
  const places = new Map();
  const placeOf = (name) => {
    if (!places.has(name)) places.set(name, { answer: {}, requests: [], open: new Set() });
    return places.get(name);
  };
  const server = createServer(async (request, response) => {
    const [, kind, name] = new URL(request.url, "http://any").pathname.split("/");
    const place = placeOf(name);
    for (const [header, value] of Object.entries(CORS)) response.setHeader(header, value);
    if (kind === "control") {
      await control(place, request, response);
    } else if (request.method === "OPTIONS") {
      response.writeHead(place.answer.refusesPreflight ? 403 : 204).end();
    } else {
      place.requests.push({ method: request.method, url: request.url, headers: request.headers });
      const over = once(response, "close").then(() => place.open.delete(over));
      place.open.add(over);
      await answer(place.answer, request, response);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

async function control(place, request, response) {
  if (request.method === "PUT") {
    let text = "";
    for await (const chunk of request) text += chunk;
    place.answer = JSON.parse(text);
    response.end("{}");
  } else if (request.method === "GET") {
    await Promise.all(place.open);
    response.end(JSON.stringify(place.requests));
  } else {
    response.end();
  }
}

async function answer(given, request, response) {
  const { status = 200, headers = {}, body = "", base64 = false, mode } = given;
  if (mode === "reset") return request.socket.destroy();
  // Whoever gives up closes; nobody else ends these.
  if (mode === "no headers") return;
  const { etag } = headers;
  const isKnown = etag !== undefined && request.headers["if-none-match"] === etag;
  response.writeHead(isKnown && mode !== "always 200" ? 304 : status, headers);
  if (isKnown && mode !== "always 200") return response.end();
  if (mode === "no end") return response.write(body);
  if (mode === "endless") {
    const more = () => {
      while (!response.destroyed && response.write(CHUNK));
    };
    response.on("drain", more);
    return more();
  }
  if (mode === "ten megabytes") return response.end(Buffer.alloc(10 << 20, 0x20));
  if (mode === "cut off") {
    response.write(body);
    return setTimeout(() => request.socket.destroy(), 10);
  }
  response.end(base64 ? Buffer.from(body, "base64") : body);
}
