import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { EventKind } from './happening.ts';
import { whole } from './keeping.ts';

export interface WeekPoint {
  readonly asOf: Date;
  readonly proven: number;
  readonly possible: number;
  readonly phase: number;
  readonly class: 'high' | 'medium' | 'low';
  readonly frozen: 'declared' | 'source' | null;
}

export type TimelineKind =
  | EventKind
  | 'pilot'
  | 'policy'
  | 'ambition'
  | 'goal'
  | 'decision'
  | 'freeze'
  | 'version';

export interface TimelineEntry {
  readonly at: Date;
  readonly kind: TimelineKind;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every evaluated week, oldest first. */
export async function listWeeks(ctx: Context, until: Date, departmentId = whole): Promise<WeekPoint[]> {
  const found = await sql<WeekPoint>`
    select as_of as "asOf", proven, possible, phase, class, frozen from journey_week
    where department_id = ${departmentId} and as_of <= ${until} order by as_of`.execute(ctx.database);
  return found.rows;
}

const latest = 200;

/** What happened on the way: stages, warnings, pilots, policies, ambitions. The newest first. */
export async function listTimeline(ctx: Context, until: Date): Promise<TimelineEntry[]> {
  const found = await sql<TimelineEntry>`
    select at, kind, data from (
      select as_of as at, kind, data from journey_event where department_id = 0
      union all
      select s.at, 'pilot', jsonb_build_object('act', s.act, 'title', p.title, 'id', p.public_id, 'phase', s.phase)
      from pilot_step s join pilot p on p.id = s.pilot_id where s.act in ('start', 'scale', 'keep', 'stop', 'change')
      union all
      select published_at, 'policy', jsonb_build_object('words', words, 'version', version) from rule_version
      union all
      select decided_at, 'ambition', jsonb_build_object('model', model, 'level', level, 'mode', mode) from ambition
      union all
      select made_at, 'goal', jsonb_build_object('name', name) from goal
      union all
      select decided_on::timestamptz, 'decision', jsonb_build_object('decision', decision) from team_decision
      union all
      select made_at, 'freeze', jsonb_build_object('from', from_on, 'until', until_on, 'why', why) from journey_freeze
      where ended_at is null
      union all
      select made_at, 'version', jsonb_build_object('criterion', criterion, 'version', version) from criterion_version
    ) t where at <= ${until} order by at desc limit ${latest}`.execute(ctx.database);
  return found.rows;
}

export interface CriterionPoint {
  readonly asOf: Date;
  readonly version: number;
  readonly state: 'met' | 'not_met' | 'unknown';
  readonly indicator: string | null;
  readonly value: number | null;
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly up: number;
  readonly down: number;
}

/** How one criterion was judged, week by week, oldest first: a line per version. */
export async function listJudgements(
  ctx: Context,
  criterion: string,
  { until, departmentId = whole }: { until: Date; departmentId?: string },
): Promise<CriterionPoint[]> {
  const found = await sql<CriterionPoint>`
    select as_of as "asOf", version, state, indicator, value, n::float8 as n, low, high, up, down
    from journey_judgement where department_id = ${departmentId} and criterion = ${criterion} and as_of <= ${until}
    order by version, as_of`.execute(ctx.database);
  return found.rows;
}

/** The highest stage there ever was, and when it was lost; undefined when nothing was lost. */
export async function lastFall(
  ctx: Context,
  until: Date,
): Promise<{ at: Date; from: number; to: number; causes: string[] } | undefined> {
  const found = await sql<{ at: Date; data: { from: number; to: number; causes: string[] } }>`
    select as_of as at, data from journey_event where department_id = 0 and kind = 'stage_lost' and as_of <= ${until}
    order by as_of desc limit 1`.execute(ctx.database);
  const row = found.rows[0];
  return row && { at: row.at, ...row.data };
}

/** Departments that were evaluated, with their newest week. */
export async function listDepartmentWeeks(
  ctx: Context,
  until: Temporal.Instant,
): Promise<{ id: string; name: string; people: number; proven: number; possible: number; asOf: Date }[]> {
  const found = await sql<{
    id: string;
    name: string;
    people: number;
    proven: number;
    possible: number;
    asOf: Date;
  }>`
    select distinct on (d.id) d.id::text as id, d.name, w.proven, w.possible, w.as_of as "asOf",
      (select count(*)::int from employee e where e.department_id = d.id and e.left_at is null) as people
    from department d join journey_week w on w.department_id = d.id
    where d.ended_at is null and w.as_of <= ${asDate(until)} order by d.id, w.as_of desc`.execute(
    ctx.database,
  );
  return found.rows;
}
