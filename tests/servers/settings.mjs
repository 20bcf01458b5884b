/**
 * Settings: what simplejwt does otherwise when it is set otherwise, shown on Gunicorn.
 *
 * By name: `given`, the settings of a server of its own, and `run(test, backend)`.
 */
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { algorithmSettings } from "./algorithms.mjs";
import { makeAccount } from "./account.mjs";
import sliding from "./sliding.mjs";

const ORIGIN = "http://pages.test";
const ELSEWHERE = "http://elsewhere.test/";

export default {
  ...algorithmSettings,

  "sliding tokens": { given: { SLIDING: 1 }, run: sliding },

  "scheme JWT in X-Access-Token": {
    given: { SCHEMES: "JWT", HEADER: "HTTP_X_ACCESS_TOKEN" },
    async run(test, backend) {
      await test("only_this_scheme_in_only_this_header_opens", async () => {
        const { access } = await makeAccount(backend);
        const statusWith = async (headers) =>
          (await backend.client.get("/api/me/", { headers })).status;
        equal(await statusWith({ "x-access-token": `JWT ${access}` }), 200);
        equal(await statusWith({ "x-access-token": `Bearer ${access}` }), 401);
        equal(await statusWith({ authorization: `JWT ${access}` }), 401);
      });
    },
  },

  "no rotation": {
    given: { ROTATE: 0 },
    async run(test, backend) {
      await test("refresh_gives_an_access_token_alone_and_works_again", async () => {
        const { refresh } = await makeAccount(backend);
        for (const _ of [1, 2]) {
          const { status, body } = await backend.client.post("/api/token/refresh/", { refresh });
          deepEqual([status, Object.keys(body)], [200, ["access"]]);
        }
      });
    },
  },

  "rotation without blacklist": {
    given: { BLACKLIST: 0 },
    async run(test, backend) {
      await test("old_refresh_token_lives_on", async () => {
        const { refresh } = await makeAccount(backend);
        for (const _ of [1, 2]) {
          const { status, body } = await backend.client.post("/api/token/refresh/", { refresh });
          equal(status, 200);
          notEqual(body.refresh, refresh);
        }
      });
    },
  },

  "revocation by password": {
    given: { CHECK_REVOKE: 1 },
    async run(test, { client, ...backend }) {
      await test("changed_password_is_401_with_a_code_and_refresh_does_not_mend_it", async () => {
        const { username, access, refresh } = await makeAccount({ client, ...backend });
        const me = async (token) => {
          const { status, body } = await client.get("/api/me/", {
            authorization: `Bearer ${token}`,
          });
          return [status, body.code];
        };
        deepEqual(await me(access), [200, undefined]);
        await client.control("change_password", { username, password: "another" });
        deepEqual(await me(access), [401, "password_changed"]);
        const { status, body } = await client.post("/api/token/refresh/", { refresh });
        equal(status, 200);
        deepEqual(await me(body.access), [401, "password_changed"]);
      });
    },
  },

  "pages of another origin": {
    given: { CORS_ORIGINS: ORIGIN, CORS_EXPOSES_DATE: 1 },
    async run(test, { client }) {
      await test("named_origin_may_ask_and_read_date_and_others_may_not", async () => {
        const asked = async (origin) =>
          (await client.post("/api/token/", {}, { headers: { origin } })).headers;
        const headers = await asked(ORIGIN);
        equal(headers.get("access-control-allow-origin"), ORIGIN);
        equal(headers.get("access-control-expose-headers"), "Date");
        equal((await asked("http://other.test")).get("access-control-allow-origin"), null);
      });
    },
  },

  "pages of another origin, Date not exposed": {
    given: { CORS_ORIGINS: ORIGIN, REDIRECT: ELSEWHERE },
    async run(test, { client, ...backend }) {
      await test("named_origin_may_ask_and_not_read_date", async () => {
        const { headers } = await client.post("/api/token/", {}, { headers: { origin: ORIGIN } });
        equal(headers.get("access-control-allow-origin"), ORIGIN);
        equal(headers.get("access-control-expose-headers"), null);
      });
      await test("redirect_leads_elsewhere_for_those_who_may", async () => {
        const { access } = await makeAccount({ client, ...backend });
        const authorization = `Bearer ${access}`;
        const { status, headers } = await client.get("/api/redirect/", { authorization });
        deepEqual([status, headers.get("location")], [302, ELSEWHERE]);
        equal((await client.get("/api/redirect/")).status, 401);
      });
    },
  },

  "ordered answers": {
    given: {},
    async run(test, { client, ...backend }) {
      for (const [status, given] of [
        [429, { "Retry-After": "1" }],
        [500, {}],
      ]) {
        await test(`next_refresh_is_${status}_and_the_one_after_it_is_not`, async () => {
          const { refresh } = await makeAccount({ client, ...backend });
          await client.control("answer_next", { status, headers: given });
          const ask = () => client.post("/api/token/refresh/", { refresh });
          const ordered = await ask();
          equal(ordered.status, status);
          equal(ordered.headers.get("retry-after"), given["Retry-After"] ?? null);
          equal((await ask()).status, 200);
        });
      }
      await test("text_is_translated_and_codes_are_not", async () => {
        const ask = async (language) => {
          const headers = { "accept-language": language, authorization: "Bearer x" };
          return (await client.get("/api/me/", { headers })).body;
        };
        const [english, german] = [await ask("en"), await ask("de")];
        match(english.detail, /not valid/);
        notEqual(german.detail, english.detail);
        deepEqual([english.code, german.code], ["token_not_valid", "token_not_valid"]);
      });
    },
  },
};
