import type { NewEvent } from '../platform/events.ts';
import type { ActKind } from './acting/act.ts';
import type { CloseReason } from './conversation.ts';
import type { Outcome } from './handing-over/hand-over.ts';
import type { WokenWhy } from './resting/snooze.ts';

/** What conversations tell, with what is told besides the conversation itself. */
export interface Told {
  /** A new conversation exists. */
  opened: null;
  /** A message came into one that existed. */
  continued: null;
  /** A colleague wrote an answer; it waits for delivery. */
  answered: { messageId: string };
  /** The answer could not leave, or nobody knows whether it did, and why. */
  'not-sent': { messageId: string; reason: string };
  /** It stands at the channel. */
  delivered: { messageId: string };
  /** A colleague had it go once more. */
  resent: { messageId: string };
  noted: null;
  /** Somebody changed what they wrote in it. */
  edited: null;
  /** Somebody follows it, or no longer. */
  followed: null;
  /** A colleague opened it or went away. */
  'looked-at': null;
  /** A colleague handed in an answer that can still be taken back; by its public id. */
  held: { replyId: string };
  /** It waits for a second person. */
  waiting: { replyId: string };
  /** It came to nothing, and its text lies before its writer again. */
  'taken-back': { replyId: string; state: 'undone' | 'rejected' | 'stale' | 'refused' };
  approved: { replyId: string };
  /** Somebody began to write; and laid the pen down. */
  claimed: { employeeId: string };
  unclaimed: null;
  closed: { reason: CloseReason };
  reopened: null;
  /** It came into another queue: by the rules, or because somebody brought it there. */
  routed: { queueId: string };
  /** Another department was asked something about it. */
  'handed-over': { handOverId: string; departmentId: string };
  'hand-over-changed': { handOverId: string; change: Outcome | 'asked' | 'taken' };
  /** Something of it falls due at another moment, or nothing does any more. */
  due: null;
  /** null: to nobody. */
  assigned: { employeeId: string | null };
  /** Out of sight until something happens. */
  snoozed: null;
  /** Back in sight, and why. */
  woken: { why: WokenWhy };
  /** Its messages stand in `into` from now on. */
  merged: { into: string };
  /** Some messages of it stand in `into`, which was made for them. */
  split: { into: string };
  /** Messages came into it from another one, or went from it. */
  rearranged: null;
  /** The customer said how we helped, or said it anew. */
  rated: { questionId: string };
  /** It goes before others that wait, or no longer. */
  prioritised: { priority: 0 | 1 };
  /** Labels put on it or taken off, or its own name for how it stands changed. */
  marked: null;
  /** It goes on in private, as soon as the customer writes there. */
  'went-private': null;
  /** An act was taken back. */
  undone: { kind: ActKind };
}

export function told<V extends keyof Told>(verb: V, conversationId: string, data: Told[V]): NewEvent {
  return {
    verb: `conversation.${verb}`,
    subject: { kind: 'conversation', id: conversationId },
    ...(data ? { data } : {}),
  };
}
