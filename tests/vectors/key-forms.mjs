// Keys in every form, made by the openssl command line, with the JWK that node:crypto reads out of
// them: key-forms.json. Every run makes new keys, which nothing but these tests may use.
//
// Run: node tests/vectors/key-forms.mjs (OpenSSL 3 on the PATH)

import { execFileSync } from "node:child_process";
import { X509Certificate, createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "key-forms-"));
const passphrase = "correct horse, ünïcode 🐎";
const rows = [];

/** The output of openssl; `input` is its standard input. */
function openssl(args, input) {
  return execFileSync("openssl", args, { input, stdio: ["pipe", "pipe", "ignore"] });
}

const text = (args, input) => openssl(args, input).toString();
const der = (args, input) => openssl([...args, "-outform", "DER"], input).toString("base64");

/** A file that holds `content`, for what openssl does not read from its standard input. */
function file(content) {
  const path = join(folder, "input");
  writeFileSync(path, content);
  return path;
}

const publicJwk = (pem) => createPublicKey(pem).export({ format: "jwk" });
const privateJwk = (pem) => createPrivateKey(pem).export({ format: "jwk" });

/** A self-signed certificate, and the dates in it as seconds. */
function certificate(pkcs8, more = []) {
  const pem = text([
    "req",
    "-x509",
    "-key",
    file(pkcs8),
    "-subj",
    "/CN=test only",
    "-days",
    "30",
    ...more,
  ]);
  const { validFrom, validTo } = new X509Certificate(pem);
  return { pem, validity: [validFrom, validTo].map((date) => Date.parse(date) / 1000) };
}

/** One key in the forms that all kinds have. */
function common(name, pkcs8, { jwk = privateJwk(pkcs8), takes }) {
  const { kty, crv, n, e, x, y } = jwk;
  const only = JSON.parse(JSON.stringify({ kty, crv, n, e, x, y }));
  const spki = text(["pkey", "-pubout"], pkcs8);
  const { pem, validity } = certificate(pkcs8);
  // RFC 8410 gives a private key without the public one.
  const open = { jwk: only, private: jwk, takes, ...(kty === "OKP" && { half: true }) };
  const closed = { jwk: only, takes };
  rows.push(
    { name: `${name} pkcs8`, pem: pkcs8, same: true, ...open },
    {
      name: `${name} pkcs8 der`,
      form: "pkcs8",
      der: der(["pkcs8", "-topk8", "-nocrypt"], pkcs8),
      ...open,
    },
    { name: `${name} spki`, pem: spki, same: true, ...closed },
    { name: `${name} spki der`, form: "spki", der: der(["pkey", "-pubout"], pkcs8), ...closed },
    { name: `${name} certificate`, pem, validity, ...closed },
    { name: `${name} certificate der`, form: "x509", der: der(["x509"], pem), validity, ...closed },
  );
  return { open, closed, spki, certificate: pem, validity };
}

// RSA.
const rsaTakes = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
const newRsa = (...options) =>
  text(["genpkey", "-algorithm", "RSA", ...options.flatMap((option) => ["-pkeyopt", option])]);
const rsa = newRsa("rsa_keygen_bits:2048");
const rsaRows = common("rsa", rsa, { takes: rsaTakes });
rows.push(
  { name: "rsa pkcs1", pem: text(["rsa", "-traditional"], rsa), ...rsaRows.open },
  { name: "rsa pkcs1 der", form: "pkcs1", der: der(["rsa", "-traditional"], rsa), ...rsaRows.open },
  { name: "rsa public pkcs1", pem: text(["rsa", "-RSAPublicKey_out"], rsa), ...rsaRows.closed },
  {
    name: "rsa public pkcs1 der",
    form: "pkcs1",
    der: der(["rsa", "-RSAPublicKey_out"], rsa),
    ...rsaRows.closed,
  },
);
const short = newRsa("rsa_keygen_bits:1024");
rows.push(
  {
    name: "rsa of 1024 bits",
    pem: short,
    reason: "rsa modulus not odd or not of 2048 to 8192 bits",
  },
  {
    name: "rsa of 1024 bits, public",
    pem: text(["pkey", "-pubout"], short),
    reason: "rsa modulus not odd or not of 2048 to 8192 bits",
  },
  {
    name: "rsa of three primes",
    pem: newRsa("rsa_keygen_bits:2048", "rsa_keygen_primes:3"),
    reason: "rsa key of more than two primes",
  },
);

// RSASSA-PSS. node:crypto gives no JWK of such keys, but of the RSAPrivateKey inside.
function pss(name, takes, options, reason) {
  const args = ["rsa_keygen_bits:2048", ...options].flatMap((option) => ["-pkeyopt", option]);
  const pkcs8 = text(["genpkey", "-algorithm", "RSA-PSS", ...args]);
  if (reason) {
    rows.push(
      { name, pem: pkcs8, reason },
      { name: `${name}, public`, pem: text(["pkey", "-pubout"], pkcs8), reason },
    );
    return;
  }
  const structure = text(["asn1parse"], pkcs8);
  const [, offset] = /^ *(\d+):d=1 .*OCTET STRING/m.exec(structure);
  const pkcs1 = join(folder, "pkcs1");
  openssl(["asn1parse", "-strparse", offset, "-noout", "-out", pkcs1], pkcs8);
  const key = createPrivateKey({ key: readFileSync(pkcs1), format: "der", type: "pkcs1" });
  const jwk = key.export({ format: "jwk" });
  if (takes.length === 1) {
    rows.push({ name: `${name} pins`, pem: pkcs8, alg: takes[0], takes });
  }
  common(name, pkcs8, { jwk, takes });
}
const pssOf = (md, mgf1, salt) => [
  `rsa_pss_keygen_md:${md}`,
  `rsa_pss_keygen_mgf1_md:${mgf1}`,
  ...(salt ? [`rsa_pss_keygen_saltlen:${salt}`] : []),
];
pss("rsa-pss", ["PS256", "PS384", "PS512"], []);
pss("rsa-pss sha256", ["PS256"], pssOf("sha256", "sha256", 32));
pss("rsa-pss sha384, any salt", ["PS384"], pssOf("sha384", "sha384"));
pss("rsa-pss sha512", ["PS512"], pssOf("sha512", "sha512", 64));
const noPs = "rsa-pss parameters of no ps algorithm";
pss("rsa-pss sha1", [], pssOf("sha1", "sha1", 20), noPs);
pss("rsa-pss of two hashes", [], pssOf("sha256", "sha512", 32), noPs);
pss("rsa-pss with mgf1 of sha1", [], ["rsa_pss_keygen_md:sha256"], noPs);
pss("rsa-pss of a longer salt", [], pssOf("sha256", "sha256", 33), noPs);

// Elliptic curves.
for (const [curve, alg] of [
  ["P-256", "ES256"],
  ["P-384", "ES384"],
  ["P-521", "ES512"],
  ["secp256k1", "ES256K"],
]) {
  const sec1 = text([
    "ecparam",
    "-name",
    curve === "P-256" ? "prime256v1" : curve.replace(/^P-(.*)/, "secp$1r1"),
    "-genkey",
  ]);
  const pkcs8 = text(["pkcs8", "-topk8", "-nocrypt"], sec1);
  const { open, closed } = common(curve, pkcs8, { takes: [alg] });
  rows.push(
    { name: `${curve} sec1 after ec parameters`, pem: sec1, ...open },
    { name: `${curve} sec1`, pem: text(["ec"], sec1), ...open },
    { name: `${curve} sec1 der`, form: "sec1", der: der(["ec"], sec1), ...open },
    {
      name: `${curve} sec1 without public key`,
      pem: text(["ec", "-no_public"], sec1),
      half: true,
      ...open,
    },
    {
      name: `${curve} pkcs8 without public key`,
      pem: text(["pkcs8", "-topk8", "-nocrypt"], text(["ec", "-no_public"], sec1)),
      half: true,
      ...open,
    },
    {
      name: `${curve} compressed`,
      pem: text(["ec", "-pubout", "-conv_form", "compressed"], sec1),
      compressed: true,
      ...closed,
    },
    {
      name: `${curve} compressed, private`,
      pem: text(["ec", "-conv_form", "compressed"], sec1),
      compressed: true,
      ...open,
    },
  );
}
const explicit = text([
  "ecparam",
  "-name",
  "prime256v1",
  "-genkey",
  "-param_enc",
  "explicit",
  "-noout",
]);
const byParameters = "curve given by parameters, not by name";
rows.push(
  { name: "explicit curve, sec1", pem: explicit, reason: byParameters },
  {
    name: "explicit curve, pkcs8",
    pem: text(["pkcs8", "-topk8", "-nocrypt"], explicit),
    reason: byParameters,
  },
  {
    name: "explicit curve, spki",
    pem: text(["ec", "-pubout", "-param_enc", "explicit"], explicit),
    reason: byParameters,
  },
);
for (const curve of ["secp224r1", "brainpoolP256r1"]) {
  const sec1 = text(["ecparam", "-name", curve, "-genkey", "-noout"]);
  rows.push(
    { name: `${curve} sec1`, pem: sec1, reason: "curve not supported" },
    {
      name: `${curve} pkcs8`,
      pem: text(["pkcs8", "-topk8", "-nocrypt"], sec1),
      reason: "curve not supported",
    },
  );
}

// Edwards curves, and what does not sign or is not for JWTs.
const ed25519 = text(["genpkey", "-algorithm", "Ed25519"]);
common("Ed25519", ed25519, { takes: ["EdDSA", "Ed25519"] });
for (const algorithm of ["Ed448", "X25519", "X448"]) {
  const pem = text(["genpkey", "-algorithm", algorithm]);
  const reason = "key algorithm not supported";
  rows.push(
    { name: algorithm, pem, reason },
    { name: `${algorithm}, public`, pem: text(["pkey", "-pubout"], pem), reason },
  );
}
const dsa = text(["dsaparam", "-genkey", "2048"]);
rows.push(
  {
    name: "dsa",
    pem: text(["pkcs8", "-topk8", "-nocrypt"], dsa),
    reason: "key algorithm not supported",
  },
  { name: "dsa parameters and key", pem: dsa, reason: "pem label not supported" },
);

// Encrypted.
const ec = text(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
const ecOpen = { jwk: publicJwk(ec), private: privateJwk(ec), takes: ["ES256"] };
const encrypt = (pem, ...options) =>
  text(["pkcs8", "-topk8", "-passout", `pass:${passphrase}`, ...options], pem);
const webCrypto = (prf, keyBytes, iterations = 2048) => ({
  prf: `SHA-${prf}`,
  keyBytes,
  iterations,
});
for (const [name, pem, pbes2, options] of [
  ["aes-128, sha-256", ec, webCrypto(256, 16), ["-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA256"]],
  ["aes-192, sha-384", ec, webCrypto(384, 24), ["-v2", "aes-192-cbc", "-v2prf", "hmacWithSHA384"]],
  ["aes-256, sha-512", ec, webCrypto(512, 32), ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512"]],
  ["aes-256, sha-1", ec, webCrypto(1, 32), ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA1"]],
  ["one iteration", ec, webCrypto(256, 32, 1), ["-v2", "aes-256-cbc", "-iter", "1"]],
  ["as openssl does it", ec, webCrypto(256, 32), []],
]) {
  const encrypted = encrypt(pem, ...options);
  rows.push({ name: `encrypted: ${name}`, pem: encrypted, passphrase, pbes2, ...ecOpen });
}
rows.push(
  {
    name: "encrypted rsa",
    pem: encrypt(rsa),
    passphrase,
    pbes2: webCrypto(256, 32),
    ...rsaRows.open,
  },
  {
    name: "encrypted der",
    form: "pkcs8",
    der: der(["pkcs8", "-topk8", "-passout", `pass:${passphrase}`], ec),
    passphrase,
    pbes2: webCrypto(256, 32),
    ...ecOpen,
  },
);
const tooMany = "pbkdf2 iterations not from 1 to 2000000";
rows.push({
  name: "encrypted: too many iterations",
  pem: encrypt(ec, "-iter", "2000001"),
  passphrase,
  reason: tooMany,
});
for (const [name, options] of [
  ["des3", ["-v2", "des3"]],
  ["camellia", ["-v2", "camellia-256-cbc"]],
  ["sha-224", ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA224"]],
  ["scrypt", ["-scrypt", "-scrypt_N", "1024"]],
  ["pbes1", ["-v1", "PBE-SHA1-3DES"]],
]) {
  rows.push({
    name: `encrypted: ${name}`,
    pem: encrypt(ec, ...options),
    passphrase,
    reason: "encryption not supported",
  });
}
const legacy = "legacy pem encryption: convert to pkcs#8";
rows.push(
  {
    name: "encrypted pkcs1",
    pem: text(["rsa", "-traditional", "-aes256", "-passout", `pass:${passphrase}`], rsa),
    passphrase,
    reason: legacy,
  },
  {
    name: "encrypted sec1",
    pem: text(["ec", "-aes128", "-passout", `pass:${passphrase}`], ec),
    passphrase,
    reason: legacy,
  },
);

// What stands around.
const noisy = (pem) => `Bag Attributes\n  localKeyID: 01\nsubject=CN = test\n${pem}\nafter`;
rows.push(
  { name: "text around", pem: noisy(ec), ...ecOpen },
  { name: "byte order mark", pem: `\ufeff${ec}`, ...ecOpen },
  { name: "crlf", pem: ec.replaceAll("\n", "\r\n"), ...ecOpen },
  { name: "indented", pem: ec.replaceAll(/^/gm, "    \t"), ...ecOpen },
  { name: "line breaks as two characters", pem: ec.replaceAll("\n", "\\n"), ...ecOpen },
  { name: "crlf as four characters", pem: `KEY="${ec.replaceAll("\n", "\\r\\n")}"`, ...ecOpen },
  { name: "on one line", pem: ec.replaceAll("\n", " "), ...ecOpen },
  { name: "no line breaks at all", pem: ec.replaceAll("\n", ""), ...ecOpen },
  {
    name: "a chain",
    pem: rsaRows.certificate + certificate(ec).pem,
    validity: rsaRows.validity,
    ...rsaRows.closed,
  },
);
const several = "more than one key in the pem";
const broken = "pem block broken or not canonical base64";
rows.push(
  { name: "two keys", pem: ec + rsa, reason: several },
  { name: "the same key twice", pem: ec + ec, reason: several },
  { name: "certificate and key", pem: rsaRows.certificate + rsa, reason: several },
  { name: "key and certificate", pem: rsa + rsaRows.certificate, reason: several },
  { name: "public and private", pem: rsaRows.spki + rsa, reason: several },
  { name: "no end", pem: ec.replace(/-----END.*/s, ""), reason: broken },
  { name: "another end", pem: ec.replace("END PRIVATE", "END PUBLIC"), reason: broken },
  { name: "end cut short", pem: ec.trimEnd().slice(0, -1), reason: broken },
  {
    name: "a chain broken at its end",
    pem: rsaRows.certificate + rsaRows.certificate.replace("MII", "M!I"),
    reason: broken,
  },
  { name: "base64url", pem: ec.replace(/\n[A-Z]/, "\n-"), reason: broken },
  {
    name: "without padding",
    pem: text(["pkey", "-pubout"], ed25519).replace("=", ""),
    reason: broken,
  },
  { name: "padded once more", pem: ec.replace("\n-----END", "=\n-----END"), reason: broken },
  { name: "a comment within", pem: ec.replace("\n", "\n# mine\n"), reason: broken },
  { name: "a header within", pem: ec.replace("\n", "\nComment: mine\n\n"), reason: broken },
  {
    name: "begin with four dashes",
    pem: ec.replace("-----BEGIN", "----BEGIN"),
    reason: "no pem block",
  },
  {
    name: "begin of other case",
    pem: ec.replace("-----BEGIN", "-----Begin"),
    reason: "no pem block",
  },
  { name: "empty", pem: "", reason: "no pem block" },
  { name: "a jwk", pem: JSON.stringify(ecOpen.jwk), reason: "no pem block" },
  {
    name: "empty block",
    pem: "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
    reason: "not der of this kind of key",
  },
  {
    name: "only ec parameters",
    pem: text(["ecparam", "-name", "prime256v1"]),
    reason: "no pem block",
  },
  {
    name: "spki as pkcs8",
    pem: rsaRows.spki.replaceAll("PUBLIC", "PRIVATE"),
    reason: "not der of this kind of key",
  },
  {
    name: "pkcs8 as spki",
    pem: rsa.replaceAll("PRIVATE", "PUBLIC"),
    reason: "not der of this kind of key",
  },
  {
    name: "encrypted as plain",
    pem: encrypt(ec).replaceAll("ENCRYPTED ", ""),
    passphrase,
    reason: "not der of this kind of key",
  },
  {
    name: "trusted certificate",
    pem: text(["x509", "-trustout"], rsaRows.certificate),
    reason: "pem label not supported",
  },
  {
    name: "certificate request",
    pem: text(["req", "-new", "-key", file(rsa), "-subj", "/CN=x"]),
    reason: "pem label not supported",
  },
  {
    name: "openssh",
    pem: "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
    reason: "openssh private key: convert to pkcs#8",
  },
);

rmSync(folder, { recursive: true });
writeFileSync(
  new URL("key-forms.json", import.meta.url),
  `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`,
);
console.log(`${rows.length} rows`);
