import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Course } from './course.ts';
import type { Found, Placeable } from './finding.ts';

/** A conversation with what its new messages changed, ready to write. */
export interface Placed {
  found: Found;
  course: Course;
  /** What each new message is, in the order of `found.messages`. */
  kinds: Kind[];
  /** Its newest message: the list shows the first words. */
  newest: Shown;
  /** The newest of the customer, where it is known: what the row in the list tells about them. */
  asked: Shown | undefined;
}

export type Kind = 'in' | 'reply' | 'post';

/** What the list shows of a message. */
export type Shown = Pick<
  Placeable,
  'direction' | 'text' | 'channel' | 'audience' | 'language' | 'sentiment' | 'intent' | 'urgency'
>;

/** What the list will show, from messages in order of time. */
export function shownOf(messages: readonly Shown[]): Pick<Placed, 'newest' | 'asked'> {
  const newest = messages.at(-1);
  if (!newest) throw new Error('placed without messages');
  return { newest, asked: messages.findLast((m) => m.direction === 'in') };
}

/** Public id of the conversation in which a message stands; null while it waits to be placed. */
export async function findConversationOf(
  ctx: Context,
  accountId: string,
  externalId: string,
): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select c.public_id as id from message_key k
    join conversation_item i on i.message_id = k.message_id
    join conversation c on c.id = i.conversation_id
    where k.channel_account_id = ${accountId} and k.external_id = ${externalId}`.execute(ctx.database);
  return found.rows[0]?.id ?? null;
}
