/**
 * Session record: what a session keeps, and what its tabs hand one another.
 */

/** The tokens of a session, with what tells one state of it from another. */
export interface SessionRecord {
  /** Random, one a sign-in. */
  readonly id: string;
  /** Counts the refreshes since. */
  readonly seq: number;
  /** The access token, or the sliding one. */
  readonly access: string;
  readonly refresh?: string | undefined;
  /** Seconds that the access token had left when it came; 0 or less tells that this clock is wrong. */
  readonly life?: number | undefined;
}

/** Whether both are the same state of the same session, or both nothing. */
export function isSame(a: SessionRecord | undefined, b: SessionRecord | undefined): boolean {
  return a?.id === b?.id && a?.seq === b?.seq;
}

/** `value` if it is a record: storages and other tabs may hold anything. */
export function readRecord(value: any): SessionRecord | undefined {
  const isRecord =
    typeof value?.id === "string" &&
    typeof value.access === "string" &&
    Number.isSafeInteger(value.seq);
  return isRecord ? value : undefined;
}
