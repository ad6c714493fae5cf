import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tellOfLimit, usedOf } from '../amounts.ts';
import { lockPilot, today } from '../living/pilot.ts';
import { type CostKind, costKinds } from '../living/plan.ts';
import { employeeIn, requiresOwner } from '../living/stepping.ts';
import type { Sides, Week } from './effect.ts';

export type Side = keyof Sides;
export type Figured = 'benefit' | 'guard';

export interface Series {
  readonly metric: Figured;
  readonly side: Side;
  readonly weeks: readonly Week[];
}

/** Keeps what was measured, week by week; a week that was measured before is measured again. */
export async function keepSeries(ctx: Context, pilotId: string, all: readonly Series[]): Promise<void> {
  const rows = all.flatMap(({ metric, side, weeks }) => weeks.map((week) => ({ metric, side, ...week })));
  if (rows.length === 0) return;
  await sql`
    insert into pilot_figure (pilot_id, metric, side, week, n, value, spread, entered, noted_at, noted_by)
    select ${pilotId}, t.metric, t.side, t.week, t.n, t.value, t.spread, false, ${asDate(ctx.clock.now())}, null
    from unnest(${rows.map((r) => r.metric)}::text[], ${rows.map((r) => r.side)}::text[],
      ${rows.map((r) => r.week)}::date[], ${rows.map((r) => r.n)}::float8[], ${rows.map((r) => r.value)}::float8[],
      ${rows.map((r) => r.spread ?? null)}::float8[]) as t (metric, side, week, n, value, spread)
    on conflict (pilot_id, metric, side, week) do update set n = excluded.n, value = excluded.value,
      spread = excluded.spread, entered = false, noted_at = excluded.noted_at, noted_by = null`.execute(
    ctx.database,
  );
}

export interface Entered {
  readonly metric: Figured;
  readonly side: Side;
  /** Any day of the week. */
  readonly day: string;
  readonly n: number;
  readonly value: number;
}

/** A week that the house cannot measure itself. @throws Refusal `invalid.figure` */
export async function enterFigure(ctx: Context, id: string, entered: Entered): Promise<void> {
  const { metric, side, n, value } = entered;
  if (!(n > 0) || !Number.isFinite(value)) throw new Refusal('invalid.figure');
  const day = Temporal.PlainDate.from(entered.day);
  const week = day.subtract({ days: day.dayOfWeek - 1 }).toString();
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    if (metric === 'benefit' && pilot.plan?.metric?.unit === 'share' && (value < 0 || value > 1))
      throw new Refusal('invalid.figure');
    await sql`
      insert into pilot_figure (pilot_id, metric, side, week, n, value, entered, noted_at, noted_by)
      values (${pilot.id}, ${metric}, ${side}, ${week}::date, ${n}, ${value}, true, ${asDate(ctx.clock.now())},
        ${employeeIn(ctx)}::bigint)
      on conflict (pilot_id, metric, side, week) do update set n = excluded.n, value = excluded.value, entered = true,
        noted_at = excluded.noted_at, noted_by = excluded.noted_by`.execute(ctx.database);
    await ctx.emit([
      { verb: 'pilot.figure-entered', subject: { kind: 'pilot', id: pilot.id }, data: { week } },
    ]);
  });
}

export interface Cost {
  readonly kind: CostKind;
  readonly euros: number;
  readonly spentOn: string;
  readonly what: string;
}

/** Tells it when the budget comes near to its end, or reaches it. @throws Refusal `invalid.cost` */
export async function noteCost(ctx: Context, id: string, cost: Cost): Promise<void> {
  if (!costKinds.includes(cost.kind) || !(cost.euros >= 0)) throw new Refusal('invalid.cost');
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    const date = await today(ctx);
    const spent = async () => (await usedOf(ctx, [{ key: id }], date)).get(id)?.spent ?? { eur: 0, hours: 0 };
    const before = await spent();
    await sql`
      insert into pilot_cost (pilot_id, kind, euros, spent_on, what, noted_at, noted_by)
      values (${pilot.id}, ${cost.kind}, ${cost.euros}, ${cost.spentOn}::date, ${cost.what.trim()},
        ${asDate(ctx.clock.now())}, ${employeeIn(ctx)}::bigint)`.execute(ctx.database);
    const after = await spent();
    for (const what of ['eur', 'hours'] as const) {
      const limit = pilot.scope?.budget?.[what];
      if (limit !== undefined)
        await tellOfLimit(ctx, pilot.id, { before: before[what], after: after[what], limit, what });
    }
  });
}

export interface Kept {
  readonly benefit: Sides;
  readonly guard: Sides;
  /** When the newest of them was noted. */
  readonly notedAt: Date | null;
  readonly costs: readonly Cost[];
}

/** All figures and costs of these pilots, by pilot. Two statements, however many pilots. */
export async function keptOf(ctx: Context, pilotIds: readonly string[]): Promise<Map<string, Kept>> {
  const figures = await sql<{
    pilot: string;
    metric: Figured;
    side: Side;
    week: string;
    n: number;
    value: number;
    spread: number | null;
    noted_at: Date;
  }>`
    select pilot_id as pilot, metric, side, week::text, n, value, spread, noted_at from pilot_figure
    where pilot_id = any (${[...pilotIds]}::bigint[]) order by week`.execute(ctx.database);
  const costs = await sql<{ pilot: string; kind: CostKind; euros: string; spent_on: string; what: string }>`
    select pilot_id as pilot, kind, euros, spent_on::text, what from pilot_cost
    where pilot_id = any (${[...pilotIds]}::bigint[]) order by spent_on, id`.execute(ctx.database);
  const byPilot = Map.groupBy(figures.rows, ({ pilot }) => pilot);
  const spent = Map.groupBy(costs.rows, ({ pilot }) => pilot);
  return new Map(
    pilotIds.map((id) => {
      const own = byPilot.get(id) ?? [];
      const sidesOf = (metric: Figured): Sides => ({
        pilot: own.filter((row) => row.metric === metric && row.side === 'pilot'),
        beside: own.filter((row) => row.metric === metric && row.side === 'beside'),
        holdout: own.filter((row) => row.metric === metric && row.side === 'holdout'),
      });
      const last = own.reduce<Date | null>((a, { noted_at }) => (!a || noted_at > a ? noted_at : a), null);
      const paid = (spent.get(id) ?? []).map(({ kind, euros, spent_on, what }) => ({
        kind,
        euros: Number(euros),
        spentOn: spent_on,
        what,
      }));
      return [id, { benefit: sidesOf('benefit'), guard: sidesOf('guard'), notedAt: last, costs: paid }];
    }),
  );
}
