/**
 * `wasm-jwt/session`: the expiry of tokens, and sessions that renew theirs in time. Plain JavaScript.
 */
export type { Claims, Unverified } from "../claims.js";
export type { Clock } from "../clock.js";
export type { Duration } from "../duration.js";
export type { Signal } from "../key-source.js";
export type { ExpiryState, UnreadableReason } from "../session/expiry.js";
export type { Disposable, EventOf, Events, Store } from "../session/face.js";
export type { SessionSnapshot } from "../session/holder.js";
export type { LocksLike } from "../session/lock.js";
export {
  type Session,
  type SessionEvents,
  type SessionTokens,
  type TokenRequest,
  createSession,
} from "../session/session.js";
export {
  SessionError,
  type SessionErrorCode,
  type SessionErrorFields,
  type SignOutReason,
} from "../session/session-error.js";
export type { SessionOptions } from "../session/session-options.js";
export type { SessionRecord } from "../session/session-record.js";
export type { Skew } from "../session/skew.js";
export type { ChannelLike } from "../session/tabs.js";
export type { SessionStorage, StorageKind } from "../session/vault.js";
export {
  type Watch,
  type WatchEvents,
  type WatchOptions,
  type WatchSnapshot,
  watch,
} from "../session/watch.js";
