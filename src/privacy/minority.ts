import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Change, settle } from './effective.ts';
import { permissionDecided } from './events.ts';
import { keepInJournal } from './journal/journal.ts';
import { lockForDecision, membersOf } from './locking.ts';
import { strengthOf } from './weighing.ts';

interface Grounds {
  strength: number;
  /** What shows it, in words; the person may read it. */
  evidence: string;
  /** The day on which they come of age, where that was shown; then it ends by itself (coming-of-age.ts). */
  ofAgeOn?: string | null;
}

/**
 * Treats a person as a minor: everything that rests on consent is denied from now on, whoever says so. A colleague may
 * set it from what somebody writes. Answers whether that is new.
 */
export function setMinor(ctx: Context, personId: string, grounds: Grounds): Promise<boolean> {
  return flag(ctx, personId, { act: 'set', ...grounds });
}

/**
 * It was shown that the person is of age. That takes two: the person, who signed in and asked (`strength`: theirs), and
 * whoever saw what shows it. Their own word shows nothing, a child can say it too (decision 009). What they said before
 * does not come back: they are asked afresh.
 * @throws Refusal `forbidden.proof-of-age`
 */
export async function clearMinor(ctx: Context, personId: string, grounds: Grounds): Promise<boolean> {
  if (ctx.actor.kind === 'person' || grounds.strength < 3) throw new Refusal('forbidden.proof-of-age', {});
  return flag(ctx, personId, { act: 'clear', ...grounds });
}

async function flag(
  ctx: Context,
  personId: string,
  { act, strength, evidence, ofAgeOn = null }: Grounds & { act: 'set' | 'clear' },
): Promise<boolean> {
  const members = await lockForDecision(ctx, personId);
  // What is known of one name stays with it when the names turn out to be two persons.
  const already =
    act === 'set'
      ? ofAgeOn === null && (await minorAmong(ctx, [personId]))
      : !(await minorAmong(ctx, members));
  if (already) return false;
  const changes: Change[] = [];
  for (const member of act === 'clear' ? members : [personId]) {
    const { id } = await ctx.database
      .insertInto('person_flag')
      .values({
        person_id: member,
        flag: 'minor',
        act,
        strength: strengthOf(ctx.actor, strength),
        evidence,
        of_age_on: ofAgeOn,
        captured_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
        at: asDate(ctx.clock.now()),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await keepInJournal(ctx, 'flag', id);
  }
  changes.push(...(await settle(ctx, members)));
  await ctx.emit(
    changes.map(({ personId, purpose, state }) =>
      permissionDecided(personId, { purpose, act: 'minor', state }),
    ),
  );
  return true;
}

/** Whether any of the names under which we know the person is a minor's. */
export async function isMinor(ctx: Context, personId: string): Promise<boolean> {
  return minorAmong(ctx, await membersOf(ctx, [personId]));
}

async function minorAmong(ctx: Context, members: readonly string[]): Promise<boolean> {
  const rows = await ctx.database
    .selectFrom('person_flag')
    .select(['person_id', 'act'])
    .distinctOn('person_id')
    .where('person_id', 'in', members)
    .where('flag', '=', 'minor')
    .orderBy('person_id')
    .orderBy('id', 'desc')
    .execute();
  return rows.some((row) => row.act === 'set');
}
