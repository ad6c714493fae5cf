import { sql } from 'kysely';
import { asDate, asInstant } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Confidence } from '../confidence.ts';
import type { StageNumber } from '../stages.ts';
import type { Standing } from '../standing.ts';
import type { JourneyEvent } from './happening.ts';
import type { Remembered, Stepped } from './stepping.ts';

/** The organisation as a whole stands under department 0. */
export const whole = '0';

export interface Week {
  readonly departmentId: string;
  readonly asOf: Temporal.Instant;
  readonly standing: Standing;
  readonly confidence: Confidence;
  readonly phase: number;
  readonly frozen: 'declared' | 'source' | null;
  readonly steps: readonly Stepped[];
  readonly events: readonly JourneyEvent[];
}

/** Writes weeks down. Three statements for all of them. */
export async function keepWeeks(ctx: Context, weeks: readonly Week[]): Promise<void> {
  const now = asDate(ctx.clock.now());
  const rows = weeks.map(({ departmentId, asOf, standing, confidence, phase, frozen }) => ({
    ...{ department: departmentId, at: asOf.toString(), phase, frozen },
    ...{ proven: standing.proven, possible: standing.possible, ...confidence },
  }));
  await sql`
    insert into journey_week (department_id, as_of, evaluated_at, proven, possible, phase, coverage, certainty, freshness,
      class, frozen)
    select department, at, ${now}, proven, possible, phase, coverage, certainty, freshness, class, frozen
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (department bigint, at timestamptz, proven int,
      possible int, phase int, coverage real, certainty real, freshness real, class text, frozen text)
    on conflict (department_id, as_of) do nothing`.execute(ctx.database);
  await keepJudgements(ctx, weeks);
  const events = weeks.flatMap(({ departmentId, asOf, events }) =>
    events.map((event) => ({ department: departmentId, at: asOf.toString(), ...event })),
  );
  await sql`insert into journey_event (department_id, as_of, kind, data) select department, at, kind, data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as t (department bigint, at timestamptz, kind text, data jsonb)
    on conflict (department_id, as_of, kind) do nothing`.execute(ctx.database);
}

export async function keepJudgements(
  ctx: Context,
  weeks: readonly Pick<Week, 'departmentId' | 'asOf' | 'steps'>[],
): Promise<void> {
  const rows = weeks.flatMap(({ departmentId, asOf, steps }) =>
    steps.map((step) => judgementRow({ department: departmentId, at: asOf.toString() }, step)),
  );
  await sql`
    insert into journey_judgement (department_id, criterion, version, as_of, state, reading, up, down, unknown, seen, round,
      why, indicator, value, n, low, high)
    select department, criterion, version, at, state, reading, up, down, least(unknown, 30000), least(seen, 30000), round,
      why, indicator, value, n, low, high
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (department bigint, criterion text, version int,
      at timestamptz, state text, reading text, up int, down int, unknown int, seen int, round text, why text,
      indicator text, value float8, n bigint, low float8, high float8)
    on conflict (department_id, criterion, version, as_of) do nothing`.execute(ctx.database);
}

function judgementRow(of: { department: string; at: string }, { outcome, held, reading }: Stepped) {
  const { criterion, why, decidedBy } = outcome;
  const { value = null, n = null, low = null, high = null } = decidedBy?.measured ?? {};
  return {
    ...of,
    ...{ criterion: criterion.id, version: criterion.version, reading, why },
    ...held,
    ...{ indicator: decidedBy?.part.indicator ?? null, value, n, low, high },
  };
}

/** What every criterion remembered at the last evaluation at or before a moment, and when that was. */
export async function memoryAt(
  ctx: Context,
  departmentId: string,
  at: Temporal.Instant,
): Promise<{ asOf: Temporal.Instant | null; proven: StageNumber; memory: Map<string, Remembered> }> {
  const found = await sql<Remembered & { criterion: string; asOf: Date; proven: StageNumber }>`
    select distinct on (j.criterion) j.criterion, j.state, j.up, j.down, j.unknown, j.seen, j.round, w.as_of as "asOf",
      w.proven
    from (select * from journey_week where department_id = ${departmentId} and as_of <= ${asDate(at)}
      order by as_of desc limit 1) w
    join journey_judgement j on j.department_id = w.department_id and j.as_of = w.as_of
    order by j.criterion, j.version desc`.execute(ctx.database);
  const first = found.rows[0];
  return {
    asOf: first ? asInstant(first.asOf) : null,
    proven: first?.proven ?? 1,
    memory: new Map(
      found.rows.map(({ criterion, state, up, down, unknown, seen, round }) => [
        criterion,
        { state, up, down, unknown, seen, round },
      ]),
    ),
  };
}

/** Forgets what was evaluated after a moment, because its days changed. Departments too. */
export async function forgetWeeks(ctx: Context, after: Date): Promise<void> {
  for (const table of ['journey_judgement', 'journey_event', 'journey_week'] as const) {
    await sql`delete from ${sql.table(table)} where as_of > ${after}`.execute(ctx.database);
  }
}
