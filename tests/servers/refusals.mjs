/**
 * Refusals: what a session makes of a server that refuses a token, a user or a password, or fails.
 */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { failure, signedIn } from "./signed-in.mjs";

/** Of the backend. */
export const ACCESS_SECONDS = 300;

export default async function (test, backend) {
  const { client } = backend;

  await test("deleted_user_is_500_and_no_sign_out_and_the_token_is_used_to_its_end", async () => {
    let passed = 0;
    const now = () => Date.now() / 1_000 + passed;
    const { session, account, requests, refreshes, told } = await signedIn(backend, { now });
    await client.control("delete_user", { username: account.username });
    const token = session.tokens.access;
    for (const _ of [1, 2, 3]) {
      const error = await failure(session.getToken({ force: true }));
      deepEqual([error.code, error.status], ["ERR_SESSION_UNAVAILABLE", 500]);
      equal(await session.getToken(), token);
    }
    const failed = told.filter(([type]) => type === "refreshfailed");
    const retries = failed.map(([, { retryAt }]) => typeof retryAt);
    // After the third, nothing is tried again unasked.
    deepEqual(retries, ["number", "number", "undefined"]);
    passed = ACCESS_SECONDS + 10;
    equal((await failure(session.getToken())).code, "ERR_SESSION_UNAVAILABLE");
    equal(refreshes(), 3);
    equal(session.getSnapshot().status, "signed-in");
    equal(requests.filter(({ status }) => status === 500).length, 3);
    session.dispose();
  });

  await test("refresh_500_not_signed_out, and the next one mends it", async () => {
    const { session, told } = await signedIn(backend);
    await client.control("answer_next", { status: 500, headers: {} });
    const before = session.tokens.access;
    equal((await failure(session.getToken({ force: true }))).status, 500);
    notEqual(await session.getToken({ force: true }), before);
    equal((await session.fetch("api/me/")).status, 200);
    equal(told.filter(([type]) => type === "signedout").length, 0);
    session.dispose();
  });

  await test("429_retry_after: not before the server said so", async () => {
    const { session, refreshes } = await signedIn(backend);
    const headers = { "Retry-After": "100" };
    await client.control("answer_next", { status: 429, headers });
    const start = Date.now() / 1_000;
    const error = await failure(session.getToken({ force: true }));
    equal(error.status, 429);
    ok(error.retryAt >= start + 100, `${error.retryAt - start}`);
    // Unforced, the token that is there is given, and nobody is asked.
    await session.getToken({ minValidity: ACCESS_SECONDS });
    equal(refreshes(), 1);
    session.dispose();
  });

  await test("user_inactive_signs_out_once", async () => {
    const { session, account, told } = await signedIn(backend);
    await client.control("deactivate_user", { username: account.username });
    const used = await session.fetch("api/me/");
    deepEqual([used.status, (await used.json()).code], [401, "user_inactive"]);
    const error = await failure(session.getToken());
    deepEqual([error.code, error.reason], ["ERR_SESSION_SIGNED_OUT", "refused"]);
    equal(told.filter(([type]) => type === "signedout").length, 1);
    session.dispose();
  });

  await test("sign_out_blacklists_the_refresh_token_and_not_the_access_token", async () => {
    const { session, requests } = await signedIn(backend);
    const { access, refresh } = session.tokens;
    await session.signOut();
    deepEqual(requests.at(-1), { path: "/api/token/blacklist/", status: 200 });
    const { status, body } = await client.post("/api/token/refresh/", { refresh });
    deepEqual([status, body.code], [401, "token_not_valid"]);
    const authorization = `Bearer ${access}`;
    equal((await client.get("/api/me/", { authorization })).status, 200);
    equal((await failure(session.getToken())).reason, "signed-out");
    session.dispose();
  });

  await test("refresh_401_signs_out: a refresh token that somebody else has used", async () => {
    const { session, told } = await signedIn(backend);
    const { refresh } = session.tokens;
    equal((await client.post("/api/token/refresh/", { refresh })).status, 200);
    const error = await failure(session.getToken({ force: true }));
    deepEqual([error.code, error.reason], ["ERR_SESSION_SIGNED_OUT", "refused"]);
    const [, { serverCode }] = told.find(([type]) => type === "signedout");
    equal(serverCode, "token_not_valid");
    session.dispose();
  });

  await test("a_wrong_password_is_told_by_code", async () => {
    const { session, account } = await signedIn(backend);
    const { username } = account;
    const error = await failure(session.signIn({ username, password: "another" }));
    deepEqual([error.code, error.status], ["ERR_SESSION_REFUSED", 401]);
    equal((await session.fetch("api/me/")).status, 200);
    session.dispose();
  });
}
