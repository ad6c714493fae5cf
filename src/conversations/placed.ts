import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Course } from './course.ts';
import type { Found, Placeable } from './finding.ts';

/** A conversation with what its new messages changed, ready to write. */
export interface Placed {
  found: Found;
  course: Course;
  /** What each new message is, in the order of `found.messages`. */
  kinds: ('in' | 'reply' | 'post')[];
}

/** The newest message that decides what the list shows. */
export function newestOf(placed: Placed): Placeable {
  const newest = placed.found.messages.at(-1);
  if (!newest) throw new Error('placed without messages');
  return newest;
}

/** Where a message stands that was heard on an account. Public ids; no conversation while it waits to be placed. */
export async function getStanding(
  ctx: Context,
  accountId: string,
  externalId: string,
): Promise<{ message: string; conversation: string | null }> {
  const found = await sql<{ message: string; conversation: string | null }>`
    select m.public_id as message, c.public_id as conversation
    from message_key k
    join message m on m.id = k.message_id and m.received_at = k.received_at
    left join conversation_item i on i.message_id = m.id
    left join conversation c on c.id = i.conversation_id
    where k.channel_account_id = ${accountId} and k.external_id = ${externalId}`.execute(ctx.database);
  const row = found.rows[0];
  if (!row) throw new Error('a message that was just heard is not there');
  return row;
}
