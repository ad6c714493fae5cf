import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { type Asked, differenceOf, fewest, sizeOf } from './members.ts';
import type { Rule } from './rule.ts';

/** Why a figure about a group is not shown: it is too small, or nearly the same group was shown before. */
export type Withheld = 'small' | 'alike';

/**
 * How many persons are in a group, when figures about it may be shown. Of two groups that differ by fewer than ten persons, the difference
 * of the figures would tell about those few; so a group that nearly is another one, or nearly what it was itself, is
 * not shown. Compares with every rule that was ever counted, under the lock of all counting.
 */
export async function sizeToShow(
  ctx: Context,
  asked: Asked,
  ruleId: string,
): Promise<{ size: number } | { withheld: Withheld }> {
  await sql`select pg_advisory_xact_lock(7003, 0)`.execute(ctx.database);
  const size = await sizeOf(ctx, asked);
  if (size < fewest) return { withheld: 'small' };
  const near = await sql<{ rule: Rule; purpose: Purpose }>`
    select r.rule, s.purpose from segment_rule r join segment s on s.id = r.segment_id
    where r.size between ${size - fewest + 1} and ${size + fewest - 1}
      and r.id <> ${ruleId}`.execute(ctx.database);
  for (const { rule, purpose } of near.rows) {
    const difference = await differenceNow(ctx, asked, { ...asked, rule, purpose });
    if (difference > 0 && difference < fewest) return { withheld: 'alike' };
  }
  await remember(ctx, ruleId, size);
  return { size };
}

/** A rule that asks about what is no longer kept has no members any more, and is like nothing. */
async function differenceNow(ctx: Context, one: Asked, other: Asked): Promise<number> {
  try {
    return await differenceOf(ctx, one, other);
  } catch (error) {
    if (isRefusal(error) && error.code === 'conflict.segment-broken') return 0;
    throw error;
  }
}

async function remember(ctx: Context, ruleId: string, size: number): Promise<void> {
  await ctx.database
    .updateTable('segment_rule')
    .set({ size, counted_at: asDate(ctx.clock.now()) })
    .where('id', '=', ruleId)
    .execute();
}

/** Of each rule that was counted and may be shown, how many it held when it was last opened. One statement. */
export async function sizesShown(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.database
    .selectFrom('segment_rule')
    .select(['id', 'size'])
    .where('size', '>=', fewest)
    .execute();
  return new Map(rows.flatMap(({ id, size }) => (size === null ? [] : [[id, size] as const])));
}
