/**
 * Sessions: `wasm-jwt/session` and what simplejwt really answers, in Node, on Gunicorn.
 *
 * As settings.mjs: by name, `given`, the settings of a server of its own, and `run(test, backend)`.
 */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { expire } from "./account.mjs";
import bodies from "./bodies.mjs";
import refusals, { ACCESS_SECONDS } from "./refusals.mjs";
import { failure, signedIn } from "./signed-in.mjs";

export default {
  session: {
    given: { ACCESS_SECONDS },
    async run(test, backend) {
      await refusals(test, backend);
      await bodies(test, backend);
    },
  },

  "session and changed passwords": {
    given: { CHECK_REVOKE: 1 },
    async run(test, backend) {
      await test("password_changed_is_the_answer_after_one_refresh_and_no_loop", async () => {
        const { session, account, refreshes } = await signedIn(backend);
        equal((await session.fetch("api/me/")).status, 200);
        const { username } = account;
        await backend.client.control("change_password", { username, password: "another" });
        for (const _ of [1, 2]) {
          const response = await session.fetch("api/me/");
          deepEqual([response.status, (await response.json()).code], [401, "password_changed"]);
          // A new token is to be had, with the old password's hash in it.
          equal(refreshes(), 1);
        }
        equal(session.getSnapshot().status, "signed-in");
        await session.signIn({ username, password: "another" });
        equal((await session.fetch("api/me/")).status, 200);
        session.dispose();
      });
    },
  },

  "session, no rotation": {
    given: { ROTATE: 0 },
    async run(test, backend) {
      await test("a_refresh_token_that_is_not_replaced_is_kept", async () => {
        const { session } = await signedIn(backend);
        const { access, refresh } = session.tokens;
        notEqual(await session.getToken({ force: true }), access);
        equal(session.tokens.refresh, refresh);
        session.dispose();
      });
    },
  },

  "session, scheme JWT": {
    given: { SCHEMES: "JWT" },
    async run(test, backend) {
      await test("scheme_JWT opens, and Bearer does not", async () => {
        for (const [options, status] of [
          [{ scheme: "JWT" }, 200],
          [{ scheme: "jwt" }, 401],
          [{}, 401],
        ]) {
          const { session } = await signedIn(backend, options);
          equal((await session.fetch("api/me/")).status, status);
          session.dispose();
        }
      });
    },
  },

  "session, X-Access-Token": {
    given: { HEADER: "HTTP_X_ACCESS_TOKEN" },
    async run(test, backend) {
      await test("header_X_ACCESS_TOKEN opens, and Authorization does not", async () => {
        for (const [options, status] of [
          [{ header: "X-ACCESS-TOKEN" }, 200],
          [{}, 401],
        ]) {
          const { session } = await signedIn(backend, options);
          equal((await session.fetch("api/me/")).status, status);
          session.dispose();
        }
      });
    },
  },

  "session, sliding": {
    given: { SLIDING: 1, ACCESS_SECONDS: 10 },
    async run(test, backend) {
      const sliding = {
        mode: "sliding",
        paths: { obtain: "api/sliding/", refresh: "api/sliding/refresh/" },
      };

      await test("sliding_refresh_before_exp, unasked, and the session goes on", async () => {
        // The longest that there is: two fifths of the life, which a slow machine may need.
        const { session, told } = await signedIn(backend, {
          ...sliding,
          autoRefresh: true,
          ahead: 9,
        });
        const { exp, refresh_exp } = session.tokens.claims;
        await new Promise((done) => session.addEventListener("refreshed", done, { once: true }));
        ok(session.tokens.claims.exp > exp);
        equal(session.tokens.claims.refresh_exp, refresh_exp);
        equal((await session.fetch("api/me/")).status, 200);
        equal(told.filter(([type]) => type === "signedout").length, 0);
        session.dispose();
      });

      await test("sliding_same_second_identical is no failure", async () => {
        const { session, told } = await signedIn(backend, sliding);
        await session.getToken({ force: true });
        equal((await session.fetch("api/me/")).status, 200);
        deepEqual(
          told.map(([type]) => type),
          ["signedin", "refreshed"],
        );
        session.dispose();
      });

      await test("sliding_after_exp_signs_out", async () => {
        const { session, account } = await signedIn(backend, sliding);
        await session.adopt({ access: expire(account.token, backend.secret) });
        const error = await failure(session.getToken());
        deepEqual([error.code, error.reason], ["ERR_SESSION_SIGNED_OUT", "refused"]);
        session.dispose();
      });
    },
  },
};
