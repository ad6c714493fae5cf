import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Act, State } from '../living/life.ts';

export interface PilotStep {
  readonly act: Act;
  readonly to: State;
  readonly phase: number;
  readonly at: Date;
  readonly by: string | null;
  readonly why: string | null;
}

/** What a pilot went through, the newest first. */
export async function stepsOf(ctx: Context, pilotId: string): Promise<PilotStep[]> {
  const found = await sql<PilotStep>`
    select s.act, s.to_state as to, s.phase, s.at, e.name as by, s.why from pilot_step s
    left join employee e on e.id = s.by where s.pilot_id = ${pilotId} order by s.seq desc`.execute(
    ctx.database,
  );
  return found.rows;
}

/** Since when each pilot that is kept is kept, and when anything of it was measured last. One statement. */
export async function standingOfKept(
  ctx: Context,
): Promise<Map<string, { keptSince: Date | null; measuredAt: Date | null }>> {
  const found = await sql<{ id: string; kept: Date | null; measured: Date | null }>`
    select p.id, (select max(s.at) from pilot_step s where s.pilot_id = p.id and s.act = 'keep') as kept,
      (select max(f.noted_at) from pilot_figure f where f.pilot_id = p.id) as measured
    from pilot p where p.state in ('running', 'deciding', 'kept')`.execute(ctx.database);
  return new Map(found.rows.map(({ id, kept, measured }) => [id, { keptSince: kept, measuredAt: measured }]));
}
