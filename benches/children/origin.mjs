/**
 * An origin that costs next to nothing, in a process of its own: prints its address, and answers every
 * request with a few bytes until it is ended.
 */
import { createServer } from "node:http";

const server = createServer((request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end('{"hello":"ada"}');
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
