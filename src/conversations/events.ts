import type { NewEvent } from '../platform/events.ts';
import type { CloseReason } from './conversation.ts';

/** What conversations tell, with what is told besides the conversation itself. */
export interface Told {
  /** A new conversation exists. */
  opened: null;
  /** A message came into one that existed. */
  continued: null;
  /** A colleague wrote an answer; it waits for delivery. */
  answered: { messageId: string };
  /** The answer could not leave, and why. */
  'not-sent': { messageId: string; reason: 'channel_read_only' };
  noted: null;
  closed: { reason: CloseReason };
  reopened: null;
  /** null: to nobody. */
  assigned: { employeeId: string | null };
}

export function told<V extends keyof Told>(verb: V, conversationId: string, data: Told[V]): NewEvent {
  return {
    verb: `conversation.${verb}`,
    subject: { kind: 'conversation', id: conversationId },
    ...(data ? { data } : {}),
  };
}
