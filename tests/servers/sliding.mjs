/**
 * Sliding: one token, which is renewed before its `exp`, and never after it.
 */
import { deepEqual, equal } from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";
import { changeLetter, makeAccount } from "./account.mjs";

export default async function (test, backend) {
  const { client, secret } = backend;
  const { decode, encode } = createRequire(join(project, "package.json"))("wasm-jwt");
  const refresh = (token) => client.post("/api/sliding/refresh/", { token });

  await test("sliding_token_opens_and_a_changed_one_does_not", async () => {
    const { token } = await makeAccount(backend, "/api/sliding/");
    const me = async (token) =>
      (await client.get("/api/me/", { authorization: `Bearer ${token}` })).status;
    equal(await me(token), 200);
    equal(await me(changeLetter(token, -20)), 401);
  });

  await test("refresh_keeps_jti_and_refresh_exp", async () => {
    const { token } = await makeAccount(backend, "/api/sliding/");
    const { status, body } = await refresh(token);
    equal(status, 200);
    const kept = (token) => {
      const { jti, refresh_exp } = decode(token).payload;
      return { jti, refresh_exp };
    };
    deepEqual(kept(body.token), kept(token));
  });

  await test("refresh_is_refused_after_exp_and_after_refresh_exp", async () => {
    const { token } = await makeAccount(backend, "/api/sliding/");
    const { payload } = decode(token);
    const statusWith = async (claims) =>
      (await refresh(encode({ ...payload, ...claims }, secret))).status;
    equal(await statusWith({}), 200);
    equal(await statusWith({ exp: payload.iat - 1 }), 401);
    equal(await statusWith({ refresh_exp: payload.iat - 1 }), 401);
  });
}
