import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';

/** Fewer people than this are not told of. */
export const fewestTold = 10;

/**
 * Nightly: of how many people something was used for each purpose, this month and the last. For the public page, so
 * that nobody outside can make the database count.
 */
export async function countUses(ctx: Context): Promise<void> {
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  await transact(ctx, 'legal', async (ctx) => {
    for (const month of [today.with({ day: 1 }), today.with({ day: 1 }).subtract({ months: 1 })]) {
      await sql`
        insert into use_count (month, purpose, people)
        select ${month.toString()}::date, purpose, count(distinct person_id) from data_use
        where at >= ${month.toString()}::timestamptz and at < ${month.add({ months: 1 }).toString()}::timestamptz
        group by purpose
        on conflict (month, purpose) do update set people = excluded.people`.execute(ctx.database);
    }
  });
}

/** The counts of the newest whole or running month that has any: purpose → people, where that is ten or more. */
export async function usesTold(ctx: Context): Promise<{ month: string | null; people: Map<string, number> }> {
  const rows = await ctx.database
    .selectFrom('use_count')
    .select(['purpose', 'people', sql<string>`month::text`.as('month')])
    .where('month', '=', (newest) =>
      newest.selectFrom('use_count').select((n) => n.fn.max('month').as('month')),
    )
    .execute();
  const told = rows.filter(({ people }) => people >= fewestTold);
  return {
    month: rows[0]?.month.slice(0, 7) ?? null,
    people: new Map(told.map((row) => [row.purpose, row.people])),
  };
}
