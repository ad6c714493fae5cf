import type { NewEvent } from '../platform/events.ts';

const about = (verb: string, personId: string, data: Readonly<Record<string, unknown>> = {}): NewEvent => ({
  verb,
  subject: { kind: 'person', id: personId },
  data,
});

/** Two persons are one human from now on; `line` is the row that says so. */
export function personMerged(personId: string, data: { other: string; line: string }): NewEvent {
  return about('person.merged', personId, data);
}

/** They are not one after all. */
export function personParted(personId: string, data: { other: string; line: string }): NewEvent {
  return about('person.parted', personId, data);
}

/** Somebody said or showed that an identity is this person's. */
export function identityProven(personId: string, data: { identityId: string; proof: string }): NewEvent {
  return about('identity.proven', personId, data);
}

/** What a person is to us changed. */
export function relationChanged(personId: string, relation: string): NewEvent {
  return about('person.related', personId, { relation });
}

/** A note, a follow-up, an attribute, how to reach somebody, or a promise was made, changed, settled or taken away. */
export function kept(verb: KeptVerb, personId: string, id: string): NewEvent {
  return about(verb, personId, { id });
}

export type KeptVerb =
  | 'note.written'
  | 'note.changed'
  | 'note.removed'
  | 'follow-up.made'
  | 'follow-up.done'
  | 'follow-up.reopened'
  | 'attribute.set'
  | 'contact.corrected'
  | 'promise.made'
  | 'promise.settled';

/** Customers, orders, invoices or deliveries came in from a file or another system; how many of each outcome. */
export function exchanged(data: { kind: string; source: string; new: number; changed: number }): NewEvent {
  return { verb: 'customers.exchanged', subject: { kind: 'exchange', id: null }, data };
}
