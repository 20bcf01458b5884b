/**
 * Page server: tests/page/server.mjs with a witness in the page, and a record of what is asked for.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { SUB_PATH, serve } from "../page/server.mjs";

/**
 * Resolves to `{ address, requests, close }`: the page's address, on a sub-path, and the record, which
 * grows.
 *
 * @param {number} now when the page's clock stands, in seconds
 */
export async function servePage(now) {
  const page = await serve();
  const witness = await readFile(new URL("witness.js", import.meta.url));
  // Before whatever the page loads, and after the policies that are in its head.
  const first = `<script src="${WITNESS}" data-now="${now * 1_000}"></script><link`;
  /** @type {{ method: string, path: string, headers: object, status: number }[]} */
  const requests = [];

  const answer = async ({ method, url: path, headers }, response) => {
    if (path === WITNESS) {
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(witness);
      return;
    }
    const got = await fetch(page.origin + path, { method });
    const body = Buffer.from(await got.arrayBuffer());
    requests.push({ method, path, headers, status: got.status });
    const type = got.headers.get("content-type");
    const own = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];
    const passed = [...got.headers].filter(([name]) => !own.includes(name));
    response.writeHead(got.status, Object.fromEntries(passed));
    response.end(type.startsWith("text/html") ? body.toString().replace("<link", first) : body);
  };
  const server = createServer((request, response) => {
    // A browser that has what it wants may hang up.
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${SUB_PATH}`,
    requests,
    close() {
      server.close();
      server.closeAllConnections();
      page.close();
    },
  };
}

const WITNESS = "/witness.js";
