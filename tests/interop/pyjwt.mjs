/**
 * The second opinion of PyJWT, asked through pyjwt.py.
 */
import { join } from "node:path";
import { root } from "../packed.mjs";
import { runProgram } from "../runtimes/child.mjs";

const SECONDS = 120;

/** PyJWT does not choose by the key, so a caller without a list names all that the key is good for. */
const ALGORITHMS = ["HS256", "HS384", "HS512"];

export async function makePyjwt(python) {
  const script = join(root, "tests/interop/pyjwt.py");
  const run = async (requests) => {
    const options = { seconds: SECONDS, input: JSON.stringify(requests) };
    return JSON.parse(await runProgram(python, [script], options));
  };
  const { version } = await run([]);
  return {
    name: "PyJWT",
    version,
    mapOptions,
    ask: async (requests) => (await run(requests)).answers,
  };
}

/** PyJWT's arguments, or `undefined` if one of our options is unknown to it. */
function mapOptions({ now, algorithms = ALGORITHMS, clockTolerance = 0, ...options }) {
  if (typeof clockTolerance !== "number") return undefined;
  const { requiredClaims, issuer, audience, subject, ...unknown } = options;
  if (Object.keys(unknown).length > 0) return undefined;
  const required = requiredClaims && { options: { require: requiredClaims } };
  const claims = { issuer, audience, subject };
  return { now, arguments: { algorithms, leeway: clockTolerance, ...claims, ...required } };
}
