/**
 * Token claims: what a token says of itself (RFC 7519 §4), read without believing it.
 *
 * Not as strict as `decode`: a server decides about these tokens, here they are only told the time by.
 */

/** The payload of a compact JWS, or `undefined` if there is none that can be read. */
export function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const [, payload, signature, more] = token.split(".");
    if (signature === undefined || more !== undefined) return;
    const binary = atob(payload!.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return claims && typeof claims === "object" && !Array.isArray(claims) ? claims : undefined;
  } catch {
    return;
  }
}
