/**
 * Key set response: what a host answers, as keys that can verify, or why not (RFC 7517 §5).
 */
import type { Jwk } from "./key.js";

/** What is used of a `Response`. */
export interface FetchResponse {
  readonly status: number;
  readonly redirected?: boolean;
  readonly headers: { get(name: string): string | null };
  readonly body?: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> };
  } | null;
}

/** More members are no key set: each token may cost a trial of every key. */
const MAX_KEYS = 100;

const ASYMMETRIC = ["RSA", "EC", "OKP", "AKP"];

/** Why there are no keys; the closed list of docs/errors.md. */
export type KeySetReason =
  | "key set not reachable"
  | "key set timed out"
  | "key set answered with a redirect"
  | "key set answered with another status"
  | "key set too large"
  | "key set not a jwks"
  | "key set without usable keys";

/**
 * What of `response` can verify, whatever its content type, read no further than `maxBytes`.
 *
 * @returns a reason if there is none; rejects if reading breaks off
 */
export async function readKeys(
  response: FetchResponse,
  maxBytes: number,
): Promise<Jwk[] | KeySetReason> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let length = 0; ;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (value && (length += value.length) > maxBytes) return "key set too large";
    try {
      text += decoder.decode(value, { stream: !done });
      if (done) return usableKeys(JSON.parse(text));
    } catch {
      return "key set not a jwks";
    }
  }
}

/**
 * The members of a key set that can verify. One that is not usable does not spoil the others.
 *
 * @returns a reason if there is none
 */
export function usableKeys(value: unknown): Jwk[] | KeySetReason {
  const keys = (value as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys)) return "key set not a jwks";
  if (keys.length > MAX_KEYS) return "key set too large";
  const usable = keys.filter(isUsable);
  return usable.length > 0 ? usable : "key set without usable keys";
}

/**
 * Whether a member is a public key for signatures. Never a symmetric key: whoever can read the set
 * could sign with it. Never a private one: it is not private any more.
 */
function isUsable(jwk: any): boolean {
  const { kty, kid = "", alg = "", use, key_ops = ["verify"] } = jwk ?? {};
  return (
    ASYMMETRIC.includes(kty) &&
    typeof kid === "string" &&
    typeof alg === "string" &&
    !["d", "priv", "k"].some((name) => name in jwk) &&
    (use ?? "sig") === "sig" &&
    Array.isArray(key_ops) &&
    key_ops.includes("verify")
  );
}

/** How many seconds an answer says that it stays fresh (RFC 9111 §4.2). */
export function freshness({ headers }: FetchResponse): number {
  const control = headers.get("cache-control") ?? "";
  if (/\bno-(store|cache)\b/i.test(control)) return 0;
  const maxAge = /\bmax-age="?(\d+)/i.exec(control);
  return maxAge ? +maxAge[1]! - (Number(headers.get("age")) || 0) : Infinity;
}
