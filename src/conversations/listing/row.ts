import type { Present } from '../following/looking.ts';
import type { DueKind } from '../norms/norm.ts';

export const views = ['open', 'mine', 'unassigned', 'waiting', 'snoozed', 'due', 'done'] as const;
export type View = (typeof views)[number];

/** How a conversation stands for whoever looks: what lies asleep is waiting or open underneath. */
export type StandingState = 'new' | 'open' | 'waiting' | 'snoozed' | 'done';

export interface InboxRow {
  publicId: string;
  state: StandingState;
  personName: string | null;
  channel: string;
  audience: 'public' | 'private';
  lastMessageAt: Date;
  waitingSince: Date | null;
  urgency: number;
  /** 1: a colleague or a rule put it before all others. */
  priority: 0 | 1;
  sentiment: string | null;
  intent: string | null;
  language: string | null;
  preview: string;
  assigneePublicId: string | null;
  assigneeName: string | null;
  unread: boolean;
  /** The organisation's own name for how it stands. */
  substate: string | null;
  /** When it comes back by itself; null also when something else wakes it. */
  snoozedUntil: Date | null;
  /** Names, in the order of their tree. */
  labels: string[];
  /** Other colleagues who look at it or write in it; those who write first. */
  present: Present[];
  /** What falls due first, and when; null: nothing was promised. */
  due: { at: Date; kind: DueKind; norm: string } | null;
  /** Stands for all conversations of its queue that begin with nearly the same and that nobody has taken up. */
  fold: Fold | null;
}

export interface Fold {
  /** Public id of the group of messages. */
  group: string;
  /** Of those that are folded here, this one too. */
  conversations: Count;
}

/** A number of conversations; `more` when it stands for "that many or more". */
export interface Count {
  n: number;
  more: boolean;
}

/** Conversations that belong together across states: by a group of messages, or by a topic that rose. */
export interface Among {
  kind: 'alike' | 'signal';
  /** Public id of the group or the signal. */
  id: string;
}

/** A place between two rows, and which way to go from there. */
export interface Position {
  at: string;
  id: string;
  newer: boolean;
}
