/**
 * Starts the gateway on Bun: `bun start-bun.mjs`. Settings are environment variables, and `PORT`, 8787
 * unless it says otherwise. It listens on this machine only: something in front of it ends TLS.
 */
import gateway from "./gateway.mjs";

const env = { ...process.env };

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: env.PORT || 8787,
  // Without it, Bun shows whoever asks the source beside an error.
  development: false,
  fetch: (request) => gateway.fetch(request, env),
});

console.log(`http://127.0.0.1:${server.port}/  (Ctrl-C stops)`);
