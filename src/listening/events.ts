import type { NewEvent } from '../platform/events.ts';

/**
 * A message was heard and stored. `receivedAt` (ISO 8601) is the other half of its key; `later` says that it is to be
 * placed in a conversation when the whole file is known.
 */
export function messageHeard(messageId: string, receivedAt: string, later: boolean): NewEvent {
  return {
    verb: 'message.heard',
    subject: { kind: 'message', id: messageId },
    data: { receivedAt, ...(later ? { later } : {}) },
  };
}

/** A colleague said what a message is, or it got the answer of one that says nearly the same (`by: 'alike'`). */
export function labelCorrected(
  message: { id: string; receivedAt: Date },
  said: { head: string; labels: readonly string[]; by: 'person' | 'alike' },
): NewEvent {
  return {
    verb: 'label.corrected',
    subject: { kind: 'message', id: message.id },
    data: { receivedAt: message.receivedAt.toISOString(), ...said },
  };
}

/** From now on another model answers for a head; `version` null: none does, the rules answer. */
export function modelSwapped(head: string, version: number | null, reason: string): NewEvent {
  return { verb: 'model.swapped', subject: { kind: 'head', id: null }, data: { head, version, reason } };
}
