/**
 * The second opinion of Node's own crypto, for the kinds of keys that this Node has.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

export const node = {
  name: "Node",
  ask: async (requests) => requests.map(answer),
};

function answer(request) {
  const { make: kind, sign: claims, says, algorithm, key, token } = request;
  try {
    if (kind) return { keys: make(kind, request.passphrase) };
    if (claims) {
      const parts = [{ alg: says ?? algorithm, typ: "JWT" }, claims];
      const signed = parts.map((part) => encode(Buffer.from(JSON.stringify(part)))).join(".");
      const signature = sign(null, Buffer.from(signed), createPrivateKey(inputOf(key)));
      return { token: `${signed}.${encode(signature)}` };
    }
    const [header, payload, signature] = token.split(".");
    if (parse(header).alg !== algorithm) throw new Error("another algorithm");
    const signed = Buffer.from(`${header}.${payload}`);
    const publicKey = createPublicKey(inputOf(key));
    if (!verify(null, signed, publicKey, Buffer.from(signature, "base64url"))) {
      throw new Error("the signature does not hold");
    }
    return { claims: parse(payload) };
  } catch (error) {
    return { refused: `${error.code ?? error.name}: ${error.message}` };
  }
}

/** A key of a kind whose signatures need no further parameters. */
function make(kind, passphrase) {
  const { privateKey, publicKey } = generateKeyPairSync(kind.toLowerCase());
  const pkcs8 = { format: "pem", type: "pkcs8" };
  const encrypted = privateKey.export({ ...pkcs8, cipher: "aes-256-cbc", passphrase });
  return [
    { form: "jwk", value: privateKey.export({ format: "jwk" }) },
    { form: "pkcs8", value: privateKey.export(pkcs8) },
    { form: "encrypted", value: encrypted, passphrase },
    { form: "jwk public", value: publicKey.export({ format: "jwk" }) },
    { form: "spki", value: publicKey.export({ format: "pem", type: "spki" }) },
  ];
}

function inputOf({ form, value, passphrase }) {
  return { key: value, format: form.startsWith("jwk") ? "jwk" : "pem", passphrase };
}

function parse(part) {
  return JSON.parse(Buffer.from(part, "base64url"));
}

function encode(bytes) {
  return bytes.toString("base64url");
}
