/**
 * Exchange: what a client and the backend say to each other, the same behind every server.
 */
import { deepEqual, equal, match, notEqual, throws } from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";
import { changeLetter, makeAccount } from "./account.mjs";

/** Beyond the buffers of every proxy here, below nginx's limit. */
const BODY_BYTES = 300_000;

const AT_ONCE = 6;

export default async function (test, backend, { sendsDate }) {
  const { client, secret } = backend;
  const { decode, encode, verify } = createRequire(join(project, "package.json"))("wasm-jwt");
  const me = (authorization) => client.get("/api/me/", { authorization });
  const refresh = (refresh) => client.post("/api/token/refresh/", { refresh });

  await test("a_right_password_gives_a_pair_and_a_wrong_one_401", async () => {
    const { username, password, access, refresh } = await makeAccount(backend);
    equal(decode(access).payload.token_type, "access");
    equal(decode(refresh).payload.token_type, "refresh");
    const wrong = { username, password: changeLetter(password, 0) };
    equal((await client.post("/api/token/", wrong)).status, 401);
  });

  await test(`date_header_is_${sendsDate ? "present" : "absent"}`, async () => {
    const { headers } = await client.post("/api/token/", {});
    equal(headers.has("date"), sendsDate);
  });

  await test("access_token_opens_and_its_neighbours_do_not", async () => {
    const { username, access, refresh } = await makeAccount(backend);
    const opened = await me(`Bearer ${access}`);
    deepEqual([opened.status, opened.body.username], [200, username]);
    for (const other of [changeLetter(access, -20), refresh]) {
      const { status, body } = await me(`Bearer ${other}`);
      deepEqual([status, body.code], [401, "token_not_valid"]);
    }
  });

  await test("no_authorization_is_401_with_a_challenge", async () => {
    const { status, headers, body } = await me();
    deepEqual([status, body.code], [401, undefined]);
    equal(headers.get("www-authenticate"), 'Bearer realm="api"');
  });

  await test("lower_case_scheme_is_401_without_a_code", async () => {
    const { access } = await makeAccount(backend);
    const { status, body } = await me(`bearer ${access}`);
    deepEqual([status, body.code], [401, undefined]);
    equal((await me(`Bearer ${access}`)).status, 200);
  });

  await test("expired_access_token_is_401_and_the_same_before_its_exp_is_not", async () => {
    const { payload } = decode((await makeAccount(backend)).access);
    const until = (exp) => me(`Bearer ${encode({ ...payload, exp }, secret)}`);
    const { status, body } = await until(payload.iat - 1);
    deepEqual([status, body.code], [401, "token_not_valid"]);
    equal((await until(payload.exp)).status, 200);
  });

  await test("tokens_verify_here_under_the_secret_and_no_other", async () => {
    const { access, refresh } = await makeAccount(backend);
    const options = { algorithms: ["HS256"] };
    for (const token of [access, refresh]) {
      deepEqual(verify(token, secret, options).payload, decode(token).payload);
      const invalid = { code: "ERR_JWT_SIGNATURE_INVALID" };
      throws(() => verify(changeLetter(token, -20), secret, options), invalid);
      throws(() => verify(token, changeLetter(secret, 0), options), invalid);
    }
  });

  await test("refresh_rotates_and_the_old_token_is_dead", async () => {
    const old = await makeAccount(backend);
    const { status, body } = await refresh(old.refresh);
    equal(status, 200);
    notEqual(body.refresh, old.refresh);
    equal((await me(`Bearer ${body.access}`)).status, 200);
    const again = await refresh(old.refresh);
    deepEqual([again.status, again.body.code], [401, "token_not_valid"]);
    equal((await refresh(body.refresh)).status, 200);
  });

  await test("of_six_refreshes_at_once_one_succeeds", async () => {
    const account = await makeAccount(backend);
    const asked = Array.from({ length: AT_ONCE }, () => refresh(account.refresh));
    const answers = await Promise.all(asked);
    const counts = { 200: 0, 401: 0, others: 0 };
    for (const { status } of answers) counts[status in counts ? status : "others"]++;
    deepEqual(counts, { 200: 1, 401: AT_ONCE - 1, others: 0 });
    for (const { body } of answers.filter(({ status }) => status === 401)) {
      equal(body.code, "token_not_valid");
    }
  });

  await test("post_body_arrives_byte_for_byte", async () => {
    const authorization = `Bearer ${(await makeAccount(backend)).access}`;
    const body = randomBytes(BODY_BYTES);
    const expected = createHash("sha256").update(body).digest("hex");
    const echoed = await client.post("/api/echo/", body, { authorization });
    deepEqual([echoed.status, echoed.body], [200, { sha256: expected, length: BODY_BYTES }]);
    // Short: nobody reads the body of who is refused, and if much of it is on its way still when
    // Gunicorn closes the connection, nginx makes a 502 of the 401.
    equal((await client.post("/api/echo/", body.subarray(0, 100))).status, 401);
    const other = await client.post("/api/echo/", body.subarray(1), { authorization });
    notEqual(other.body.sha256, expected);
  });

  await test("missing_slash_is_301", async () => {
    const { status, headers } = await client.post("/api/token", {});
    equal(status, 301);
    match(headers.get("location"), /\/api\/token\/$/);
    // The nearest path that is there says what it misses.
    equal((await client.post("/api/token/", {})).status, 400);
  });

  await test("verify_takes_every_token_but_a_changed_one", async () => {
    const { access, refresh } = await makeAccount(backend);
    const ask = (token) => client.post("/api/token/verify/", { token });
    for (const token of [access, refresh]) {
      deepEqual(await ask(token).then(({ status, body }) => [status, body]), [200, {}]);
      const { status, body } = await ask(changeLetter(token, -20));
      deepEqual([status, body.code], [401, "token_not_valid"]);
    }
  });

  await test("blacklisted_refresh_token_is_dead_and_its_access_token_lives", async () => {
    const { access, refresh: token } = await makeAccount(backend);
    const { status, body } = await client.post("/api/token/blacklist/", { refresh: token });
    deepEqual([status, body], [200, {}]);
    const refused = await refresh(token);
    deepEqual([refused.status, refused.body.code], [401, "token_not_valid"]);
    equal((await client.post("/api/token/verify/", { token })).status, 400);
    equal((await me(`Bearer ${access}`)).status, 200);
  });

  await test("deactivated_user_is_401_everywhere", async () => {
    const { username, access, refresh: token } = await makeAccount(backend);
    equal((await client.control("deactivate_user", { username })).status, 200);
    equal((await refresh(token)).status, 401);
    const { status, body } = await me(`Bearer ${access}`);
    deepEqual([status, body.code], [401, "user_inactive"]);
  });

  await test("deleted_user_is_500_on_refresh_and_401_elsewhere", async () => {
    const { username, access, refresh: token } = await makeAccount(backend);
    const alive = await refresh(token);
    equal(alive.status, 200);
    equal((await client.control("delete_user", { username })).status, 200);
    equal((await refresh(alive.body.refresh)).status, 500);
    const { status, body } = await me(`Bearer ${access}`);
    deepEqual([status, body.code], [401, "user_not_found"]);
  });

  await test("control_is_refused_without_its_key", async () => {
    const send = (key) => client.post("/control/", { do: "ready" }, { headers: key });
    equal((await client.control("ready")).status, 200);
    equal((await send({})).status, 404);
    equal((await send({ "x-control-key": "0" })).status, 404);
  });
}
