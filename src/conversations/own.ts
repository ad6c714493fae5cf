import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** A message as its own writer, or whoever it was written to, reads it back. */
export interface OwnMessage {
  publicId: string;
  channel: string;
  mine: boolean;
  at: Date;
  text: string;
}

const most = 100;

/**
 * The newest messages between one person and us, in all conversations; never a note of colleagues among themselves.
 * Runs under the purpose of who opened their own data.
 */
export async function ownMessages(ctx: Context, members: readonly string[]): Promise<OwnMessage[]> {
  const found = await sql<OwnMessage>`
    select m.public_id as "publicId", a.channel, m.direction = 'in' as mine, m.sent_at as at, m.text
    from conversation c
    join conversation_item i on i.conversation_id = c.id and i.kind <> 'note'
    join message m on m.id = i.message_id and m.received_at = i.received_at
    join channel_account a on a.id = c.channel_account_id
    where c.person_id = any(${members}::bigint[]) and m.direction <> 'note' and m.audience <> 'internal'
    order by m.sent_at desc, m.id desc limit ${most}`.execute(ctx.database);
  return found.rows;
}

/** When something of a person stood in the inbox: from the first message of each conversation to its last. */
export async function ownSpans(
  ctx: Context,
  members: readonly string[],
): Promise<{ from: Temporal.Instant; to: Temporal.Instant }[]> {
  const found = await sql<{ from: Date; to: Date }>`
    select first_message_at as from, coalesce(closed_at, ${new Date(ctx.clock.now().epochMilliseconds)}) as to
    from conversation where person_id = any(${members}::bigint[]) and merged_into_id is null order by id desc limit 200`.execute(
    ctx.database,
  );
  return found.rows.map(({ from, to }) => ({
    from: Temporal.Instant.fromEpochMilliseconds(from.getTime()),
    to: Temporal.Instant.fromEpochMilliseconds(to.getTime()),
  }));
}
