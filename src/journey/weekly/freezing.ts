import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Weeks in which the counters stand still, because everybody knows why figures will be odd: a holiday, a move. */
export interface Freeze {
  readonly id: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly why: string;
}

/** More would hide a fallback. */
export const mostWeeks = 4;
const halfYearDays = 182;

export async function listFreezes(ctx: Context): Promise<Freeze[]> {
  const found = await sql<Freeze>`
    select id::text as id, from_on::text as "fromOn", until_on::text as "untilOn", why from journey_freeze
    where ended_at is null order by from_on`.execute(ctx.database);
  return found.rows;
}

/** @throws Refusal `invalid.freeze`, `conflict.freeze-long` for more than four weeks in half a year */
export async function declareFreeze(
  ctx: Context,
  { fromOn, untilOn, why }: Omit<Freeze, 'id'>,
): Promise<void> {
  if (untilOn < fromOn || why.trim().length < 3) throw new Refusal('invalid.freeze');
  const all = [...(await listFreezes(ctx)), { fromOn, untilOn }];
  if (isTooLong(all)) throw new Refusal('conflict.freeze-long', { most: mostWeeks });
  await sql`insert into journey_freeze (from_on, until_on, why, made_at, made_by) values (${fromOn}, ${untilOn},
    ${why.trim()}, ${asDate(ctx.clock.now())}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null})`.execute(
    ctx.database,
  );
}

export async function endFreeze(ctx: Context, id: string): Promise<void> {
  await sql`update journey_freeze set ended_at = ${asDate(ctx.clock.now())},
    ended_by = ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}
    where id = ${id} and ended_at is null`.execute(ctx.database);
}

/** Whether in some half-year more than four weeks stand still. */
export function isTooLong(freezes: readonly Pick<Freeze, 'fromOn' | 'untilOn'>[]): boolean {
  return freezes.some(({ fromOn }) => {
    const end = Temporal.PlainDate.from(fromOn).add({ days: halfYearDays }).toString();
    const days = freezes.reduce((sum, one) => sum + overlap(one, fromOn, end), 0);
    return days > mostWeeks * 7;
  });
}

function overlap({ fromOn, untilOn }: Pick<Freeze, 'fromOn' | 'untilOn'>, from: string, end: string): number {
  const start = fromOn > from ? fromOn : from;
  const last = untilOn < end ? untilOn : end;
  return last < start ? 0 : Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(last)).days + 1;
}

/** Whether a freeze lies in the week that ends with a Monday. */
export function isFrozen(freezes: readonly Freeze[], monday: string): boolean {
  const first = Temporal.PlainDate.from(monday).subtract({ days: 7 }).toString();
  return freezes.some(({ fromOn, untilOn }) => fromOn < monday && untilOn >= first);
}
