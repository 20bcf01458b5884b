/**
 * The shapes of a token's two JSON objects (RFC 7515 §4, RFC 7519 §4). Types only.
 */

/** The signature algorithms by their `alg` names (RFC 7518 §3.1, RFC 8037, 8812, 9864, 9964). */
export type Algorithm =
  | "HS256"
  | "HS384"
  | "HS512"
  | "RS256"
  | "RS384"
  | "RS512"
  | "PS256"
  | "PS384"
  | "PS512"
  | "ES256"
  | "ES384"
  | "ES512"
  | "ES256K"
  | "EdDSA"
  | "Ed25519"
  | "ML-DSA-44"
  | "ML-DSA-65"
  | "ML-DSA-87";

/** A JOSE header: `alg` is always there. */
export interface Header {
  alg: string;
  typ?: string;
  kid?: string;
  cty?: string;
  [name: string]: unknown;
}

/** The registered claims. Dates are seconds since 1970-01-01T00:00:00Z. */
export interface Claims {
  iss?: string;
  sub?: string;
  aud?: string | string[];
  exp?: number;
  nbf?: number;
  iat?: number;
  jti?: string;
  [name: string]: unknown;
}

/** What a decoded token holds. Nobody has checked it: it may be anyone's invention. */
export interface Decoded<C = Claims> {
  header: Header;
  payload: Unverified<C>;
  signature: Uint8Array;
}

declare const unverified: unique symbol;

/** Claims that nobody has checked. Not assignable to verified ones. */
export type Unverified<C> = C & { readonly [unverified]: true };

/** What a verified token holds. */
export interface Verified<C = Claims> {
  header: Header;
  payload: C & { readonly [unverified]?: never };
  key: KeyMatch;
}

/** Which key a signature held under. */
export interface KeyMatch {
  /** Its place in the array or set, counted from 0. */
  readonly index: number;
  /** Its `kid`, if it has one. */
  readonly kid?: string;
}
