import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendJob } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lockEndpoint } from './endpoint.ts';
import { queueFor, queueTest, webhookJob } from './queueing.ts';

/** More than this at once is asked for again. */
export const mostReplayed = 5000;

/** Sends one delivery again, under the same webhook-id. @throws Refusal `not-found.delivery` */
export async function replay(ctx: Context, endpoint: string, delivery: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const id = await lockEndpoint(ctx, endpoint);
    const again = await sql`
      update webhook_delivery set state = 'waiting', round = 0, next_at = ${asDate(ctx.clock.now())}, ended_at = null
      where public_id = ${delivery} and endpoint_id = ${id} returning id`.execute(ctx.database);
    if (again.rows.length === 0) throw new Refusal('not-found.delivery', { id: delivery });
    await sendJob(ctx, webhookJob, {});
  });
}

/**
 * Sends all that happened between two moments: what was sent goes again under its own webhook-id, what was never laid
 * ready, because the endpoint was off or not there yet, is laid ready now. How many deliveries wait.
 * @throws Refusal `invalid.range`
 */
export async function replayRange(
  ctx: Context,
  endpoint: string,
  { since, until }: { since: Temporal.Instant; until: Temporal.Instant },
): Promise<number> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  if (Temporal.Instant.compare(since, until) >= 0) throw new Refusal('invalid.range');
  return transact(ctx, 'service', async (ctx) => {
    const id = await lockEndpoint(ctx, endpoint);
    const [from, to] = [asDate(since), asDate(until)];
    const missed = await sql<Event>`
      select v.seq, v.xid::text as xid, v.at, v.verb, v.subject_kind as "subjectKind", v.subject_id as "subjectId", v.data
      from event v join webhook_endpoint e on e.id = ${id} and v.verb = any(e.types)
      where v.at >= ${from} and v.at < ${to} and not exists (
        select from webhook_delivery d where d.endpoint_id = e.id and d.event_seq = v.seq)
      order by v.seq limit ${mostReplayed}`.execute(ctx.database);
    const again = await sql`
      update webhook_delivery d set state = 'waiting', round = 0, next_at = ${asDate(ctx.clock.now())}, ended_at = null
      where d.id in (select d.id from webhook_delivery d left join event v on v.seq = d.event_seq
        where d.endpoint_id = ${id} and coalesce(v.at, d.made_at) >= ${from} and coalesce(v.at, d.made_at) < ${to}
        order by d.id limit ${mostReplayed}) returning d.id`.execute(ctx.database);
    const laid = await queueFor(ctx, id, missed.rows);
    await sendJob(ctx, webhookJob, {});
    return again.rows.length + laid;
  });
}

/** Sends something that means nothing, to see whether it arrives. Gives its webhook-id. */
export async function sendTest(ctx: Context, endpoint: string): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, (ctx) => queueTest(ctx, endpoint));
}
