import type { RawBuilder } from 'kysely';
import type { Context } from '../platform/context.ts';
import { type Activity, activityRule } from '../privacy/activity.ts';
import { agrees } from '../privacy/agreeing.ts';
import { isHeld } from '../privacy/holding/held.ts';
import { keepForClaim } from '../privacy/holding/held-words.ts';
import {
  allowsActivity,
  listUse,
  recordAfterwards,
  recordListUse,
  recordUse,
  recordUses,
} from '../privacy/ledger.ts';
import { allows, withholding } from '../privacy/predicate.ts';
import type { Purpose } from '../privacy/purpose.ts';
import { clearSpecial, markSpecial, withoutSpecial } from '../privacy/special.ts';

/**
 * How the modules above come to personal data: through customers, which asks privacy. What is used is checked and
 * written down in the transaction of the use; a person who does not allow it is refused.
 * @throws Refusal `forbidden.purpose`
 */
export function enterUse(
  ctx: Context,
  personId: string,
  how: { activity: Activity; reference: string },
): Promise<void> {
  return recordUse(ctx, personId, how);
}

/** For what turns out to have happened although its row was lost; see `recordAfterwards`. */
export function enterAfterwards(
  ctx: Context,
  personId: string,
  how: { activity: Activity; reference: string },
): Promise<void> {
  return recordAfterwards(ctx, personId, how);
}

/** For one act of Polder itself with the data of many persons: one row for each who allows it. */
export function enterUses(
  ctx: Context,
  personIds: readonly string[],
  how: { activity: Activity; reference: string },
): Promise<void> {
  return recordUses(ctx, personIds, how);
}

/** For lists, which show many people: written once a day per employee and list. */
export function enterListUse(ctx: Context, activity: Activity): Promise<void> {
  return recordListUse(ctx, activity);
}

/** The same as a statement, for a list that writes it down in the statement that it needs anyway; null for programs. */
export function entersListUse(ctx: Context, activity: Activity): RawBuilder<unknown> | null {
  return listUse(ctx, activity);
}

/** The permission as a condition in SQL, for the column that holds the person's id. */
export function personAllows(person: RawBuilder<unknown>, purpose: Purpose): RawBuilder<boolean> {
  return allows(person, purpose);
}

/** The same for one activity: for all that it touches of the person, and that the offer still names. */
export function personLets(person: RawBuilder<unknown>, activity: Activity): RawBuilder<boolean> {
  return allowsActivity(person, activity);
}

/** That the person said yes themselves, for what leaves the house; nobody's rows do not pass. */
export function personAgrees(person: RawBuilder<unknown>, purpose: Purpose): RawBuilder<boolean> {
  return agrees(person, purpose);
}

/** Those among `persons` who objected to a purpose that is on by itself, or withheld it otherwise. */
export function thoseWithholding(
  ctx: Context,
  persons: readonly string[],
  purpose: Purpose,
): Promise<Set<string>> {
  return withholding(ctx, persons, { purpose });
}

/** Those among `persons` whom an activity may not touch, in all that it touches. */
export function thoseNotLetting(
  ctx: Context,
  persons: readonly string[],
  activity: Activity,
): Promise<Set<string>> {
  const { purpose, categories } = activityRule(activity);
  return withholding(ctx, persons, { purpose, categories });
}

/** True for the person in this column when a legal hold keeps their data from going. */
export function personHeld(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return isHeld(person);
}

/** Sets words that their author takes back apart for a claim, of whoever a legal hold keeps; see privacy/holding/held-words.ts. */
export function keepWordsForClaim(
  ctx: Context,
  at: Date,
  words: readonly { id: string; receivedAt: Date; personId: string | null; text: string }[],
): Promise<void> {
  const ofSomebody = words.flatMap(({ id, receivedAt, personId, text }) =>
    personId === null ? [] : [{ messageId: id, receivedAt, personId, text }],
  );
  return keepForClaim(ctx, at, ofSomebody);
}

/** Leaves out messages about health, belief and the like (GDPR art. 9) where the purpose may never see them. */
export function notSpecial(message: RawBuilder<unknown>, purpose: Purpose): RawBuilder<boolean> {
  return withoutSpecial('message', message, purpose);
}

/** A colleague says that a message is about such a thing, or that it is not after all. */
export function markMessage(
  ctx: Context,
  { id, personId }: { id: string; personId: string },
  special: boolean,
): Promise<void> {
  const content = { kind: 'message', id } as const;
  return special ? markSpecial(ctx, content, { personId, found: 'colleague' }) : clearSpecial(ctx, content);
}
