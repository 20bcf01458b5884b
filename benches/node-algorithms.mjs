/**
 * Rows as in algorithms.mjs, by Node's own crypto: the bare signature, and JSON around it.
 */
import { constants, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { ALGORITHM_ROWS } from "./algorithms.mjs";

export function nodeAlgorithms({ alg, publicPem, privatePem }, claims) {
  const name = ALGORITHM_ROWS.native;
  let publicKey, privateKey;
  try {
    publicKey = { key: createPublicKey(publicPem), ...optionsOf(alg) };
    privateKey = { key: createPrivateKey(privatePem), ...optionsOf(alg) };
  } catch {
    // This Node does not know the algorithm.
    return {};
  }
  const hash = /^(..)(256|384|512)K?$/.exec(alg);
  const digest = hash && `sha${hash[2]}`;
  const head = Buffer.from(JSON.stringify({ alg, typ: "JWT" })).toString("base64url");
  return {
    verify: [
      {
        name,
        run: (token) => {
          const [header, payload, signature] = token.split(".");
          const signed = Buffer.from(`${header}.${payload}`);
          if (!verify(digest, signed, publicKey, Buffer.from(signature, "base64url"))) return;
          return JSON.parse(Buffer.from(payload, "base64url"));
        },
      },
    ],
    sign: [
      {
        name,
        run: () => {
          const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
          const signed = `${head}.${body}`;
          const signature = sign(digest, Buffer.from(signed), privateKey);
          return `${signed}.${signature.toString("base64url")}`;
        },
      },
    ],
  };
}

function optionsOf(alg) {
  if (alg.startsWith("ES")) return { dsaEncoding: "ieee-p1363" };
  if (!alg.startsWith("PS")) return {};
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: Number(alg.slice(2)) / 8 };
}
