/**
 * Starts the gateway on Deno: `deno serve --allow-env --allow-net start-deno.mjs`. Settings are
 * environment variables. Deno hands over its connection where Workers hand over `env`.
 */
import gateway from "./gateway.mjs";

const env = Deno.env.toObject();

export default { fetch: (request) => gateway.fetch(request, env) };
