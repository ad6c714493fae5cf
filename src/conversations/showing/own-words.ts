import { type RawBuilder, sql } from 'kysely';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { queuesFor } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Something that we wrote to a customer, and where it stands. */
export interface OwnWords {
  publicId: string;
  conversation: string;
  /** For the page of the conversation, when the message is too far back for its newest messages. */
  before: number | null;
  at: Date;
  author: string | null;
  text: string;
}

const shownNewest = 30;

/** Our answers to these persons that the reader may see, newest first, and those of `also` wherever they stand. */
export async function ownWordsTo(
  ctx: Context,
  personIds: readonly string[],
  { also = [], limit = 20 }: { also?: readonly string[]; limit?: number } = {},
): Promise<OwnWords[]> {
  const newest = await read(ctx, personIds, { only: sql`true`, limit });
  const missing = also.filter((id) => !newest.some(({ publicId }) => publicId === id));
  if (missing.length === 0) return newest;
  const others = await read(ctx, personIds, {
    only: sql`m.public_id = any(${missing}::text[])`,
    limit: missing.length,
  });
  return [...newest, ...others];
}

/** @throws Refusal `not-found.message` for one that we did not write to these persons, or that may not be seen. */
export async function requireOwnWords(
  ctx: Context,
  personIds: readonly string[],
  publicId: string,
): Promise<void> {
  const found = await read(ctx, personIds, { only: sql`m.public_id = ${publicId}`, limit: 1 });
  if (found.length === 0) throw new Refusal('not-found.message', { id: publicId });
}

async function read(
  ctx: Context,
  personIds: readonly string[],
  { only, limit }: { only: RawBuilder<unknown>; limit: number },
): Promise<OwnWords[]> {
  const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
  const found = await sql<OwnWords>`
    select m.public_id as "publicId", c.public_id as conversation, i.sent_at as at, coalesce(e.name, m.author) as author,
      left(m.text, 200) as text, case when c.seq - i.seq >= ${shownNewest} then i.seq + 5 end as before
    from conversation c join conversation_item i on i.conversation_id = c.id and i.kind in ('reply', 'post')
    join message m on m.id = i.message_id and m.received_at = i.received_at
    left join employee e on e.id = m.employee_id
    where c.person_id = any(${personIds}::bigint[]) and c.queue_id = any(${queues}::bigint[]) and ${only}
      and ${mayRead(ctx, { channel: sql`(select x.channel from channel_account x where x.id = c.channel_account_id)`, topics: sql`c.topics` })}
    order by i.sent_at desc, i.message_id desc limit ${limit}`.execute(ctx.database);
  return found.rows;
}
