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
 * How many persons are in a group, when figures about it may be shown. Of two groups that differ by fewer than ten
 * persons, the difference of the figures would tell about those few; so a group that nearly is another one is not
 * shown, and what was told of a group stands until it holds ten more or fewer. Compares with every rule that was ever
 * counted, as it is now, under the lock of all counting.
 */
export async function sizeToShow(
  ctx: Context,
  asked: Asked,
  ruleId: string,
): Promise<{ size: number } | { withheld: Withheld }> {
  await sql`select pg_advisory_xact_lock(7003, 0)`.execute(ctx.database);
  const size = await sizeOf(ctx, asked);
  if (size < fewest) return { withheld: 'small' };
  const { own, others } = await toldNear(ctx, ruleId, size);
  if (own !== undefined) return { size: own };
  let told = size;
  for (const { rule, purpose, size: before } of others) {
    const other = { ...asked, rule, purpose };
    const difference = await differenceNow(ctx, asked, other);
    // The very same persons: another number would tell who came or left since.
    if (difference === 0) told = before;
    else if (difference < fewest + Math.abs((await sizeNow(ctx, other)) - before))
      return { withheld: 'alike' };
  }
  await remember(ctx, ruleId, told);
  return { size: told };
}

interface Told {
  id: string;
  rule: Rule;
  purpose: Purpose;
  size: number;
}

/** What was told of groups that could be nearly this one, and of this one itself. */
async function toldNear(
  ctx: Context,
  ruleId: string,
  size: number,
): Promise<{ own: number | undefined; others: Told[] }> {
  const near = await sql<Told>`
    select r.id, r.rule, s.purpose, r.size from segment_rule r join segment s on s.id = r.segment_id
    where r.size between ${size - fewest + 1} and ${size + fewest - 1} order by r.id`.execute(ctx.database);
  const own = near.rows.find(({ id }) => id === ruleId)?.size;
  return { own, others: near.rows.filter(({ id }) => id !== ruleId) };
}

/** A rule that asks about what is no longer kept has no members any more, and is like nothing. */
function differenceNow(ctx: Context, one: Asked, other: Asked): Promise<number> {
  return unlessBroken(differenceOf(ctx, one, other), Infinity);
}

function sizeNow(ctx: Context, other: Asked): Promise<number> {
  return unlessBroken(sizeOf(ctx, other), 0);
}

async function unlessBroken(counting: Promise<number>, broken: number): Promise<number> {
  try {
    return await counting;
  } catch (error) {
    if (isRefusal(error) && error.code === 'conflict.segment-broken') return broken;
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
