import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ApprovalRule, How } from './rule.ts';

export interface NewApprovalRule {
  kind: ApprovalRule['kind'];
  /** Key of the queue, key of the topic, or public id of the colleague. */
  of: string;
  how: How;
  /** Of a hundred answers; with `sample` only. */
  share?: number | undefined;
}

/** Says when a second person looks; what was said of the same queue, topic or colleague before ends. */
export async function setRule(ctx: Context, rule: NewApprovalRule): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const { kind, of, how } = rule;
  const share = how === 'sample' ? (rule.share ?? 0) : null;
  if (share !== null && !(share >= 1 && share <= 100)) throw new Refusal('invalid.share', { share });
  await transact(ctx, null, async (ctx) => {
    const id = await idOf(ctx, kind, of);
    await endRunning(ctx, kind, id);
    const now = ctx.clock.now();
    await sql`
      insert into approval_rule (public_id, kind, queue_id, topic, employee_id, how, share, made_at, made_by)
      values (${publicId('ap', now.epochMilliseconds)}, ${kind}, ${kind === 'queue' ? id : null}::bigint,
        ${kind === 'topic' ? id : null}, ${kind === 'person' ? id : null}::bigint, ${how}, ${share}, ${asDate(now)},
        ${doneBy(ctx)})`.execute(ctx.database);
    await ctx.emit([
      { verb: 'approval.ruled', subject: { kind: 'approval', id: null }, data: { kind, how } },
    ]);
  });
}

/** Nothing is said of it any more. */
export async function endRule(ctx: Context, rulePublicId: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    await sql`update approval_rule set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${doneBy(ctx)}
      where public_id = ${rulePublicId} and ended_at is null`.execute(ctx.database);
  });
}

async function idOf(ctx: Context, kind: ApprovalRule['kind'], of: string): Promise<string> {
  if (kind === 'topic') return of;
  const found =
    kind === 'queue'
      ? await sql<{ id: string }>`select id from queue where key = ${of} for share`.execute(ctx.database)
      : await sql<{
          id: string;
        }>`select id from employee where public_id = ${of} and left_at is null for share`.execute(
          ctx.database,
        );
  const [row] = found.rows;
  if (!row) throw new Refusal(kind === 'queue' ? 'not-found.queue' : 'not-found.employee', { id: of });
  return row.id;
}

async function endRunning(ctx: Context, kind: ApprovalRule['kind'], id: string): Promise<void> {
  await sql`
    update approval_rule set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${doneBy(ctx)}
    where ended_at is null and kind = ${kind} and coalesce(queue_id::text, topic, employee_id::text) = ${id}`.execute(
    ctx.database,
  );
}

export interface ShownRule {
  publicId: string;
  kind: ApprovalRule['kind'];
  /** Key or public id, as in the form. */
  of: string;
  name: string;
  how: How;
  share: number | null;
}

/** What holds now, with names. One statement. */
export async function listRules(ctx: Context): Promise<ShownRule[]> {
  const found = await sql<ShownRule>`
    select r.public_id as "publicId", r.kind, coalesce(q.key, r.topic, e.public_id) as "of",
      coalesce(q.name, r.topic, e.name) as name, r.how, r.share
    from approval_rule r left join queue q on q.id = r.queue_id left join employee e on e.id = r.employee_id
    where r.ended_at is null order by r.kind, name, r.id`.execute(ctx.database);
  return found.rows;
}
