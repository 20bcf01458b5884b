/**
 * The second opinion of jose, which uses the host's WebCrypto.
 */
import { createRequire } from "node:module";
import { SignJWT, jwtVerify } from "jose";

const encoder = new TextEncoder();

/** Our options that are jose's too, by its name for them. */
const OPTIONS = {
  algorithms: "algorithms",
  issuer: "issuer",
  audience: "audience",
  subject: "subject",
  typ: "typ",
  requiredClaims: "requiredClaims",
  clockTolerance: "clockTolerance",
  maxAge: "maxTokenAge",
};

export const { version } = createRequire(import.meta.url)("jose/package.json");

export const jose = {
  name: "jose",

  /** jose's options, or `undefined` if one of ours is unknown to it. */
  mapOptions({ now, ...options }) {
    const mapped = { currentDate: new Date(now * 1_000) };
    for (const [name, value] of Object.entries(options)) {
      if (!Object.hasOwn(OPTIONS, name)) return undefined;
      mapped[OPTIONS[name]] = value;
    }
    return mapped;
  },

  ask: (requests) => Promise.all(requests.map(answer)),
};

async function answer({ sign, algorithm, token, secret, options }) {
  const key = encoder.encode(secret);
  try {
    if (sign) {
      const header = { alg: algorithm, typ: "JWT" };
      return { token: await new SignJWT(sign).setProtectedHeader(header).sign(key) };
    }
    return { claims: (await jwtVerify(token, key, options)).payload };
  } catch (error) {
    return { refused: `${error.code ?? error.name}: ${error.message}` };
  }
}
