import { sql } from 'kysely';
import { togetherWith } from '../../customers/shown.ts';
import { personAllows } from '../../customers/using.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Locked, lockAll } from '../acting/locking.ts';
import { ofHead } from '../listing/columns.ts';
import { lockConversation } from '../opened.ts';
import { whileJoining } from './joining-lock.ts';

/** Two conversations of one customer, locked for moving messages from one to the other. */
export interface Pair {
  from: Locked;
  into: Locked;
}

/**
 * Locks two conversations that may become one: of the same person, on the same account, so that an answer still goes to
 * whom it was for, and nothing private comes to stand in public.
 * @throws Refusal `not-found.conversation`, `forbidden.action`, `conflict.merge-same`, `conflict.merge-person`,
 * `conflict.merge-account`, `conflict.conversation-done`
 */
export async function lockPair(ctx: Context, { from, into }: { from: string; into: string }): Promise<Pair> {
  if (from === into) throw new Refusal('conflict.merge-same');
  await whileJoining(ctx);
  const locked = await lockAll(ctx, [from, into], { action: 'conversation.assign' });
  // Says of the one that is not there why: the same words as everywhere.
  for (const id of [from, into]) if (!locked.some(({ publicId }) => publicId === id)) await refuse(ctx, id);
  const [one, other] = [from, into].map((id) => locked.find(({ publicId }) => publicId === id));
  if (!one || !other) throw new Refusal('forbidden.action', { action: 'conversation.assign' });
  if (one.accountId !== other.accountId) throw new Refusal('conflict.merge-account');
  if (!(await isSamePerson(ctx, one, other))) throw new Refusal('conflict.merge-person');
  await refusePending(ctx, one.id);
  if (other.state === 'done') throw new Refusal('conflict.conversation-done', { id: into });
  return { from: one, into: other };
}

async function refuse(ctx: Context, publicId: string): Promise<never> {
  await lockConversation(ctx, publicId);
  throw new Refusal('forbidden.action', { action: 'conversation.assign' });
}

/** An answer on its way belongs to the conversation in which it was written. @throws Refusal `conflict.answer-pending` */
export async function refusePending(ctx: Context, id: string): Promise<void> {
  const found = await sql<{ by: string }>`
    select author_name as by from reply where conversation_id = ${id} and state in ('waiting', 'held') limit 1`.execute(
    ctx.database,
  );
  const [pending] = found.rows;
  if (pending) throw new Refusal('conflict.answer-pending', { by: pending.by });
}

async function isSamePerson(ctx: Context, one: Locked, other: Locked): Promise<boolean> {
  if (one.personId === other.personId) return true;
  if (one.personId === null || other.personId === null) return false;
  return (await togetherWith(ctx, one.personId)).includes(other.personId);
}

/** What a conversation can be merged into, for whoever opened it. */
export interface Mergeable {
  publicId: string;
  preview: string;
  lastMessageAt: Date;
}

/** The other conversations of the same person on the same account that are not done. Two statements at most. */
export async function listMergeable(
  ctx: Context,
  conversationId: string,
  queues: readonly string[],
): Promise<Mergeable[]> {
  const found = await sql<Mergeable>`
    select o.public_id as "publicId", o.preview, o.last_message_at as "lastMessageAt"
    from conversation c
    join conversation d on d.channel_account_id = c.channel_account_id and d.id <> c.id and d.state <> 'done'
      and d.merged_into_id is null and d.person_id in (
        select c.person_id union all
        select m.person_id from person_shown s join person_shown m on m.shown_id = s.shown_id
        where s.person_id = c.person_id)
    join conversation_open o on o.conversation_id = d.id and o.queue_id = any(${queues}::bigint[])
      and ${personAllows(sql`o.person_id`, 'service')} and ${mayRead(ctx, ofHead)}
    where c.id = ${conversationId} order by o.last_message_at desc, o.conversation_id limit 20`.execute(
    ctx.database,
  );
  return found.rows;
}
