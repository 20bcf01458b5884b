/**
 * Kinds of findings: how grave each is, and where the rule stands. Pure data.
 */

/** @type {ReadonlyMap<string, { severity: string, text: string, url: string }>} */
export const KINDS = new Map(
  /** @type {[string, string, number, string][]} */ ([
    ["alg-none", "danger", 8725, "3.1"],
    ["alg-missing", "danger", 7515, "4.1.1"],
    ["unknown-alg", "warning", 7518, "3.1"],
    ["weak-secret", "danger", 8725, "3.5"],
    ["short-secret", "warning", 7518, "3.2"],
    ["short-rsa", "danger", 7518, "3.3"],
    ["embedded-key", "warning", 8725, "3.10"],
    ["key-by-address", "warning", 8725, "3.10"],
    ["kid-suspicious", "danger", 8725, "3.10"],
    ["crit-unknown", "warning", 7515, "4.1.11"],
    ["unencoded-payload", "warning", 7797, "7"],
    ["zip-in-jws", "note", 7516, "4.1.3"],
    ["typ-missing", "note", 8725, "3.11"],
    ["jwe", "note", 7516, "3"],
    ["nested", "note", 7519, "5.2"],
    ["duplicate-names", "danger", 7519, "4"],
    ["not-canonical", "warning", 7515, "2"],
    ["integer-beyond-2-53", "warning", 8259, "6"],
    ["no-exp", "warning", 7519, "4.1.4"],
    ["long-life", "warning", 7519, "4.1.4"],
    ["exp-before-iat", "warning", 7519, "4.1.4"],
    ["nbf-after-exp", "warning", 7519, "4.1.5"],
    ["iat-in-future", "warning", 7519, "4.1.6"],
    ["milliseconds", "danger", 7519, "2"],
    ["date-not-a-number", "danger", 7519, "2"],
    ["date-absurd", "warning", 7519, "2"],
    ["missing-aud", "note", 7519, "4.1.3"],
    ["missing-iss", "note", 7519, "4.1.1"],
    ["password-inside", "danger", 7519, "12"],
    ["personal-data", "warning", 7519, "12"],
    ["token-too-large-for-headers", "warning", 9110, "5.4"],
    ["token-too-large-for-cookies", "note", 6265, "6.1"],
  ]).map(([code, severity, rfc, section]) => [
    code,
    {
      severity,
      text: `RFC ${rfc} §${section}`,
      url: `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`,
    },
  ]),
);
