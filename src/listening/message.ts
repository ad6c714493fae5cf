import type { Understanding } from '../understanding/understanding.ts';
import type { HeadLabel } from './learning/reading.ts';

/** One utterance as it is heard, before Polder knows who and what. */
export interface Utterance {
  externalId: string;
  text: string;
  /** What the network calls the writer; null when the source does not say. */
  author: string | null;
  authorName: string | null;
  /** null: the source does not say. */
  sentAt: Date | null;
  direction: 'in' | 'out';
  replyTo: string | null;
  thread: string | null;
  automatic: boolean;
  /** Only few may read it, on an account that else speaks in the open; left out: as the account. */
  audience?: 'private';
  /** Of an outbound message: who of us wrote it, as far as known. */
  departmentId: string | null;
  employeeId: string | null;
}

/** An utterance that has passed the gate against doubles and has its numbers. */
export interface NumberedUtterance extends Utterance {
  messageId: string;
  personId: string | null;
  identityId: string | null;
  /** How the writer is called. */
  personName: string | null;
  /** Nobody heard of this writer before, so nothing else of them stands anywhere. */
  isNewWriter: boolean;
  understanding: Understanding | null;
  /** What was learned says, beside the rules. */
  labels: readonly HeadLabel[];
  placedAt: Date;
  timeKnown: boolean;
}

/** What stands beside a message: what was found in it, and the words that decided. */
export type Understood = Pick<Understanding, 'keywords' | 'references' | 'personal' | 'because'>;

/** A message as it was just stored: its row, with what stands around it. */
export interface JustHeard {
  id: string;
  receivedAt: Date;
  accountId: string;
  channel: string;
  externalId: string;
  direction: 'in' | 'out';
  audience: string;
  identityId: string | null;
  personId: string | null;
  personName: string | null;
  isNewWriter: boolean;
  parent: string | null;
  thread: string | null;
  sentAt: Date;
  timeKnown: boolean;
  answerable: boolean;
  addressed: boolean;
  automatic: boolean;
  text: string;
  language: string | null;
  sentiment: string | null;
  intent: string | null;
  urgency: number;
  /** The public id of the conversation in which it was placed; written there by whoever places it. */
  placedIn: string | null;
}
