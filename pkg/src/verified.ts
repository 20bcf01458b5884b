/**
 * What the core's reply says of a token that it has accepted.
 */
import type { Header, KeyMatch } from "./claims.js";
import { Field, field, replyHeader, replyText, wasm } from "./engine.js";
import { JwtError } from "./error.js";
import { parseExact } from "./exact-json.js";
import { type Handle, call } from "./handle.js";
import type { Settings } from "./verify-options.js";

/** The claims. */
export function readClaims(integers: Settings["integers"]): object {
  const hasBigIntegers = field(Field.BigIntegersInText) === 1;
  const text = replyText();
  if (!hasBigIntegers || integers === "number") return JSON.parse(text) as object;
  const claims = parseExact(text) as Record<string, unknown>;
  if (integers === "error") throw tooBig(claims);
  return claims;
}

/** The header. */
export function readHeader(): Header {
  const parse = field(Field.BigIntegersInHeader) === 1 ? parseExact : JSON.parse;
  return parse(replyHeader()) as Header;
}

/** The key at `index`. Makes another reply. */
export function readKeyMatch({ number }: Handle, index: number): KeyMatch {
  const hasKid = call(() => wasm.verifier_kid(number, index));
  return Object.freeze(hasKid ? { index, kid: replyText() } : { index });
}

/** The times at which a token would be taken just the same. */
export interface Validity {
  readonly from: number;
  readonly fromNanos: number;
  readonly until: number;
  readonly untilNanos: number;
}

export function readValidity(): Validity {
  return {
    from: field(Field.From),
    fromNanos: field(Field.FromNanos),
    until: field(Field.Until),
    untilNanos: field(Field.UntilNanos),
  };
}

/** Names the claim that holds an integer beyond 2^53 − 1. */
function tooBig(claims: Record<string, unknown>): JwtError {
  const holds = (value: unknown): boolean =>
    typeof value === "bigint" ||
    (typeof value === "object" && value !== null && Object.values(value).some(holds));
  const claim = Object.keys(claims).find((name) => holds(claims[name]))!;
  const expected = "without integers beyond ±(2^53 - 1)";
  const message = `claim ${claim} is not ${expected}`;
  return new JwtError("ERR_JWT_CLAIM_INVALID", message, { claim, expected });
}
