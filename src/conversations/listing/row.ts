export const views = ['open', 'mine', 'unassigned', 'waiting', 'done'] as const;
export type View = (typeof views)[number];

export interface InboxRow {
  publicId: string;
  state: 'new' | 'open' | 'waiting' | 'done';
  personName: string | null;
  channel: string;
  audience: 'public' | 'private';
  lastMessageAt: Date;
  waitingSince: Date | null;
  urgency: number;
  sentiment: string | null;
  intent: string | null;
  language: string | null;
  preview: string;
  assigneePublicId: string | null;
  assigneeName: string | null;
  unread: boolean;
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
