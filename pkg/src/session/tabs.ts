/**
 * Tabs: the other pages of this origin that hold the same session, by way of a BroadcastChannel.
 *
 * Where they share a storage, messages carry no token: "look again" is all they say. Where each has
 * its own, the record goes from tab to tab, which is as far as its origin goes.
 */
import { type SessionRecord, readRecord } from "./session-record.js";
import { atMost } from "./until.js";

/** The part of `BroadcastChannel` that is used. */
export interface ChannelLike {
  postMessage(message: any): void;
  addEventListener(type: "message", listener: (event: any) => void): void;
  close(): void;
}

export interface Hearer {
  /** What this tab would hand over. */
  held(): SessionRecord | undefined;
  /** Another tab has this record, or ended the session `end`, or left `mark` in the shared storage. */
  hear(message: {
    record?: SessionRecord | undefined;
    end?: unknown;
    answer?: unknown;
    mark?: unknown;
  }): void;
}

export interface Tabs {
  /** This tab has something new: a record, or the end of the session `id`. */
  tell(record: SessionRecord | undefined, id: string): void;
  /** Waits for what others may have to say. `isSure`: also if nobody was ever heard. */
  ask(seconds: number, isSure?: boolean): Promise<void>;
  close(): void;
}

interface Message {
  readonly ask?: true;
  readonly answer?: true;
  readonly record?: unknown;
  readonly end?: string;
  /** Tells one record from another without a token. */
  readonly mark?: unknown;
}

export function openTabs(
  channel: ChannelLike | undefined,
  isShared: boolean,
  { held, hear }: Hearer,
): Tabs {
  let hasCompany = false;
  let heard: (() => void) | undefined;
  const post = (message: Message) => channel?.postMessage(message);
  channel?.addEventListener("message", ({ data }: { data?: Message }) => {
    hasCompany = true;
    const { ask, answer, end, record, mark } = data ?? {};
    if (!ask) {
      hear(isShared ? { mark } : { record: readRecord(record), answer, end });
      if (record) heard?.();
    } else if (held()) {
      post({ record: held(), answer: true });
    }
  });
  return {
    tell: (record, id) =>
      post(
        isShared
          ? { mark: record && { id: record.id, seq: record.seq } }
          : record
            ? { record }
            : { end: id },
      ),
    ask: async (seconds, isSure) => {
      if (!channel || isShared || !(hasCompany || isSure)) return;
      const answer = new Promise<void>((resolve) => (heard = resolve));
      post({ ask: true });
      await atMost(seconds, answer);
    },
    close: () => channel?.close(),
  };
}
