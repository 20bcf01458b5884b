/** A worker that signs in at the origin that is posted to it, and says what came of everything. */
import { createSession, watch } from "wasm-jwt/session";

export default {
  async fetch(request) {
    const baseUrl = await request.text();
    const session = createSession({ baseUrl });
    const events = [];
    for (const type of ["signedin", "refreshed", "signedout"]) {
      session.addEventListener(type, () => events.push(type));
    }
    await session.signIn({ username: "ada", password: "right" });
    const first = await session.getToken();
    const second = await session.getToken({ force: true });
    const { status } = await session.fetch("me/", { method: "POST", body: "zoë" });
    const redirect = `redirect?to=${encodeURIComponent("http://elsewhere.invalid/")}`;
    const { code } = await session.fetch(redirect).catch((error) => error);
    const other = createSession({ baseUrl });
    const shared = await other.getToken().catch((error) => error.code);
    const { state } = watch(second).getSnapshot();
    await session.signOut();
    return Response.json({ renewed: first !== second, status, code, shared, state, events });
  },
};
