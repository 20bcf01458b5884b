/**
 * Findings: what about a token is dangerous, unwise, or worth knowing. Pure.
 */
import { aboutClaims } from "./claims.js";
import { aboutDates } from "./dates.js";
import { aboutForm } from "./form.js";
import { aboutHeader } from "./header.js";
import { KINDS } from "./kinds.js";
import { aboutPersonalData } from "./personal-data.js";
import { aboutKeys } from "./keys.js";
import { aboutSize } from "./size.js";

/**
 * - `code`: one of {@link findingCodes}; the words are `finding.<code>` with the `parameters`
 *
 * @typedef {{
 *   code: string,
 *   severity: "danger" | "warning" | "note",
 *   parameters: Record<string, string | number>,
 *   reference: { text: string, url: string },
 * }} Finding
 */

/** All codes that there are. */
export const findingCodes = [...KINDS.keys()];

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @param {{
 *   now: number,
 *   payloadTexts?: ReadonlyMap<string, string>,
 *   secretBytes?: Uint8Array,
 *   secretText?: string,
 *   keyBits?: number,
 *   longLifeSeconds?: number,
 * }} context `now`: seconds since 1970; `payloadTexts`: the members of the payload as they are written,
 *   if they are known already; `keyBits`: of an RSA key's modulus
 * @returns {Finding[]} the gravest first
 */
export function findings(reading, { longLifeSeconds = 30 * 86_400, ...context }) {
  const found = [
    ...aboutHeader(reading),
    ...aboutKeys(reading, context),
    ...aboutForm(reading),
    ...aboutDates(reading, { ...context, longLifeSeconds }),
    ...aboutClaims(reading),
    ...aboutPersonalData(reading),
    ...aboutSize(reading),
  ].map(([code, parameters = {}]) => {
    const { severity, text, url } = /** @type {any} */ (KINDS.get(code));
    return { code, severity, parameters, reference: { text, url } };
  });
  return SEVERITIES.flatMap((severity) => found.filter((one) => one.severity === severity));
}

const SEVERITIES = ["danger", "warning", "note"];
