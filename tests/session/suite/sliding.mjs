/**
 * Sliding tokens: one token, renewed before it expires, until it cannot be any more.
 */
import { equal, ok } from "../../js/harness.mjs";
import { begin, failure } from "../begin.mjs";

export default function (test, { api }) {
  const sliding = (backend, options) =>
    begin(api, { mode: "sliding", backend: { sliding: true, ...backend }, ...options });

  test("sliding_refresh_before_exp: never refused, for an hour", async (time) => {
    const { session, backend, refreshes, types } = await sliding();
    await time.advance(3_600);
    ok(refreshes() >= 12 && refreshes() <= 15, `${refreshes()}`);
    ok(backend.requests.every(({ status }) => status === 200));
    ok(!types().includes("expired"));
    equal(session.tokens.refresh, undefined);
    session.dispose();
  });
  test("sliding_same_second_identical: the same token again is no failure", async () => {
    const { session, backend, types } = await sliding();
    const { access } = session.tokens;
    backend.next("/api/token/refresh/", () => backend.reply(200, { token: access }));
    equal(await session.getToken({ force: true }), access);
    equal(types(), ["signedin", "refreshed"]);
    session.dispose();
  });
  test("reauth-needed when it cannot be renewed again, then expired, without a refused request", async (time) => {
    const { session, backend, told } = await sliding({ refreshLifetime: 700 });
    const start = Date.now() / 1_000;
    await time.advance(1_200);
    const [, { at }] = told.find(([type]) => type === "reauth-needed");
    ok(at > start + 700 && at <= start + 1_000, `${at - start}`);
    ok(backend.requests.every(({ status }) => status === 200));
    equal(told.at(-1)[1].reason, "expired");
    equal((await failure(session.getToken())).reason, "expired");
    session.dispose();
  });
}
