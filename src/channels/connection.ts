import type { Channel, Heard } from './channel.ts';

/** What happened on a channel, in the words of all channels. */
export type Happened =
  | { readonly kind: 'said'; readonly heard: Heard }
  /** `at`: when, ISO 8601; of two changes of one message the later one holds. */
  | { readonly kind: 'edited'; readonly externalId: string; readonly text: string; readonly at: string }
  | { readonly kind: 'removed'; readonly externalId: string; readonly at: string }
  /** What we sent did not arrive after all: `externalId` is ours. */
  | { readonly kind: 'returned'; readonly externalId: string; readonly why: string };

/** Something that cannot be read as what it should be. Nothing else waits for it. */
export interface Unreadable {
  /** The same each time the same thing is met. */
  readonly key: string;
  readonly why: string;
  /** As it came, as far as it is kept. */
  readonly raw: Uint8Array | null;
}

export interface Received {
  readonly happened: readonly Happened[];
  readonly unreadable: readonly Unreadable[];
  /** Opaque. Where to go on from; to be kept in the transaction in which `happened` is. */
  readonly cursor: string;
  readonly more: boolean;
}

/** An answer on its way out. */
export interface Outgoing {
  /** Ours, made once, the same in every try: the key under which it is sent, and by which it is found again. */
  readonly nonce: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
  readonly text: string;
  readonly audience: 'public' | 'private';
  /** Whom it is for, as the channel calls them; null where the message it answers says enough. */
  readonly to: { readonly handle: string; readonly name: string | null } | null;
  /** The message it answers, and what the channel wanted to know of it; null for a message of our own. */
  readonly answers: { readonly externalId: string; readonly facts: Readonly<Record<string, unknown>> } | null;
  /** When it was written, ISO 8601. */
  readonly writtenAt: string;
  readonly locale: 'nl' | 'en';
}

/** How one try to send ended. `answer` is what the other side said, cut short. */
export type Outcome =
  | { readonly kind: 'sent'; readonly externalId: string; readonly answer: string }
  /**
   * Not taken, and it makes sense to come back. `after`: seconds it asked to wait. `account`: it lies with the account
   * or the channel, not with this answer.
   */
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly answer: string;
      readonly after: number | null;
      readonly account: boolean;
    }
  /** Not taken, and it will not be. */
  | { readonly kind: 'refused'; readonly answer: string }
  /** It may have been taken. */
  | { readonly kind: 'unknown'; readonly answer: string };

/** What looking for it there tells. `unsure`: this channel cannot tell, or could not now. */
export type FoundThere =
  | { readonly kind: 'there'; readonly externalId: string }
  | { readonly kind: 'absent' | 'unsure' };

/** What is known of the way in: who we are there, and until when that holds (ISO 8601; null: no end is known). */
export interface Health {
  readonly as: string;
  readonly expiresAt: string | null;
}

/** A channel with an account: open until closed. */
export interface Connection {
  readonly channel: Channel;
  /** Can it be reached, may we in, is there what is needed? @throws Outage, Refused */
  check(): Promise<Health>;
  /**
   * What happened since `cursor`; null: from the beginning that was agreed. The same thing may be told again, and
   * things may come in any order.
   * @throws Outage, Refused
   */
  receive(cursor: string | null): Promise<Received>;
  /** What was put aside, read once more. @throws what reading it throws */
  reread(raw: Uint8Array): Promise<readonly Happened[]>;
  /** Resolves when something may have come, or after a while; rejects when `signal` says so. Polling ones just wait. */
  waitForMore(signal: AbortSignal): Promise<void>;
  /** What the answer will be called there, where that is known beforehand. */
  nameOf(outgoing: Pick<Outgoing, 'nonce'>): string | null;
  /** Never throws: whatever goes wrong is an outcome. Ends within `longestCall`. */
  send(outgoing: Outgoing): Promise<Outcome>;
  /** Looks whether it stands there. Never throws. */
  find(outgoing: Outgoing): Promise<FoundThere>;
  /**
   * Sends a message to try the way out, where a usual one would be seen by others or stay. Left out: a usual one does.
   * Never throws.
   */
  tryOut?(outgoing: Outgoing): Promise<Outcome>;
  /**
   * Which of these stand there no longer: their authors took them back. Left out: this channel cannot tell.
   * @throws Outage, Refused
   */
  gone?(externalIds: readonly string[]): Promise<readonly string[]>;
  /**
   * How many it can be asked after in one turn; null, or left out: a thousand.
   * @throws Outage, Refused
   */
  mostGone?(): Promise<number | null>;
  close(): Promise<void>;
}

/** It cannot be reached, or is too busy: try again later. `after`: seconds it asked to wait. */
export class Outage extends Error {
  override readonly name = 'Outage';
  readonly after: number | null;
  constructor(message: string, after: number | null = null) {
    super(message);
    this.after = after;
  }
}

/** It answered, and does not want this: somebody must change something first. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
