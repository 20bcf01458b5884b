/**
 * Key set members: what each member of a key set is, and whether it can verify here. Pure: the
 * package's `Key` comes in as an argument.
 */

/**
 * - `kid`, `kty`, `alg`, `use`: as text, absent if the member has none
 * - `thumbprint`: RFC 7638, of public and private keys; of a secret it would help guessing
 * - `reason`: why it cannot be used here: `private`, `secret`, or a reason of the package
 *
 * @typedef {{ kid?: string, kty?: string, alg?: string, use?: string, thumbprint?: string, reason?: string }} KeySetMember
 */

/**
 * @param {unknown} jwk
 * @param {{ fromJwk: (jwk: any) => any }} Key
 * @returns {KeySetMember}
 */
export function describeMember(jwk, Key) {
  /** @type {Record<string, any>} */
  const member = typeof jwk === "object" && jwk !== null ? jwk : {};
  const texts = {};
  for (const name of ["kid", "kty", "alg", "use"]) {
    const value = Object.hasOwn(member, name) ? member[name] : undefined;
    if (value !== undefined)
      texts[name] = typeof value === "string" ? value : JSON.stringify(value);
  }
  // Before anything is made of it: no secret is to be worked with, however it is labelled.
  if (member.kty === "oct" || Object.hasOwn(member, "k")) return { ...texts, reason: "secret" };
  const read = readMember(member, Key);
  const isPrivate = ["d", "priv"].some((name) => Object.hasOwn(member, name));
  const reason = isPrivate ? "private" : (read.reason ?? useReason(member));
  return {
    ...texts,
    ...(read.thumbprint && { thumbprint: read.thumbprint }),
    ...(reason && { reason }),
  };
}

function readMember(member, Key) {
  try {
    const key = Key.fromJwk(member);
    const thumbprint = key.thumbprint();
    key.free();
    return { thumbprint };
  } catch (error) {
    return { reason: error.reason ?? "not a jwk" };
  }
}

/** The package leaves out what is not for checking signatures (RFC 7517 §4.2, §4.3). */
function useReason({ kid, use = "sig", key_ops: operations }) {
  if (kid !== undefined && typeof kid !== "string") return "not a jwk";
  const allows =
    operations === undefined || (Array.isArray(operations) && operations.includes("verify"));
  return use === "sig" && allows ? undefined : "use or key_ops does not allow it";
}
