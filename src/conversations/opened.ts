import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../customers/using.ts';
import { may } from '../organisation/authority.ts';
import { mayRead } from '../organisation/mandates/reading.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import type { State } from './placing/course.ts';

export interface LockedConversation {
  id: string;
  publicId: string;
  state: State;
  version: number;
  seq: number;
  /** How many messages the customer wrote: what an answer answers. */
  inboundSeq: number;
  queueId: string;
  departmentId: string | null;
  personId: string | null;
  accountId: string;
  channel: string;
  connector: string;
  audience: string;
}

/**
 * Finds a conversation the actor may see, and locks it for a change. One that exists but may not be seen is
 * refused with the same words as one that does not exist; one that was merged says into which.
 * @throws Refusal `not-found.conversation`, `conflict.conversation-merged`
 */
export async function lockConversation(ctx: Context, publicId: string): Promise<LockedConversation> {
  return find(ctx, publicId, sql`for update of c`);
}

/** The same without a lock, for what may lie beside a change: who looks along. */
export async function requireConversation(ctx: Context, publicId: string): Promise<LockedConversation> {
  return find(ctx, publicId, sql``);
}

async function find(
  ctx: Context,
  publicId: string,
  locking: RawBuilder<unknown>,
): Promise<LockedConversation> {
  const found = await sql<LockedConversation & { mergedInto: string | null }>`
    select c.id, c.public_id as "publicId", c.state, c.version, c.seq,
      c.inbound_seq as "inboundSeq", c.queue_id as "queueId",
      q.department_id as "departmentId", c.person_id as "personId", c.channel_account_id as "accountId",
      a.channel, a.connector, a.audience,
      (select public_id from conversation m where m.id = c.merged_into_id) as "mergedInto"
    from conversation c join queue q on q.id = c.queue_id join channel_account a on a.id = c.channel_account_id
    where c.public_id = ${publicId} and ${personAllows(sql`c.person_id`, 'service')}
      and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })}
    ${locking}`.execute(ctx.database);
  const conversation = found.rows[0];
  if (!conversation || !may(ctx.actor, 'inbox.read', conversation.departmentId)) {
    throw new Refusal('not-found.conversation', { id: publicId });
  }
  if (conversation.mergedInto)
    throw new Refusal('conflict.conversation-merged', { into: conversation.mergedInto });
  return conversation;
}

/**
 * For acts that are decided on what somebody saw: refuses when the conversation has changed since `seen`. Locks it,
 * so that it stays so until the end of the transaction. Without `seen` nothing is checked.
 * @throws Refusal `conflict.version`
 */
export async function expectVersion(ctx: Context, publicId: string, seen: number | undefined): Promise<void> {
  if (seen === undefined) return;
  const { version } = await lockConversation(ctx, publicId);
  if (version !== seen) throw new Refusal('conflict.version', { version, seen });
}
