/**
 * Challenge: the value of `WWW-Authenticate` (RFC 6750 §3, RFC 9110 §11.6.1, RFC 9728 §5.1).
 */

/** What a challenge says besides its error. */
export interface ChallengeParameters {
  realm?: string | undefined;
  /** Scopes, separated by single spaces; told with `insufficient_scope` only. */
  scope?: string | undefined;
  resourceMetadata?: string | undefined;
}

/** Parameters in the order of RFC 6750's examples; `Bearer` alone if there is none. */
export function challengeOf(
  error: string | undefined,
  { realm, scope, resourceMetadata }: ChallengeParameters = {},
): string {
  const parameters = Object.entries({
    realm,
    error,
    scope: error === "insufficient_scope" ? scope : undefined,
    resource_metadata: resourceMetadata,
  });
  const given = parameters.filter(([, value]) => value !== undefined);
  return `Bearer ${given.map(([name, value]) => `${name}="${quoted(value!)}"`).join(", ")}`.trim();
}

/** The content of a quoted-string (RFC 9110 §5.6.4). */
const quoted = (text: string) => text.replace(/["\\]/g, "\\$&");

/**
 * Whether `text` can stand in a header on every host: printable ASCII. A line break would be a header
 * of its own.
 */
export const isPrintable = (text: unknown): text is string =>
  typeof text === "string" && /^[ -~]+$/.test(text);

/** Whether `text` is a scope-token (RFC 6749 §3.3). */
export const isScope = (text: unknown): text is string =>
  typeof text === "string" && /^[!#-[\]-~]+$/.test(text);
