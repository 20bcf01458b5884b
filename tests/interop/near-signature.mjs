/**
 * Near a signature that holds: what differs from it by next to nothing, and must be refused.
 */
import { derOf } from "./openssl.mjs";
import { SIBLINGS } from "./key-kinds.mjs";

/** How many elements the group of each curve has (SEC 2, FIPS 186-5). */
const ORDERS = {
  ES256: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  ES384:
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ES512:
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ES256K: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
};

const SIGNATURE = /ERR_JWT_SIGNATURE_INVALID/;
const ALGORITHM = /ERR_JWT_ALG_NOT_ALLOWED/;

/**
 * Rows of `{ name, token, algorithm, key, code }`: `code` is what we refuse it with.
 *
 * - `otherKey`: one of the same kind and form, or `undefined`
 */
export function nearSignature({ token, algorithm, key, otherKey }) {
  const [header, payload, signature] = token.split(".");
  const bytes = Buffer.from(signature, "base64url");
  const resigned = (bytes) => `${header}.${payload}.${bytes.toString("base64url")}`;
  const withBitFlipped = (at) => {
    const changed = Buffer.from(bytes);
    changed[at >> 3] ^= 0x80 >> (at & 7);
    return resigned(changed);
  };
  const otherPayload = replaced(payload, '"ada"', '"adb"');
  const rows = [
    ["its first bit flipped", { token: withBitFlipped(0) }],
    ["its last bit flipped", { token: withBitFlipped(bytes.length * 8 - 1) }],
    ["a byte short", { token: resigned(bytes.subarray(0, -1)) }],
    ["a byte too many", { token: resigned(Buffer.concat([bytes, Buffer.alloc(1)])) }],
    ["another payload", { token: `${header}.${otherPayload}.${signature}` }],
  ];
  if (otherKey) rows.push(["another key", { key: otherKey }]);
  if (ORDERS[algorithm]) {
    rows.push(["r and s in DER", { token: resigned(derOf(bytes)) }]);
    rows.push(["r and s exchanged", { token: resigned(swapped(bytes)) }]);
  }
  for (const sibling of SIBLINGS[algorithm]) {
    const otherHeader = replaced(header, `"${algorithm}"`, `"${sibling}"`);
    rows.push([`${sibling} in its header`, renamed(otherHeader, sibling)]);
    rows.push([`only ${sibling} allowed`, { algorithm: sibling, code: ALGORITHM }]);
  }
  return rows.map(([name, change]) => ({
    name,
    token,
    algorithm,
    key,
    code: SIGNATURE,
    ...change,
  }));

  function renamed(header, sibling) {
    // A key of one algorithm refuses the other before it looks at the signature.
    const takesBoth = /^([RP]S|Ed)/.test(algorithm);
    const code = takesBoth ? SIGNATURE : ALGORITHM;
    return { token: `${header}.${payload}.${signature}`, algorithm: sibling, code };
  }
}

/** The same signature with the other s, which holds too; `undefined` if there is none. */
export function withOtherS(token, algorithm) {
  const order = ORDERS[algorithm];
  if (!order) return undefined;
  const at = token.lastIndexOf(".");
  const bytes = Buffer.from(token.slice(at + 1), "base64url");
  const half = bytes.length / 2;
  const s = order - BigInt(`0x${bytes.subarray(half).toString("hex")}`);
  const other = Buffer.from(s.toString(16).padStart(2 * half, "0"), "hex");
  const changed = Buffer.concat([bytes.subarray(0, half), other]);
  return `${token.slice(0, at)}.${changed.toString("base64url")}`;
}

function swapped(bytes) {
  const half = bytes.length / 2;
  return Buffer.concat([bytes.subarray(half), bytes.subarray(0, half)]);
}

function replaced(part, from, to) {
  const text = Buffer.from(part, "base64url").toString();
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`no ${from} in it`);
  return Buffer.from(changed).toString("base64url");
}
