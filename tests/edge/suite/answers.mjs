/**
 * Answers: status, headers and body of every case.
 */
import { equal } from "../../js/harness.mjs";
import { casesOf, expectedOf, seen } from "../cases.mjs";
import { edgeApp, honoApp, requestOf } from "./requests.mjs";

export default function (test, subject) {
  for (const [name, app] of Object.entries({ edge: edgeApp(subject), hono: honoApp(subject) })) {
    for (const { name: what, path, authorization, expected } of casesOf(subject.fixtures)) {
      test(`${name}, ${what}`, async () => {
        const response = await app(requestOf(authorization, path));
        const { status, headers } = response;
        equal(
          seen(status, (header) => headers.get(header), await response.text()),
          expectedOf(expected),
        );
      });
    }
  }
}
