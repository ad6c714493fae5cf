import { sql } from 'kysely';
import { measureWorking, type Working } from '../organisation/measures.ts';
import type { Context } from '../platform/context.ts';
import type { Absence } from './criterion.ts';
import type { Organisation } from './evaluating.ts';

/** What an organisation said of itself that bends the criteria: no community by choice, no consumers. */
export async function declaredAbsences(ctx: Context, at: Date): Promise<Absence[]> {
  const found = await sql<{ said: Record<string, unknown> }>`
    select said from journey_note where kind = 'intake' and about = 'absent' and made_at <= ${at}
      and (ended_at is null or ended_at > ${at}) order by id desc limit 1`.execute(ctx.database);
  const said = found.rows[0]?.said ?? {};
  return (['community', 'consumers'] as const).filter((absence) => said[absence] === true);
}

/** Who worked here and what of the criteria applies. A department is judged without its colleagues of elsewhere. */
export async function organisationAt(
  ctx: Context,
  at: Date,
  departmentId?: string,
): Promise<Organisation & { working: readonly Working[] }> {
  const everybody = await measureWorking(ctx, at);
  const working = departmentId ? everybody.filter((one) => one.departmentId === departmentId) : everybody;
  const sizes = Map.groupBy(working, ({ departmentId }) => departmentId);
  const departments = [...sizes].filter(([id, people]) => id !== null && people.length >= 2).length;
  const small = departmentId !== undefined || working.length < 10 || departments < 2;
  const absent: Absence[] = [
    ...(small ? (['departments'] as const) : []),
    ...(working.some(({ director }) => director) ? [] : (['executives'] as const)),
    ...(await declaredAbsences(ctx, at)),
  ];
  return { departments, absent, working };
}
