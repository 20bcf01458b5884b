/**
 * Alone: a client without single flight, for comparison: tokens in localStorage, and every call that
 * finds the access token expired refreshes it for itself.
 */
import { decode } from "wasm-jwt/decode";

export function createClient({ username, password, name }) {
  const counts = { refreshes: 0, lost: 0 };

  const post = (path, body) =>
    fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  async function signIn() {
    const response = await post("/api/token/", { username, password });
    if (!response.ok) throw new Error(`signing in: ${response.status}`);
    localStorage.setItem(name, await response.text());
  }

  async function access() {
    const { access, refresh } = JSON.parse(localStorage.getItem(name));
    if (decode(access).payload.exp > Date.now() / 1_000) return access;
    counts.refreshes++;
    const response = await post("/api/token/refresh/", { refresh });
    if (response.ok) {
      const text = await response.text();
      localStorage.setItem(name, text);
      return JSON.parse(text).access;
    }
    // Here a user would see the page for signing in.
    counts.lost++;
    await signIn();
    return JSON.parse(localStorage.getItem(name)).access;
  }

  const call = async (path) =>
    fetch(path, { headers: { authorization: `Bearer ${await access()}` } });

  return { signIn, call, counts };
}
