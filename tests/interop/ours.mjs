/**
 * This package, as the other libraries are asked: a list of requests, a list of answers.
 *
 * A request is `{ sign, algorithm, secret }` or `{ token, secret, options }`. An answer is
 * `{ token }`, `{ claims }` or `{ refused }`, which tells why.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";

export async function makeOurs() {
  const { encode, verify } = createRequire(join(project, "package.json"))("wasm-jwt");
  return {
    name: "wasm-jwt",
    mapOptions: (options) => options,
    ask: async (requests) =>
      requests.map(({ sign, algorithm, token, secret, options }) => {
        try {
          if (sign) return { token: encode(sign, secret, { algorithm }) };
          return { claims: verify(token, secret, options).payload };
        } catch (error) {
          return { refused: `${error.code ?? error.name}: ${error.message}` };
        }
      }),
  };
}
