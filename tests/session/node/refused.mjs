/** A script whose refresh is refused, with nothing else that keeps Node: prints what it is told. */
import { createSession } from "wasm-jwt/session";

const session = createSession({
  baseUrl: "https://api.test/",
  fetch: async () => Response.json({ code: "token_not_valid", detail: "no" }, { status: 401 }),
});
// exp: 1, exp: 2
await session.adopt({ access: "e30.eyJleHAiOjF9.x", refresh: "e30.eyJleHAiOjJ9.x" });
await session.getToken({ force: true }).catch(({ code }) => console.log(code));
