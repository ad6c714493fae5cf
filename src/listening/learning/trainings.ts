import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { getHead } from '../heads/head.ts';
import { type Retrained, retrain } from './learning.ts';

/** A training that a colleague asked for, and what came of it. */
export interface Training {
  readonly id: string;
  readonly askedAt: Date;
  /** null: Polder itself. */
  readonly askedBy: string | null;
  readonly endedAt: Date | null;
  /** null while it is still to come or under way. */
  readonly outcome: Retrained['outcome'] | 'failed' | null;
  readonly why: string | null;
  readonly version: number | null;
}

/** A job that did not come to an end within this is not waited for any more: its process is gone. */
const patience = '30 minutes';

/**
 * Has a head trained as a job, so that nobody waits in front of a page. One that still waits to begin is not asked for twice.
 * @throws Refusal `not-found.head`, `forbidden.action`
 */
export async function orderTraining(ctx: Context, headKey: string): Promise<void> {
  requires(ctx.actor, 'model.manage');
  await transact(ctx, 'train', async (ctx) => {
    await getHead(ctx, headKey);
    const now = asDate(ctx.clock.now());
    const asked = await sql<{ id: string }>`
      insert into training (head, asked_at, asked_by)
      select ${headKey}, ${now}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}
      where not exists (select from training where head = ${headKey} and began_at is null and ended_at is null
        and asked_at > ${now}::timestamptz - ${patience}::interval)
      returning id`.execute(ctx.database);
    const id = asked.rows[0]?.id;
    if (id) await sendJob(ctx, 'retrain', { head: headKey, training: id });
  });
}

/** The job: trains, and writes down what came of it for the screen; `training` null: nobody asked for it there. */
export async function runTraining(
  ctx: Context,
  { head, training }: { head: string; training: string | null },
): Promise<void> {
  if (training === null) {
    await retrain(ctx, head);
    return;
  }
  const by = await begin(ctx, training);
  try {
    const { outcome, why, version } = await retrain(ctx, head, by);
    await end(ctx, training, { outcome, why, version });
  } catch (error) {
    await end(ctx, training, { outcome: 'failed', why: null, version: null });
    throw error;
  }
}

async function begin(ctx: Context, id: string): Promise<string | null> {
  const began_at = asDate(ctx.clock.now());
  const row = await ctx.database
    .updateTable('training')
    .set({ began_at, ended_at: null, outcome: null })
    .where('id', '=', id)
    .returning('asked_by')
    .executeTakeFirst();
  return row?.asked_by ?? null;
}

async function end(
  ctx: Context,
  id: string,
  came: Pick<Training, 'why' | 'version'> & { outcome: string },
): Promise<void> {
  const ended_at = asDate(ctx.clock.now());
  await ctx.database
    .updateTable('training')
    .set({ ...came, ended_at })
    .where('id', '=', id)
    .execute();
}

/** The newest training that was asked for; undefined when nobody asked, or when it came to no end long ago. */
export async function findTraining(ctx: Context, headKey: string): Promise<Training | undefined> {
  const found = await sql<Training>`
    select t.id, t.asked_at as "askedAt", e.name as "askedBy", t.ended_at as "endedAt", t.outcome, t.why, t.version
    from training t left join employee e on e.id = t.asked_by
    where t.head = ${headKey}
      and (t.ended_at is not null or t.asked_at > ${asDate(ctx.clock.now())}::timestamptz - ${patience}::interval)
    order by t.id desc limit 1`.execute(ctx.database);
  return found.rows[0];
}
