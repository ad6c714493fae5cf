import type { NewEvent } from '../platform/events.ts';
import type { JustHeard } from './message.ts';

/**
 * A message was heard and stored. `receivedAt` (ISO 8601) is the other half of its key; `later` says that it is to be
 * placed in a conversation when the whole file is known; `mayAsk` that its writer may ask something about their own
 * data.
 */
export function messageHeard(
  message: JustHeard,
  { later, mayAsk }: { later: boolean; mayAsk: boolean },
): NewEvent {
  const receivedAt = message.receivedAt.toISOString();
  return {
    verb: 'message.heard',
    subject: { kind: 'message', id: message.id },
    data: { receivedAt, ...(later ? { later } : {}), ...(mayAsk ? { mayAsk } : {}) },
    carries: message,
  };
}

/** The message of `message.heard`, for who reacts in the transaction that stored it. */
export function justHeard({ carries }: NewEvent): JustHeard | undefined {
  return carries as JustHeard | undefined;
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

/** A head was added or configured, or a class of it was added or renamed. */
export function headChanged(
  head: string,
  change: 'head-added' | 'head-configured' | 'class-added' | 'class-renamed',
  key: string | null,
): NewEvent {
  return { verb: 'head.changed', subject: { kind: 'head', id: null }, data: { head, change, class: key } };
}

/** A class of a head is no more; `into`: the class it went into, null when it was deleted. */
export function classGone(head: string, key: string, into: string | null): NewEvent {
  return { verb: 'class.gone', subject: { kind: 'head', id: null }, data: { head, class: key, into } };
}

/** These messages say nearly the same as at least two others. Told of each message once. */
export function alikeFound(groupId: string, messageIds: readonly string[]): NewEvent {
  return { verb: 'alike.found', subject: { kind: 'alike-group', id: groupId }, data: { messageIds } };
}

/** Something is suddenly spoken about; counts at the moment that it was noticed. */
export function burstNoticed(
  burstId: string,
  data: { language: string; accountId: string | null; from: string; messages: number; persons: number },
): NewEvent {
  return { verb: 'burst.noticed', subject: { kind: 'burst', id: burstId }, data };
}

/** A colleague has seen it and put it aside. */
export function burstDismissed(burstId: string): NewEvent {
  return { verb: 'burst.dismissed', subject: { kind: 'burst', id: burstId } };
}

/** The words of messages are gone: their time was over, or their author took them back. */
export function messageForgotten(messageIds: readonly string[]): NewEvent {
  return { verb: 'message.forgotten', subject: { kind: 'message', id: null }, data: { messageIds } };
}

/** The authors of messages changed what they said; it was read anew. */
export function messageEdited(messageIds: readonly string[]): NewEvent {
  return { verb: 'message.edited', subject: { kind: 'message', id: null }, data: { messageIds } };
}
