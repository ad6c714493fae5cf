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
  /** Of an outbound message: who of us wrote it, as far as known. */
  departmentId: string | null;
  employeeId: string | null;
}

/** An utterance that has passed the gate against doubles and has its numbers. */
export interface NumberedUtterance extends Utterance {
  messageId: string;
  personId: string | null;
  identityId: string | null;
  understanding: Understanding | null;
  /** What was learned says, beside the rules. */
  labels: readonly HeadLabel[];
  placedAt: Date;
  timeKnown: boolean;
}

/** What stands beside a message: what was found in it, and the words that decided. */
export type Understood = Pick<Understanding, 'keywords' | 'references' | 'personal' | 'because'>;
