import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { effectOf, type Week } from './benefit/effect.ts';
import { returnOf, type Verdict } from './benefit/roi.ts';
import type { State } from './living/life.ts';
import type { MetricType, Plan } from './living/plan.ts';

export type PilotArea = 'experience' | 'conversation' | 'content' | 'collaboration';

/** A pilot as it stood at a moment, for who counts. */
export interface PilotFigures {
  readonly publicId: string;
  readonly title: string;
  readonly template: string | null;
  readonly area: PilotArea;
  readonly state: State;
  readonly phase: number;
  readonly owned: boolean;
  readonly departmentId: string | null;
  /** Days, `2026-11-24`; null while it did not come to that. */
  readonly startedOn: string | null;
  readonly keptOn: string | null;
  /** When it was stopped, kept or scaled up the last time: then its return is asked. */
  readonly endedOn: string | null;
  /** The figure it is about, with its type; null without a plan. */
  readonly metric: { readonly name: string; readonly type: MetricType } | null;
  readonly target: number | null;
  /** The last day of the newest week with a value. */
  readonly valueOn: string | null;
  /** Weeks with a value since it began, and whether the gain of all of them excludes zero at 90 %. */
  readonly weeks: number;
  readonly better: boolean;
  readonly verdict: Verdict;
}

interface Row extends Omit<PilotFigures, 'metric' | 'target' | 'weeks' | 'better' | 'verdict'> {
  id: string;
  plan: Plan | null;
}

interface FigureRow extends Week {
  pilotId: string;
  metric: string;
  side: 'pilot' | 'beside' | 'holdout';
}

const z90 = 1.64485;

/** Every pilot that existed at a moment, as it stood then. Three statements. */
export async function measurePilots(ctx: Context, asOf: Date): Promise<PilotFigures[]> {
  const found = await sql<Row>`
    select p.id, p.public_id as "publicId", p.title, p.template, p.area, s.to_state as state, s.phase,
      p.owner_id is not null as owned, p.department_id::text as "departmentId", p.plan,
      (select min(at)::date::text from pilot_step x where x.pilot_id = p.id and x.act = 'start' and x.at <= ${asOf})
        as "startedOn",
      (select max(at)::date::text from pilot_step x where x.pilot_id = p.id and x.act = 'keep' and x.at <= ${asOf})
        as "keptOn",
      (select max(at)::date::text from pilot_step x where x.pilot_id = p.id and x.act in ('keep', 'stop', 'scale')
        and x.at <= ${asOf}) as "endedOn",
      (select (max(week) + 6)::text from pilot_figure f where f.pilot_id = p.id and f.side = 'pilot' and f.n > 0
        and f.week <= ${asOf}::date) as "valueOn"
    from pilot p join lateral (
      select to_state, phase from pilot_step x where x.pilot_id = p.id and x.at <= ${asOf} order by seq desc limit 1) s on true
    where p.created_at <= ${asOf} order by p.id`.execute(ctx.database);
  if (found.rows.length === 0) return [];
  const ids = found.rows.map(({ id }) => id);
  const figures = await sql<FigureRow>`
    select pilot_id as "pilotId", metric, side, week::text as week, n, value, spread from pilot_figure
    where pilot_id = any(${ids}::bigint[]) and week <= ${asOf}::date`.execute(ctx.database);
  const costs = await sql<{ pilotId: string; euros: number }>`
    select pilot_id as "pilotId", sum(euros)::float8 as euros from pilot_cost
    where pilot_id = any(${ids}::bigint[]) and spent_on <= ${asOf}::date group by 1`.execute(ctx.database);
  const spent = new Map(costs.rows.map(({ pilotId, euros }) => [pilotId, euros]));
  const perPilot = Map.groupBy(figures.rows, ({ pilotId }) => pilotId);
  return found.rows.map((row) => pilotOf(row, perPilot.get(row.id) ?? [], spent.get(row.id) ?? 0));
}

function pilotOf({ id, plan, ...row }: Row, figures: readonly FigureRow[], cost: number): PilotFigures {
  const metric = plan?.metric ?? null;
  const of = (side: FigureRow['side']) =>
    figures.filter((one) => one.side === side && (metric === null || one.metric === metric.code));
  const sides = { pilot: of('pilot'), beside: of('beside'), holdout: of('holdout') };
  const effect = metric && row.startedOn ? effectOf(metric, sides, row.startedOn) : undefined;
  const worth = metric && effect && plan ? [{ metric, effect, unitValue: plan.unitValue }] : [];
  return {
    ...row,
    metric: metric && { name: metric.name, type: metric.type },
    target: plan?.target ?? null,
    weeks: effect?.weeks ?? 0,
    better: effect !== undefined && effect.gain - z90 * effect.error > 0,
    verdict: returnOf(worth, cost).verdict,
  };
}

/** Of the answers to the items of the culture profile, in the newest round that began by then, how many agree. */
export async function measureCulture(ctx: Context, asOf: Date): Promise<{ k: number; n: number }> {
  const found = await sql<{ k: number; n: number }>`
    select coalesce(sum(answers) filter (where value >= 4), 0)::int as k, coalesce(sum(answers), 0)::int as n
    from culture_count where round_id = (select max(id) from culture_round where opened_at <= ${asOf})`.execute(
    ctx.database,
  );
  return found.rows[0] ?? { k: 0, n: 0 };
}

/** Who stand together behind a pilot that runs at a moment: its owner and its sponsor. */
export async function measurePilotTies(ctx: Context, asOf: Date): Promise<{ one: string; other: string }[]> {
  const found = await sql<{ one: string; other: string }>`
    select distinct least(p.owner_id, p.sponsor_id)::text as one, greatest(p.owner_id, p.sponsor_id)::text as other
    from pilot p join lateral (select to_state from pilot_step x where x.pilot_id = p.id and x.at <= ${asOf}
      order by seq desc limit 1) s on s.to_state in ('running', 'deciding', 'kept')
    where p.owner_id <> p.sponsor_id`.execute(ctx.database);
  return found.rows;
}
