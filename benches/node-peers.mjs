/**
 * Rows as in peers.mjs, of packages that need Node.
 */
import { createSecretKey } from "node:crypto";
import { createDecoder, createSigner, createVerifier } from "fast-jwt";
import jsonwebtoken from "jsonwebtoken";
import { SECRET } from "./tokens.mjs";

/** The rows by work. */
export async function nodePeers(claims) {
  const keyObject = createSecretKey(new TextEncoder().encode(SECRET));
  return {
    verify: [
      { name: "fast-jwt", make: () => createVerifier({ key: SECRET, algorithms: ["HS256"] }) },
      {
        name: "jsonwebtoken KeyObject",
        make: () => (token) => jsonwebtoken.verify(token, keyObject),
      },
      { name: "jsonwebtoken text", make: () => (token) => jsonwebtoken.verify(token, SECRET) },
    ],
    "verify cached": [
      // It hands out one object of claims for every turn.
      {
        name: "fast-jwt, cache (shared)",
        make: () => createVerifier({ key: SECRET, cache: 1000 }),
      },
      { name: "fast-jwt", make: () => createVerifier({ key: SECRET }) },
    ],
    encode: [
      {
        name: "fast-jwt",
        make: () => {
          const sign = createSigner({ key: SECRET, noTimestamp: true, algorithm: "HS256" });
          return () => sign(claims);
        },
      },
      { name: "jsonwebtoken KeyObject", make: () => () => jsonwebtoken.sign(claims, keyObject) },
      { name: "jsonwebtoken text", make: () => () => jsonwebtoken.sign(claims, SECRET) },
    ],
    decode: [
      { name: "fast-jwt", make: () => createDecoder({ complete: true }) },
      {
        name: "jsonwebtoken",
        make: () => (token) => jsonwebtoken.decode(token, { complete: true }),
      },
    ],
  };
}
