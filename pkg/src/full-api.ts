/**
 * What `wasm-jwt/full` exports besides: `inspect`, and `Key` with nothing to wait for.
 */
import type { Algorithm } from "./claims.js";
import type { DerForm } from "./key-import.js";
import {
  Key as AnyKey,
  type Jwk,
  type KeyOptions,
  type PassphraseOptions,
  type Secret,
} from "./key.js";

/** A key that was read once; see the members of {@link Key}. */
export type Key = AnyKey;

/** The class `Key` of the default entry, with what is a promise there at once. */
export interface KeyClass {
  readonly prototype: Key;
  fromSecret(secret: Secret, options?: KeyOptions): Key;
  fromJwk(jwk: Jwk, options?: KeyOptions): Key;
  fromPem(pem: string, options?: PassphraseOptions): Key;
  fromDer(der: ArrayBuffer | ArrayBufferView, form: DerForm, options?: PassphraseOptions): Key;
  generate(algorithm: Algorithm): Key;
}

export const Key = AnyKey as unknown as KeyClass;

export {
  type InspectedKey,
  type InspectedSegment,
  type InspectionCheck,
  type InspectionHint,
  type Report,
  inspect,
} from "./inspect.js";
