import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type QuestionRule, questionKinds } from './question.ts';

export interface QueueQuestion {
  /** Key of the queue. */
  queue: string;
  name: string;
  /** null: nothing was ever asked here. */
  rule: QuestionRule | null;
}

/** Every queue with what its customers are asked. One statement. */
export async function listQuestionRules(ctx: Context): Promise<QueueQuestion[]> {
  const found = await sql<QueueQuestion>`
    select q.key as queue, q.name, case when r.queue_id is not null then json_build_object('kind', r.kind,
      'delayMinutes', r.delay_minutes, 'share', r.share, 'quietDays', r.quiet_days, 'active', r.active) end as rule
    from queue q left join question_rule r on r.queue_id = q.id
    where q.ended_at is null order by lower(q.name), q.id`.execute(ctx.database);
  return found.rows;
}

/** @throws Refusal `not-found.queue`, `invalid.question` */
export async function arrangeQuestion(ctx: Context, queue: string, rule: QuestionRule): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const { kind, delayMinutes, share, quietDays, active } = rule;
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!questionKinds.includes(kind) || !within(delayMinutes, 0, 10_080))
    throw new Refusal('invalid.question');
  if (!within(share, 1, 100) || !within(quietDays, 0, 365)) throw new Refusal('invalid.question');
  await transact(ctx, null, async (ctx) => {
    const kept = await sql<{ id: string }>`
      insert into question_rule (queue_id, kind, delay_minutes, share, quiet_days, active, changed_at, changed_by)
      select id, ${kind}, ${delayMinutes}, ${share}, ${quietDays}, ${active}, ${asDate(ctx.clock.now())}, ${doneBy(ctx)}
      from queue where key = ${queue} and ended_at is null
      on conflict (queue_id) do update set kind = excluded.kind, delay_minutes = excluded.delay_minutes,
        share = excluded.share, quiet_days = excluded.quiet_days, active = excluded.active,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
      returning queue_id as id`.execute(ctx.database);
    const [row] = kept.rows;
    if (!row) throw new Refusal('not-found.queue', { key: queue });
    await ctx.emit([{ verb: 'question.arranged', subject: { kind: 'queue', id: row.id } }]);
  });
}
