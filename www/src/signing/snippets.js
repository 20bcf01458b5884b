/**
 * Snippets: a token as people use it in commands and programs. Pure.
 *
 * Keys appear by name only: what is copied ends up in chats and tickets.
 */
import { segmentText } from "../reading/json-text.js";

/**
 * `code` is `snippet.<code>` in the page's strings. What cannot stand in an `Authorization` header has
 * no snippets; a token whose `alg` no verifier knows has none that verify.
 *
 * @param {string} token
 * @param {{ alg?: unknown }} header the token's
 * @returns {{ code: string, text: string }[]}
 */
export function snippets(token, { alg }) {
  if (!BEARER_TOKEN.test(token)) return [];
  const listed = [
    { code: "authorization", text: `Authorization: Bearer ${token}` },
    // Nothing in the token means anything between double quotes, in sh, cmd and PowerShell alike.
    { code: "curl", text: `curl -H "Authorization: Bearer ${token}" ${ADDRESS}` },
    { code: "fetch", text: fetchText(token) },
  ];
  if (typeof alg !== "string") return listed;
  const audience = hasAudience(token);
  const javascript = javascriptText(token, alg, audience);
  if (javascript) listed.push({ code: "javascript", text: javascript });
  if (PYJWT.test(alg)) listed.push({ code: "python", text: pythonText(token, alg, audience) });
  return listed;
}

function fetchText(token) {
  return [
    `const response = await fetch("${ADDRESS}", {`,
    `  headers: { Authorization: "Bearer ${token}" },`,
    "});",
  ].join("\n");
}

/** The algorithm is pinned: a token that chooses it itself can choose a weaker one. */
function javascriptText(token, alg, hasAudience) {
  const call = CALLS.find(({ algorithms }) => algorithms.test(alg));
  if (!call) return undefined;
  const options = [`algorithms: ["${alg}"]`, ...(hasAudience ? ["audience: yourAudience"] : [])];
  return [
    `import { ${call.name} } from "${call.entry}";`,
    "",
    `const token = "${token}";`,
    `const { payload } = ${call.isAsync ? "await " : ""}${call.name}(token, ${keyName(alg)}, {`,
    ...options.map((option) => `  ${option},`),
    "});",
  ].join("\n");
}

function pythonText(token, alg, hasAudience) {
  const key = alg.startsWith("HS") ? "your_secret" : "issuer_public_key";
  const audience = hasAudience ? ", audience=your_audience" : "";
  return [
    "import jwt  # PyJWT",
    "",
    `token = "${token}"`,
    `claims = jwt.decode(token, ${key}, algorithms=["${alg}"]${audience})`,
  ].join("\n");
}

function keyName(alg) {
  return alg.startsWith("HS") ? "yourSecret" : "issuerPublicKey";
}

/** Where there is an audience, a verifier has to name itself. */
function hasAudience(token) {
  try {
    return Object.hasOwn(JSON.parse(segmentText(token.split(".")[1])), "aud");
  } catch {
    return false;
  }
}

/** What may follow `Bearer` (RFC 6750 §2.1), with `=` anywhere. */
const BEARER_TOKEN = /^[\w.~+/=-]+$/;

const ADDRESS = "https://api.example/";

// What each entry of the package verifies where.
const CALLS = [
  { algorithms: /^HS(256|384|512)$/, name: "verify", entry: "wasm-jwt" },
  {
    algorithms: /^([RP]S(256|384|512)|ES(256|384|512)|EdDSA|Ed25519)$/,
    name: "verifyAsync",
    entry: "wasm-jwt",
    isAsync: true,
  },
  { algorithms: /^(ES256K|ML-DSA-(44|65|87))$/, name: "verify", entry: "wasm-jwt/full" },
];

const PYJWT = /^([HRP]S(256|384|512)|ES(256|384|512|256K)|EdDSA)$/;
