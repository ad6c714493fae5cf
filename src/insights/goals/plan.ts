import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface Period {
  /** `2026-11` */
  readonly month: string;
  readonly forecast: number | null;
  readonly actual: number | null;
}

export interface PlanLine {
  readonly id: string;
  readonly publicId: string;
  readonly year: number;
  readonly name: string;
  readonly unit: string;
  readonly owner: string | null;
  /** Oldest first, the newest saying of each. */
  readonly periods: readonly Period[];
  /** When a forecast was said or said again, the last time; null: never. */
  readonly revisedOn: string | null;
}

/** The lines of the plans as they stood at a moment. Two statements. */
export async function listPlanLines(ctx: Context, at: Date): Promise<PlanLine[]> {
  const found = await sql<Omit<PlanLine, 'periods'>>`
    select l.id::text as id, l.public_id as "publicId", l.year, l.name, l.unit, e.name as owner,
      (select max(said_at)::date::text from plan_period p where p.plan_line_id = l.id and p.forecast is not null
        and p.said_at <= ${at}) as "revisedOn"
    from plan_line l left join employee e on e.id = l.owner_id
    where l.made_at <= ${at} and (l.ended_at is null or l.ended_at > ${at}) order by l.year desc, l.id`.execute(
    ctx.database,
  );
  const periods = await sql<Period & { lineId: string }>`
    select plan_line_id::text as "lineId", to_char(period, 'YYYY-MM') as month,
      (array_agg(forecast order by id desc) filter (where forecast is not null))[1] as forecast,
      (array_agg(actual order by id desc) filter (where actual is not null))[1] as actual
    from plan_period where said_at <= ${at} group by 1, 2 order by 2`.execute(ctx.database);
  const perLine = Map.groupBy(periods.rows, ({ lineId }) => lineId);
  return found.rows.map((line) => ({
    ...line,
    periods: (perLine.get(line.id) ?? []).map(({ month, forecast, actual }) => ({ month, forecast, actual })),
  }));
}

/** A line with a forecast for the year, and for every month of it that is over an actual beside its forecast. */
export function isForecast({ year, periods }: PlanLine, day: string): boolean {
  const month = day.slice(0, 7);
  const own = periods.filter((one) => one.month.startsWith(`${year}-`) && one.forecast !== null);
  return own.length > 0 && own.every((one) => one.month >= month || one.actual !== null);
}

/** Mean of |actual − forecast| / |actual| over the last closed periods; weighed when an actual is near nothing. */
export function meanError(periods: readonly Period[], last = 2): { value: number | null; n: number } {
  const closed = periods.filter((one) => one.forecast !== null && one.actual !== null).slice(-last);
  if (closed.length === 0) return { value: null, n: 0 };
  const off = closed.map(({ forecast, actual }) => Math.abs((actual ?? 0) - (forecast ?? 0)));
  const size = closed.map(({ actual }) => Math.abs(actual ?? 0));
  const mean = size.reduce((sum, one) => sum + one, 0) / size.length;
  const tiny = size.some((one) => one < mean / 100 || one === 0);
  const value = tiny
    ? off.reduce((sum, one) => sum + one, 0) / Math.max(mean * size.length, Number.EPSILON)
    : off.reduce((sum, one, i) => sum + one / (size[i] ?? 1), 0) / closed.length;
  return { value: mean === 0 ? null : value, n: closed.length };
}
