import type { NewEvent } from '../platform/events.ts';
import type { Act, State } from './permission.ts';
import type { Purpose } from './purpose.ts';

/** A person decided about a purpose, or something else holds for them now; `state` is what holds. */
export function permissionDecided(
  personId: string,
  decision: { purpose: Purpose; act: Act | 'join' | 'part' | 'minor' | 'expire'; state: State },
): NewEvent {
  return { verb: 'permission.decided', subject: { kind: 'person', id: personId }, data: decision };
}

/** Somebody whom we treated as a minor came of age by the day that was kept; they may be told that they choose now. */
export function personOfAge(personId: string): NewEvent {
  return { verb: 'person.of-age', subject: { kind: 'person', id: personId } };
}

/** A version of the offer was published; for `material` purposes everybody is asked anew. */
export function offerPublished(
  contractId: string,
  offer: { version: number; audience: string; material: readonly Purpose[] },
): NewEvent {
  return { verb: 'offer.published', subject: { kind: 'contract', id: contractId }, data: offer };
}

/** A person changed one of their own terms; what it says is theirs alone. */
export function termSet(personId: string, key: string): NewEvent {
  return { verb: 'term.set', subject: { kind: 'person', id: personId }, data: { key } };
}

/** An erasure ended. Names the erasure; who it was is known to nobody any more. */
export function personErased(erasureId: string): NewEvent {
  return { verb: 'person.erased', subject: { kind: 'erasure', id: erasureId } };
}

/** Somebody asked something about their own data in a message; `outcome` says whether it holds already. */
export function wishHeard(
  wishId: string,
  wish: { kind: string; outcome: string; personId: string; messageId: string },
): NewEvent {
  return { verb: 'wish.heard', subject: { kind: 'wish', id: wishId }, data: wish };
}

/** Something happened to a request about personal data; `kind` is what was asked. */
export function requestTold(
  requestId: string,
  what: 'received' | 'done' | 'refused' | 'withdrawn',
  kind: string,
): NewEvent {
  return { verb: `request.${what}`, subject: { kind: 'request', id: requestId }, data: { kind } };
}
