/**
 * `bearer`: token, nothing, or an error.
 */
import { equal, mistypes, ok } from "../../js/harness.mjs";
import { requestOf } from "./requests.mjs";

export default function (test, { edge: { AuthError, bearer } }) {
  const refused = (fn, code) => {
    let error;
    try {
      fn();
    } catch (thrown) {
      error = thrown;
    }
    ok(error instanceof AuthError, `${error}`);
    equal([error.name, error.code], ["AuthError", code]);
    return error;
  };

  test("the token is given as it stands", () => {
    equal(bearer(requestOf(["Bearer a.b.c"])), "a.b.c");
    equal(bearer(requestOf(["bEARER   aZ09-._~+/=="])), "aZ09-._~+/==");
  });

  test("no header, or another scheme: undefined", () => {
    for (const values of [[], [""], ["Basic YTph"], ["a.b.c"], ["Basic a", "Digest b"]]) {
      equal(bearer(requestOf(values)), undefined);
    }
  });

  test("malformed: an error that says how to answer", async () => {
    for (const values of [["Bearer"], ["Bearer a b"], ["Bearer a", "Bearer b"], ["Bearer \xe9"]]) {
      const error = refused(() => bearer(requestOf(values)), "ERR_AUTH_INVALID_REQUEST");
      equal([error.status, error.error], [400, "invalid_request"]);
      const response = error.getResponse();
      equal(response.status, 400);
      equal(response.headers.get("www-authenticate"), 'Bearer error="invalid_request"');
      equal(await response.text(), '{"error":"invalid_request"}');
    }
  });

  test("exactly maxTokenBytes are taken, and not one more", () => {
    equal(bearer(requestOf(["Bearer 12345"]), { maxTokenBytes: 5 }), "12345");
    refused(
      () => bearer(requestOf(["Bearer 123456"]), { maxTokenBytes: 5 }),
      "ERR_AUTH_INVALID_TOKEN",
    );
    const longest = "a".repeat(262_144);
    equal(bearer(requestOf([`Bearer ${longest}`])), longest);
    refused(() => bearer(requestOf([`Bearer ${longest}a`])), "ERR_AUTH_INVALID_TOKEN");
  });

  test("maxTokenBytes is a whole number above 0", () => {
    for (const maxTokenBytes of [0, -1, 1.5, NaN, "5", null]) {
      mistypes(() => bearer(requestOf(["Bearer a"]), { maxTokenBytes }), /maxTokenBytes/);
    }
  });

  test("no message holds the header", () => {
    const error = refused(
      () => bearer(requestOf(["Bearer s3cret t0ken"])),
      "ERR_AUTH_INVALID_REQUEST",
    );
    equal(error.message, "request refused: invalid_request");
    ok(!`${error.stack}`.includes("s3cret"));
  });
}
