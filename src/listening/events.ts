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
