/**
 * Session: the client under test.
 */
import { createSession } from "wasm-jwt/session";

export async function createClient({ username, password, storage, name }) {
  const counts = { refreshes: 0, lost: 0 };
  const session = createSession({ baseUrl: location.origin, name, storage });
  session.addEventListener("refreshed", ({ detail }) => {
    if (detail.by === "self") counts.refreshes++;
  });
  session.addEventListener("signedout", () => counts.lost++);
  return {
    signIn: () => session.signIn({ username, password }),
    call: (path) => session.fetch(path),
    counts,
  };
}
