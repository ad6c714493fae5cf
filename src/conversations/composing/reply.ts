import type { Leaving } from './mode.ts';

/** How long an answer can still be taken back before it leaves. Seconds, by the clock of the database. */
export const holdSeconds = 10;

export const replyStates = ['waiting', 'held', 'sent', 'undone', 'rejected', 'stale', 'refused'] as const;
export type ReplyState = (typeof replyStates)[number];

/** Why a second person looks: a rule, a sample of a rule, or a mandate that lets its holder write but not send. */
export type Needs = 'none' | 'always' | 'sample' | 'mandate';

/** What comes after an answer was sent. */
export type Afterwards = { kind: 'done' } | { kind: 'snooze'; until: Temporal.Instant };

/** An answer on its way, as the database keeps it. */
export interface Reply {
  id: string;
  publicId: string;
  conversationId: string;
  conversationPublicId: string;
  authorId: string | null;
  authorName: string;
  departmentId: string | null;
  audience: Leaving;
  text: string;
  state: ReplyState;
  /** How many messages of the customer it answers. */
  inboundSeq: number;
  /** 0 for the first answer to them. */
  nth: number;
  madeAt: Date;
  notBefore: Date | null;
  /** By the clock of the database. */
  isDue: boolean;
  afterwards: 'done' | 'snooze' | null;
  snoozeUntil: Date | null;
  needs: Needs;
  proposed: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  approvedInbound: number | null;
}

/** It was not sent yet and can still come to nothing. */
export function isPending(state: ReplyState): boolean {
  return state === 'waiting' || state === 'held';
}

/**
 * When the answer was given: the moment the last person who had to decide did so. What the customer wrote after that
 * is not answered by it, also when it left some seconds later.
 */
export function givenAt({ madeAt, approvedAt }: Pick<Reply, 'madeAt' | 'approvedAt'>): Date {
  return approvedAt ?? madeAt;
}
