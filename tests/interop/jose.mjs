/**
 * The second opinion of jose, which uses the host's WebCrypto.
 */
import { createRequire } from "node:module";
import {
  SignJWT,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  importJWK,
  importPKCS8,
  importSPKI,
  importX509,
  jwtVerify,
} from "jose";
import { KINDS } from "./key-kinds.mjs";

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

const IMPORTS = { pkcs8: importPKCS8, spki: importSPKI, x509: importX509 };

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

async function answer(request) {
  const { make: kind, thumbprint, sign, algorithm, token, options } = request;
  try {
    if (kind) return { keys: await make(KINDS[kind][0]) };
    if (thumbprint) return { thumbprint: await calculateJwkThumbprint(thumbprint) };
    const key = await keyOf(request);
    if (sign) {
      const header = { alg: algorithm, typ: "JWT" };
      return { token: await new SignJWT(sign).setProtectedHeader(header).sign(key) };
    }
    return {
      claims: (await jwtVerify(token, key, options ?? { algorithms: [algorithm] })).payload,
    };
  } catch (error) {
    return { refused: `${error.code ?? error.name}: ${error.message}` };
  }
}

function keyOf({ secret, key, algorithm }) {
  if (!key) return encoder.encode(secret);
  const { form, value } = key;
  // A key of jose is bound to an algorithm.
  return form.startsWith("jwk") ? importJWK(value, algorithm) : IMPORTS[form](value, algorithm);
}

async function make(algorithm) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return [
    { form: "jwk", value: await exportJWK(privateKey) },
    { form: "pkcs8", value: await exportPKCS8(privateKey) },
    { form: "jwk public", value: await exportJWK(publicKey) },
    { form: "spki", value: await exportSPKI(publicKey) },
  ];
}
