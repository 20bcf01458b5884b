/** A worker with a session of its own: says whether it has the page's token. */
import { createSession } from "/session.js";

const session = createSession({ baseUrl: "/" });
session.getToken().then(
  (token) => postMessage(token),
  (error) => postMessage(error.code),
);
