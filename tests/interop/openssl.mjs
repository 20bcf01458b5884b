/**
 * The second opinion of the command `openssl`, which knows no JWT and no JWK: this module puts the
 * tokens together.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How many commands run at a time. */
const AT_ONCE = 4;

const GENERATE = {
  rsa: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
  ...Object.fromEntries(
    ["P-256", "P-384", "P-521", "secp256k1"].map((curve) => [
      curve,
      ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${curve}`],
    ]),
  ),
  Ed25519: ["-algorithm", "ED25519"],
  "ML-DSA-44": ["-algorithm", "ML-DSA-44"],
  "ML-DSA-65": ["-algorithm", "ML-DSA-65"],
  "ML-DSA-87": ["-algorithm", "ML-DSA-87"],
};

/** PBES2 (RFC 8018) with each cipher and each hash at least once. */
const ENCRYPTIONS = [
  ["aes-128-cbc", "hmacWithSHA256"],
  ["aes-192-cbc", "hmacWithSHA384"],
  ["aes-256-cbc", "hmacWithSHA512"],
];

/** The length of r and of s, in bytes. */
const FIELD_BYTES = { ES256: 32, ES384: 48, ES512: 66, ES256K: 32 };

/** Or `{ absent }`, which tells why there is none. */
export async function makeOpenssl() {
  let version;
  try {
    version = (await run("openssl", ["version"])).stdout.trim();
  } catch (error) {
    return { absent: `no command openssl: ${error.message}` };
  }
  const [, major] = /^OpenSSL (\d+)/.exec(version) ?? [];
  if (!(major >= 3)) return { absent: `the command openssl is ${version}, and not OpenSSL 3` };
  const { stdout } = await run("openssl", ["list", "-public-key-algorithms"]);
  const kinds = Object.keys(GENERATE).filter(
    (kind) => !kind.startsWith("ML-DSA") || stdout.includes(kind),
  );
  return { name: "openssl", version, kinds, ask };
}

async function ask(requests) {
  const folder = await mkdtemp(join(tmpdir(), "interop-"));
  try {
    const answers = new Array(requests.length);
    let next = 0;
    const work = async () => {
      while (next < requests.length) {
        const at = next++;
        // Its files, and none of another request's.
        const put = async (name, content) => {
          const path = join(folder, `${at}.${name}`);
          await writeFile(path, content, { mode: 0o600 });
          return path;
        };
        answers[at] = await answer(requests[at], put);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return answers;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function answer({ make: kind, sign, says, algorithm, key, token, ...request }, put) {
  try {
    if (kind) return { keys: await make(kind, request.passphrase, put) };
    const keyFile = await put("key.pem", key.value);
    if (sign) {
      const parts = [{ alg: says ?? algorithm, typ: "JWT" }, sign];
      const signed = parts.map((part) => encode(Buffer.from(JSON.stringify(part)))).join(".");
      const signature = await makeSignature(algorithm, keyFile, key.passphrase, signed, put);
      return { token: `${signed}.${encode(signature)}` };
    }
    const [header, payload, signature] = token.split(".");
    if (parse(header).alg !== algorithm) throw new Error("another algorithm");
    const bytes = Buffer.from(signature, "base64url");
    const fieldBytes = FIELD_BYTES[algorithm];
    if (fieldBytes && bytes.length !== 2 * fieldBytes) throw new Error("another length");
    const signedFile = await put("signed", `${header}.${payload}`);
    const signatureFile = await put("signature", fieldBytes ? derOf(bytes) : bytes);
    const publicFile =
      key.form === "x509"
        ? await put("public.pem", await out(["x509", "-in", keyFile, "-noout", "-pubkey"]))
        : keyFile;
    await checkSignature(algorithm, publicFile, signedFile, signatureFile);
    return { claims: parse(payload) };
  } catch (error) {
    return { refused: `${error.stderr || error.message}`.trim().split("\n").slice(-2).join(" | ") };
  }
}

async function makeSignature(algorithm, key, passphrase, signed, put) {
  const file = await put("signed", signed);
  const open = passphrase ? ["-passin", `pass:${passphrase}`] : [];
  if (!hashOf(algorithm)) {
    return bytes(["pkeyutl", "-sign", "-rawin", "-inkey", key, ...open, "-in", file]);
  }
  const args = ["dgst", hashOf(algorithm), ...padding(algorithm), "-sign", key, ...open];
  const signature = await bytes([...args, file]);
  return FIELD_BYTES[algorithm] ? rawOf(signature, FIELD_BYTES[algorithm]) : signature;
}

/** Throws if it does not hold. */
function checkSignature(algorithm, key, signed, signature) {
  if (!hashOf(algorithm)) {
    const files = ["-inkey", key, "-in", signed, "-sigfile", signature];
    return out(["pkeyutl", "-verify", "-rawin", "-pubin", ...files]);
  }
  const args = ["dgst", hashOf(algorithm), ...padding(algorithm), "-verify", key];
  return out([...args, "-signature", signature, signed]);
}

function hashOf(algorithm) {
  const length = /^[REP]S(\d{3})/.exec(algorithm)?.[1];
  return length && `-sha${length}`;
}

function padding(algorithm) {
  if (!algorithm.startsWith("PS")) return [];
  return ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"];
}

async function make(kind, passphrase, put) {
  const pkcs8 = await out(["genpkey", ...GENERATE[kind]]);
  const file = await put("key.pem", pkcs8);
  const encrypted = ENCRYPTIONS.map(async ([cipher, prf]) => {
    const to = ["-topk8", "-v2", cipher, "-v2prf", prf, "-passout", `pass:${passphrase}`];
    const value = await out(["pkcs8", "-in", file, ...to]);
    return { form: `encrypted: ${cipher}, ${prf}`, value, passphrase };
  });
  const subject = ["-subj", "/CN=interop", "-days", "3650"];
  const keys = [
    { form: "pkcs8", value: pkcs8 },
    ...(await Promise.all(encrypted)),
    { form: "spki", value: await out(["pkey", "-in", file, "-pubout"]) },
    { form: "x509", value: await out(["req", "-x509", "-new", "-key", file, ...subject]) },
  ];
  const traditional = () => out(["pkey", "-in", file, "-traditional"]);
  if (kind === "rsa") {
    keys.push({ form: "pkcs1", value: await traditional() });
    keys.push({
      form: "pkcs1 public",
      value: await out(["rsa", "-in", file, "-RSAPublicKey_out"]),
    });
  }
  if (/^P-|^secp/.test(kind)) keys.push({ form: "sec1", value: await traditional() });
  return keys;
}

async function out(args) {
  return (await run("openssl", args)).stdout;
}

async function bytes(args) {
  return (await run("openssl", args, { encoding: "buffer" })).stdout;
}

/** r and s, from DER (RFC 3279 §2.2.3). */
function rawOf(der, fieldBytes) {
  // The length of the SEQUENCE takes a second byte if it is 128 or more.
  let at = der[1] === 0x81 ? 3 : 2;
  const field = () => {
    const length = der[at + 1];
    const number = der.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    const raw = Buffer.alloc(fieldBytes);
    const digits = number[0] === 0 ? number.subarray(1) : number;
    digits.copy(raw, fieldBytes - digits.length);
    return raw;
  };
  return Buffer.concat([field(), field()]);
}

/** DER, from r and s. */
export function derOf(raw) {
  const field = (bytes) => {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0) start++;
    const digits = bytes.subarray(start);
    const number = digits[0] >= 0x80 ? [0, ...digits] : [...digits];
    return [0x02, number.length, ...number];
  };
  const half = raw.length / 2;
  const fields = [...field(raw.subarray(0, half)), ...field(raw.subarray(half))];
  const length = fields.length >= 0x80 ? [0x81, fields.length] : [fields.length];
  return Buffer.from([0x30, ...length, ...fields]);
}

function parse(part) {
  return JSON.parse(Buffer.from(part, "base64url"));
}

function encode(bytes) {
  return bytes.toString("base64url");
}
