import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { requires } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { listQueues, queuesFor } from '../../organisation/queues.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { type Candidate, drawSample } from './sample.ts';

const size = 20;

/** Every week, of every queue that answered: harmless to do twice, because a week of a queue is drawn once. */
export async function drawWeek(ctx: Context): Promise<void> {
  const week = await lastWeek(ctx);
  for (const { id } of await listQueues(ctx)) await drawRound(ctx, id, week);
}

/** At once, of the queues that the actor may see. How many rounds were drawn. */
export async function drawNow(ctx: Context): Promise<number> {
  requires(ctx.actor, 'journey.manage');
  const week = await lastWeek(ctx);
  let drawn = 0;
  for (const { id } of await queuesFor(ctx, 'journey.manage')) drawn += await drawRound(ctx, id, week);
  return drawn;
}

/** The Monday of the last whole week. */
export async function lastWeek(ctx: Context): Promise<string> {
  const { timezone } = await getOrganisation(ctx);
  const today = ctx.clock.now().toZonedDateTimeISO(timezone).toPlainDate();
  return today.subtract({ days: today.dayOfWeek + 6 }).toString();
}

/** What the draw of a week of a queue begins with: known beforehand, so that nobody chooses. */
export function seedOf(queueId: string, week: string): number {
  return createHash('sha256').update(`${queueId} ${week}`).digest().readUInt32BE(0);
}

interface Answer extends Candidate {
  receivedAt: Date;
  conversationId: string;
  authorId: string | null;
}

async function drawRound(ctx: Context, queueId: string, week: string): Promise<number> {
  return transact(ctx, 'service', async (ctx) => {
    const answers = await answersOf(ctx, queueId, week);
    if (answers.length === 0) return 0;
    const now = ctx.clock.now();
    const seed = seedOf(queueId, week);
    const made = await sql<{ id: string }>`
      insert into quality_round (public_id, queue_id, week, seed, answers, drawn_at, drawn_by)
      values (${publicId('qr', now.epochMilliseconds)}, ${queueId}, ${week}::date, ${seed}, ${answers.length},
        ${asDate(now)}, ${doneBy(ctx)})
      on conflict (queue_id, week) do nothing returning id`.execute(ctx.database);
    const [round] = made.rows;
    if (!round) return 0;
    const items = drawSample(answers, size, seed).map((answer, at) => ({
      ...answer,
      publicId: publicId('qi', now.epochMilliseconds),
      place: at + 1,
    }));
    await sql`
      insert into quality_item (public_id, round_id, place, stratum, message_id, received_at, conversation_id, author_id)
      select "publicId", ${round.id}, place, stratum, id, "receivedAt", "conversationId", "authorId"
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as t ("publicId" text, place smallint, stratum text,
        id bigint, "receivedAt" timestamptz, "conversationId" bigint, "authorId" bigint)`.execute(
      ctx.database,
    );
    return 1;
  });
}

/** Answers that a colleague gave in a week; not to whoever had the use of their data restricted. */
async function answersOf(ctx: Context, queueId: string, week: string): Promise<Answer[]> {
  const { timezone } = await getOrganisation(ctx);
  const monday = Temporal.PlainDate.from(week);
  const at = (day: Temporal.PlainDate) => asDate(day.toZonedDateTime(timezone).toInstant());
  const found = await sql<Answer>`
    select m.id::text as id, m.received_at as "receivedAt", c.id::text as "conversationId",
      m.employee_id::text as "authorId",
      a.channel || case when coalesce(c.urgency, 0) >= 2 then ', urgent' else '' end as stratum
    from (
      select t.message_id, t.received_at, c.*, (
        select max(q.urgency) from conversation_item i join message q on q.id = i.message_id and q.received_at = i.received_at
        where i.conversation_id = c.id and i.kind = 'in' and i.seq < t.seq) as urgency
      from conversation_item t join conversation c on c.id = t.conversation_id and c.queue_id = ${queueId}
      where t.kind in ('reply', 'post') and t.kind = 'reply' and t.sent_at >= ${at(monday)}
        and t.sent_at < ${at(monday.add({ days: 7 }))}) c
    join message m on m.id = c.message_id and m.received_at = c.received_at
    join channel_account a on a.id = c.channel_account_id
    where not m.automatic and m.employee_id is not null and m.text <> ''
      and ${personAllows(sql`c.person_id`, 'service')}
    order by m.id`.execute(ctx.database);
  return found.rows;
}
