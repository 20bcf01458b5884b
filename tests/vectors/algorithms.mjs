/**
 * Makes algorithms.json: for each algorithm a key pair and a token, by implementations that are none
 * of ours: Node's own crypto, and for ML-DSA the Python package cryptography.
 *
 * `PYTHON=… node tests/vectors/algorithms.mjs`, where PYTHON has tests/interop/requirements.txt.
 * New keys each time; `--check` makes nothing and asks whether the tokens of the file hold.
 */
import { execFileSync } from "node:child_process";
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAYLOAD = '{"iss":"vectors","sub":"ada","iat":1700000000,"exp":1800000000}';

const file = new URL("algorithms.json", import.meta.url);

const LENGTHS = [256, 384, 512];
const pss = (length) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: length / 8 });
const raw = { dsaEncoding: "ieee-p1363" };

/** What Node calls each algorithm: the hash, the options of a signature, and the key. */
const BY_NODE = {
  ...byLength("RS", (length) => ({ hash: `sha${length}`, options: {}, key: "rsa" })),
  ...byLength("PS", (length) => ({ hash: `sha${length}`, options: pss(length), key: "rsa" })),
  ES256: { hash: "sha256", options: raw, key: "p-256" },
  ES384: { hash: "sha384", options: raw, key: "p-384" },
  ES512: { hash: "sha512", options: raw, key: "p-521" },
  ES256K: { hash: "sha256", options: raw, key: "secp256k1" },
  EdDSA: { hash: null, options: {}, key: "ed25519" },
  Ed25519: { hash: null, options: {}, key: "ed25519" },
};

const MAKES = {
  rsa: () => generateKeyPairSync("rsa", { modulusLength: 2048 }),
  "p-256": () => generateKeyPairSync("ec", { namedCurve: "prime256v1" }),
  "p-384": () => generateKeyPairSync("ec", { namedCurve: "secp384r1" }),
  "p-521": () => generateKeyPairSync("ec", { namedCurve: "secp521r1" }),
  secp256k1: () => generateKeyPairSync("ec", { namedCurve: "secp256k1" }),
  ed25519: () => generateKeyPairSync("ed25519"),
};

const BY_PYTHON = ["ML-DSA-44", "ML-DSA-65", "ML-DSA-87"];

if (process.argv.includes("--check")) check(JSON.parse(readFileSync(file, "utf8")));
else writeFileSync(file, `${JSON.stringify([...rowsByNode(), ...rowsByPython()], null, 1)}\n`);

function byLength(family, of) {
  return Object.fromEntries(LENGTHS.map((length) => [`${family}${length}`, of(length)]));
}

function rowsByNode() {
  // One pair for all algorithms of a kind.
  const pairs = Object.fromEntries(Object.entries(MAKES).map(([name, make]) => [name, make()]));
  return Object.entries(BY_NODE).map(([alg, { hash, options, key: kid }]) => {
    const { privateKey, publicKey } = pairs[kid];
    const input = signingInput(alg);
    const signature = sign(hash, Buffer.from(input), { key: privateKey, ...options });
    return {
      alg,
      privateJwk: { kid, ...privateKey.export({ format: "jwk" }) },
      publicJwk: { kid, ...publicKey.export({ format: "jwk" }) },
      privatePem: privateKey.export({ format: "pem", type: "pkcs8" }),
      publicPem: publicKey.export({ format: "pem", type: "spki" }),
      token: `${input}.${signature.toString("base64url")}`,
    };
  });
}

function rowsByPython() {
  const made = askPython(BY_PYTHON.map((alg) => ({ alg, input: signingInput(alg) })));
  return made.map(({ seed, pub, privatePem, publicPem, signature }, at) => {
    const alg = BY_PYTHON[at];
    const publicJwk = { kid: alg.toLowerCase(), kty: "AKP", alg, pub };
    return {
      alg,
      privateJwk: { ...publicJwk, priv: seed },
      publicJwk,
      privatePem,
      publicPem,
      token: `${signingInput(alg)}.${signature}`,
    };
  });
}

function check(rows) {
  const algs = [...Object.keys(BY_NODE), ...BY_PYTHON];
  if (rows.map(({ alg }) => alg).join() !== algs.join()) throw new Error("other algorithms");
  const asked = [];
  for (const { alg, privateJwk, publicJwk, privatePem, publicPem, token } of rows) {
    const at = token.lastIndexOf(".");
    const [input, signature] = [token.slice(0, at), token.slice(at + 1)];
    if (input !== signingInput(alg)) throw new Error(`${alg}: another header or payload`);
    if (!Object.hasOwn(BY_NODE, alg)) {
      const { pub, priv: seed } = privateJwk;
      if (pub !== publicJwk.pub) throw new Error(`${alg}: not one pair`);
      asked.push({ alg, input, signature, pub, seed, privatePem, publicPem });
      continue;
    }
    const { hash, options } = BY_NODE[alg];
    for (const key of [
      createPublicKey(publicPem),
      createPublicKey(privatePem),
      createPublicKey({ key: publicJwk, format: "jwk" }),
      createPublicKey(createPrivateKey({ key: privateJwk, format: "jwk" })),
    ]) {
      const bytes = Buffer.from(signature, "base64url");
      if (verify(hash, Buffer.from(input), { key, ...options }, bytes)) continue;
      throw new Error(`${alg}: the signature does not hold`);
    }
  }
  askPython(asked);
}

/** Has ml_dsa.py make keys and signatures, or check them. */
function askPython(requests) {
  const script = fileURLToPath(new URL("ml_dsa.py", import.meta.url));
  const options = { input: JSON.stringify(requests), encoding: "utf8" };
  return JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], options));
}

function signingInput(alg) {
  const header = JSON.stringify({ alg, typ: "JWT" });
  return [header, PAYLOAD].map((text) => Buffer.from(text).toString("base64url")).join(".");
}
