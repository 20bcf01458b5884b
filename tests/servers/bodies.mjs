/**
 * Bodies: what a request carries arrives byte for byte, also when it is made again with a new token.
 */
import { deepEqual, equal } from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { expire } from "./account.mjs";
import { signedIn } from "./signed-in.mjs";

/**
 * Short enough to be on the server's side when it refuses: Django answers without reading the body, and
 * if Gunicorn then closes the connection, of a longer one the answer does not always arrive.
 */
const BYTES = randomBytes(20_000);
const TEXT = `{"text":"é\\u0000\u{1f600}"}`;

const JSON_TYPE = { "content-type": "application/json" };
const BYTES_TYPE = { "content-type": "application/octet-stream" };

/** By name, `{ sent, body, headers }`: the bytes that have to arrive, and what `fetch` is given. */
const KINDS = {
  bytes: { sent: BYTES, body: BYTES, headers: BYTES_TYPE },
  "a buffer": {
    sent: BYTES,
    body: BYTES.buffer.slice(BYTES.byteOffset, BYTES.byteOffset + BYTES.length),
    headers: BYTES_TYPE,
  },
  "a blob": { sent: BYTES, body: new Blob([BYTES]), headers: BYTES_TYPE },
  text: { sent: TEXT, body: TEXT, headers: JSON_TYPE },
  "form fields": { sent: "a=%C3%A9+1", body: new URLSearchParams({ a: "é 1" }) },
};

export default async function (test, backend) {
  /** Its token has expired, and its clock is a minute late: it cannot know. */
  const late = () =>
    signedIn(backend, { now: () => Date.now() / 1_000 - 60 }, ({ access, refresh }) => ({
      access: expire(access, backend.secret),
      refresh,
    }));

  for (const [name, { sent, ...init }] of Object.entries(KINDS)) {
    await test(`post_body_retried_intact: ${name}`, async () => {
      const { session, requests } = await late();
      const response = await session.fetch("api/echo/", { method: "POST", ...init });
      const length = Buffer.byteLength(sent);
      const sha256 = createHash("sha256").update(sent).digest("hex");
      deepEqual([response.status, await response.json()], [200, { sha256, length }]);
      deepEqual(requests, [
        { path: "/api/echo/", status: 401 },
        { path: "/api/token/refresh/", status: 200 },
        { path: "/api/echo/", status: 200 },
      ]);
      session.dispose();
    });
  }

  await test("stream_body_not_retried: its 401 is the answer", async () => {
    const { session, requests } = await late();
    const init = { method: "POST", duplex: "half", headers: BYTES_TYPE };
    const body = new Blob([BYTES]).stream();
    equal((await session.fetch("api/echo/", { ...init, body })).status, 401);
    deepEqual(requests, [{ path: "/api/echo/", status: 401 }]);
    session.dispose();
  });
}
