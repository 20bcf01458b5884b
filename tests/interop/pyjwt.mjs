/**
 * The second opinion of PyJWT, asked through pyjwt.py.
 */
import { makePython } from "./python.mjs";

/** PyJWT does not choose by the key, so a caller without a list names all that the key is good for. */
const ALGORITHMS = ["HS256", "HS384", "HS512"];

export async function makePyjwt(python) {
  const { version, ask } = await makePython(python, "pyjwt.py");
  return { name: "PyJWT", version, mapOptions, ask };
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
