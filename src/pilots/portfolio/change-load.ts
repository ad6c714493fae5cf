import { sql } from 'kysely';
import { getOrganisation } from '../../organisation/organisation.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A frog in the pan jumps out when it gets hot too fast: so many widenings per department and quarter. */
export const mostWidenings = 2;

/** A reason to go beyond it must say something. */
const leastReason = 10;

export interface Load {
  readonly departmentId: string | null;
  readonly name: string | null;
  readonly widenings: number;
}

/** Starts and scalings in the quarter that runs, per department that is on board of a pilot. */
export async function changeLoad(ctx: Context): Promise<Load[]> {
  const { from } = await quarter(ctx);
  const found = await sql<Load>`
    select d.id as "departmentId", d.name, count(*)::int as widenings
    from pilot_step s join pilot p on p.id = s.pilot_id left join department d on d.id = p.department_id
    where s.act in ('start', 'scale') and s.at >= ${from}
    group by d.id, d.name order by 3 desc, 2`.execute(ctx.database);
  return found.rows;
}

/** The first day of the running quarter. */
export async function quarter(ctx: Context): Promise<{ from: Date; number: number; year: number }> {
  const { timezone } = await getOrganisation(ctx);
  const local = ctx.clock.now().toZonedDateTimeISO(timezone);
  const number = Math.ceil(local.month / 3);
  const first = local.toPlainDate().with({ month: (number - 1) * 3 + 1, day: 1 });
  return { from: asDate(first.toZonedDateTime(timezone).toInstant()), number, year: local.year };
}

/**
 * Is there room in this department for one more widening? The step itself is already written down.
 * @throws Refusal `conflict.change-load` unless somebody gives a reason
 */
export async function requiresRoom(
  ctx: Context,
  departmentId: string | null,
  overrule: string | undefined,
): Promise<void> {
  if ((overrule ?? '').trim().length >= leastReason) return;
  const load = (await changeLoad(ctx)).find((one) => one.departmentId === departmentId);
  if ((load?.widenings ?? 0) > mostWidenings)
    throw new Refusal('conflict.change-load', { widenings: (load?.widenings ?? 1) - 1, most: mostWidenings });
}
