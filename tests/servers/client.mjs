/**
 * Client: plain requests to a backend, with nothing done by itself: no refresh, no redirect followed.
 */

/**
 * `{ get, post, control }` for the backend at `origin`; each resolves to `{ status, headers, body }`,
 * where `body` is what JSON says, or else the text.
 *
 * - `get(path, { authorization, headers })`
 * - `post(path, body, { authorization, headers })`: bytes go as they are, all else as JSON
 * - `control(name, arguments)`: an action of project/api/control.py
 */
export function createClient(origin, controlKey) {
  async function send(path, { authorization, headers, ...init }) {
    const response = await fetch(`${origin}${path}`, {
      ...init,
      redirect: "manual",
      headers: { ...headers, ...(authorization && { authorization }) },
    });
    return { status: response.status, headers: response.headers, body: await read(response) };
  }
  const post = (path, body, { headers, ...options } = {}) => {
    const isBytes = body instanceof Uint8Array;
    const type = isBytes ? "application/octet-stream" : "application/json";
    return send(path, {
      method: "POST",
      body: isBytes ? body : JSON.stringify(body),
      headers: { "content-type": type, ...headers },
      ...options,
    });
  };
  return {
    get: (path, options = {}) => send(path, options),
    post,
    control: (name, given = {}) =>
      post("/control/", { do: name, ...given }, { headers: { "x-control-key": controlKey } }),
  };
}

async function read(response) {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return isJson ? JSON.parse(text) : text;
}
