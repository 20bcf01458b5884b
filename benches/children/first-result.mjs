/**
 * Imports one package and does one thing with it, in a process of its own; tells the milliseconds.
 */
import { SECRET } from "../tokens.mjs";

const keyBytes = () => new TextEncoder().encode(SECRET);

/** What is done, from import to result. `import` is how users of today load each of these. */
export const FIRST = [
  {
    work: "verify",
    name: "wasm-jwt",
    run: async (token) => (await import("wasm-jwt")).verify(token, SECRET).payload,
  },
  {
    work: "verify",
    name: "jose",
    run: async (token) => (await (await import("jose")).jwtVerify(token, keyBytes())).payload,
  },
  {
    work: "verify",
    name: "fast-jwt",
    run: async (token) => (await import("fast-jwt")).createVerifier({ key: SECRET })(token),
  },
  {
    work: "verify",
    name: "jsonwebtoken",
    run: async (token) => (await import("jsonwebtoken")).default.verify(token, SECRET),
  },
  {
    work: "decode",
    name: "wasm-jwt",
    run: async (token) => (await import("wasm-jwt")).decode(token).payload,
  },
  {
    work: "decode",
    name: "wasm-jwt/decode",
    run: async (token) => (await import("wasm-jwt/decode")).decode(token).payload,
  },
  {
    work: "decode",
    name: "jose",
    run: async (token) => (await import("jose")).decodeJwt(token),
  },
  {
    work: "decode",
    name: "jwt-decode",
    run: async (token) => (await import("jwt-decode")).jwtDecode(token),
  },
];

// The list is also read by who starts the processes.
const [at, token] = process.argv.slice(2);
if (process.send && token !== undefined) {
  const { run } = FIRST[Number(at)];
  const start = performance.now();
  const { iss } = await run(token);
  const ms = performance.now() - start;
  if (iss !== "https://issuer.example") throw new Error("not the claims");
  process.send(ms);
}
