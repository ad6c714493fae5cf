import { sql } from 'kysely';
import type { TimelineEntry, TimelineSource } from '../../customers/timeline.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { queuesFor } from '../../organisation/queues.ts';

/** What conversations add to the timeline of a person: those that the reader may see, by their last message. */
export const conversationTimeline: TimelineSource = {
  kinds: ['conversation'],
  entries: async (ctx, personIds, { before, limit }) => {
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    const earlier = before
      ? sql`(c.last_message_at, c.public_id) < (${before.at}::timestamptz, ${before.key}::text)`
      : sql`true`;
    const found = await sql<TimelineEntry>`
      select 'conversation' as kind, c.last_message_at as at, c.public_id as key, c.preview as text,
        json_build_object('state', c.state, 'channel', a.channel, 'messages', c.seq, 'replies', c.replies) as facts
      from conversation c join channel_account a on a.id = c.channel_account_id
      where c.person_id = any(${personIds}::bigint[]) and c.queue_id = any(${queues}::bigint[])
        and c.merged_into_id is null and ${earlier}
        and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })}
      order by c.last_message_at desc, c.public_id desc limit ${limit}`.execute(ctx.database);
    return found.rows;
  },
};
