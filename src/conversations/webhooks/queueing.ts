import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendJob } from '../../platform/jobs.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { bodyOf, ruleType, testType, types } from './type.ts';

/** The job that sends what waits. */
export const webhookJob = 'send-webhooks';

/**
 * The reaction to what happens to conversations: for each endpoint that hears of it one delivery waits. Without
 * endpoints one question to the database is all. Harmless to do twice: an event has one delivery for each endpoint.
 */
export async function queueDeliveries(ctx: Context, events: readonly Event[]): Promise<void> {
  const open = await sql<{ id: string; types: string[] }>`
    select id, types from webhook_endpoint where ended_at is null and disabled_at is null`.execute(
    ctx.database,
  );
  for (const { id, types: heard } of open.rows)
    await queueFor(
      ctx,
      id,
      events.filter(({ verb }) => heard.includes(verb)),
    );
}

interface About {
  seq: string;
  conversation: string;
  state: string;
  queue: string;
  channel: string;
}

/** Of conversations whose customer does not let us use what we know of them nothing is told. Gives how many wait. */
export async function queueFor(
  ctx: Context,
  endpointId: string,
  events: readonly Pick<Event, 'seq' | 'verb' | 'at' | 'data' | 'subjectId'>[],
): Promise<number> {
  const own = events.filter(({ verb }) => (types as readonly string[]).includes(verb));
  if (own.length === 0) return 0;
  const found = await sql<About>`
    select t.seq, c.public_id as conversation, c.state, q.key as queue, a.channel
    from unnest(${own.map(({ seq }) => seq)}::bigint[], ${own.map(({ subjectId }) => subjectId)}::bigint[])
      as t (seq, subject)
    join conversation c on c.id = t.subject join queue q on q.id = c.queue_id
    join channel_account a on a.id = c.channel_account_id
    where ${personAllows(sql`c.person_id`, 'service')}`.execute(ctx.database);
  const about = new Map(found.rows.map((row) => [row.seq, row]));
  const rows = own.flatMap(({ seq, verb, at, data }) => {
    const conversation = about.get(seq);
    if (!conversation) return [];
    const { seq: _, ...facts } = conversation;
    const more = typeof data.reason === 'string' ? { reason: data.reason } : {};
    return [
      {
        seq,
        type: verb,
        body: bodyOf({ type: verb, timestamp: at.toISOString(), data: { ...facts, ...more } }),
      },
    ];
  });
  return keep(ctx, endpointId, rows);
}

/** What a rule says to one endpoint, whatever else that hears of. @throws Refusal `not-found.webhook` */
export async function queueForRule(
  ctx: Context,
  endpoint: string,
  { rule, conversation }: { rule: string; conversation: string },
): Promise<void> {
  await queueOne(ctx, endpoint, { type: ruleType, data: { rule, conversation } });
}

/** To see whether it works; nothing in it is real. Gives its webhook-id. @throws Refusal `not-found.webhook` */
export function queueTest(ctx: Context, endpoint: string): Promise<string> {
  return queueOne(ctx, endpoint, { type: testType, data: { test: 1 } });
}

async function queueOne(
  ctx: Context,
  endpoint: string,
  { type, data }: { type: string; data: Record<string, string | number> },
): Promise<string> {
  const open = await sql<{ id: string; disabled: boolean }>`
    select id, disabled_at is not null as disabled from webhook_endpoint
    where public_id = ${endpoint} and ended_at is null`.execute(ctx.database);
  const [row] = open.rows;
  if (!row) throw new Refusal('not-found.webhook', { id: endpoint });
  if (row.disabled) throw new Refusal('conflict.webhook-off', { id: endpoint });
  const now = ctx.clock.now();
  const body = bodyOf({ type, timestamp: asDate(now).toISOString(), data });
  const id = publicId('wh', now.epochMilliseconds);
  await sql`insert into webhook_delivery (public_id, endpoint_id, type, body, state, made_at, next_at)
    values (${id}, ${row.id}, ${type}, ${body}, 'waiting', ${asDate(now)}, ${asDate(now)})`.execute(
    ctx.database,
  );
  await sendJob(ctx, webhookJob, {});
  return id;
}

interface Row {
  seq: string;
  type: string;
  body: string;
}

async function keep(ctx: Context, endpointId: string, rows: readonly Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const now = ctx.clock.now();
  const kept = await sql`
    insert into webhook_delivery (public_id, endpoint_id, event_seq, type, body, state, made_at, next_at)
    select t.id, ${endpointId}, t.seq, t.type, t.body, 'waiting', ${asDate(now)}, ${asDate(now)}
    from unnest(${rows.map(() => publicId('wh', now.epochMilliseconds))}::text[],
      ${rows.map(({ seq }) => seq)}::bigint[], ${rows.map(({ type }) => type)}::text[],
      ${rows.map(({ body }) => body)}::text[]) as t (id, seq, type, body)
    on conflict (endpoint_id, event_seq) where event_seq is not null do nothing returning id`.execute(
    ctx.database,
  );
  if (kept.rows.length > 0) await sendJob(ctx, webhookJob, {});
  return kept.rows.length;
}
