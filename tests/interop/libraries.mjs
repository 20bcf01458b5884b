/**
 * The libraries with all their keys: what each has, reads and writes.
 */
import { jose, version as joseVersion } from "./jose.mjs";
import { KINDS } from "./key-kinds.mjs";
import { hasMlDsa, makeNode24 } from "./node24.mjs";
import { makeOpenssl } from "./openssl.mjs";
import { makeOursWithKeys } from "./ours.mjs";
import { makePython } from "./python.mjs";

const ALL = Object.keys(KINDS);
const ML_DSA = ALL.filter((kind) => kind.startsWith("ML-DSA"));
const CLASSIC = ALL.filter((kind) => !ML_DSA.includes(kind));

/** The forms that everyone reads. */
const PUBLIC = ["jwk public", "spki"];
const PRIVATE = ["jwk", "pkcs8"];

/**
 * Resolves to `{ ours, others }`, lists of libraries: `kinds` of keys, less the algorithms it `lacks`;
 * the private forms that it `signs` with and the public ones that it `verifies` with. One that is
 * `raw` signs whatever a header says.
 */
export async function makeLibraries(report, { python, pyjwt }) {
  const joserfc = await makePython(python, "by_joserfc.py");
  const cryptography = await makePython(python, "by_cryptography.py");
  report.say(`joserfc: ${joserfc.version}, cryptography: ${cryptography.version}`);

  // As far as the host goes: no host has ES256K.
  const lacks = ["ES256K", ...((await hasMlDsa()) ? [] : ML_DSA)];
  const ours = [
    { ...makeOursWithKeys("wasm-jwt/full"), kinds: ALL },
    { ...makeOursWithKeys("wasm-jwt"), kinds: ALL, lacks },
  ];
  const others = [
    {
      ...jose,
      kinds: CLASSIC.filter((kind) => kind !== "secp256k1"),
      signs: PRIVATE,
      verifies: [...PUBLIC, "x509"],
      thumbprints: true,
    },
    {
      ...pyjwt,
      kinds: CLASSIC,
      lacks: ["Ed25519"],
      signs: [...PRIVATE, "pkcs1", "sec1"],
      verifies: [...PUBLIC, "pkcs1 public"],
    },
    {
      name: "joserfc",
      ...joserfc,
      kinds: CLASSIC,
      signs: [...PRIVATE, "pkcs1", "sec1", "encrypted"],
      verifies: [...PUBLIC, "pkcs1 public", "x509"],
      thumbprints: true,
    },
    {
      name: "cryptography",
      ...cryptography,
      kinds: ALL,
      signs: [...PRIVATE, "pkcs1", "sec1", "encrypted"],
      verifies: [...PUBLIC, "pkcs1 public", "x509"],
      raw: true,
    },
    ...(await opensslIfThere(report)),
  ];
  const node24 = await makeNode24();
  if (node24.absent) report.skip("interop: ML-DSA by Node 24", node24.absent);
  else {
    report.say(`node for ML-DSA: ${node24.version}, jose there: ${joseVersion}`);
    const common = { kinds: ML_DSA, signs: PRIVATE, verifies: PUBLIC };
    const signs = [...PRIVATE, "encrypted"];
    others.push({ ...node24.library("crypto"), ...common, signs, raw: true });
    others.push({ ...node24.library("jose"), ...common });
    ours.push({ ...node24.library("wasm-jwt"), ...common });
  }
  for (const library of [...ours, ...others]) library.lacks ??= [];
  return { ours, others };
}

async function opensslIfThere(report) {
  const openssl = await makeOpenssl();
  if (openssl.absent) {
    report.skip("interop: openssl", openssl.absent);
    return [];
  }
  report.say(`openssl: ${openssl.version}`);
  if (!ML_DSA.every((kind) => openssl.kinds.includes(kind))) {
    const reason = `OpenSSL 3.5 or later has it, and this is ${openssl.version}`;
    report.skip("interop: ML-DSA by openssl", reason);
  }
  const signs = ["pkcs8", "pkcs1", "sec1", "encrypted"];
  return [{ ...openssl, signs, verifies: ["spki", "pkcs1 public", "x509"], raw: true }];
}
